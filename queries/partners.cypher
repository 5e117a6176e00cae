// title: Partners of an agency
// title-zh: 与某单位共事的单位
// about: Who shares tasks with an agency, how many, and who leads them: both, the agency, or the partner; earlier names count for today's body.
// param agency: agency = 工业和信息化厅 — any name the agency goes by, or its id
// param year: integer? — only plans of this year
MATCH past = (asked:Agency {id: $agency})<-[:SUCCEEDED_BY*0..5]-(body:Agency)
WHERE all(step IN relationships(past) WHERE step.kind <> 'duty_moved')
WITH collect(DISTINCT body.id) AS bodies
MATCH (body:Agency)-[:MEMBER_OF*0..1]->(holder:Agency)
WHERE body.id IN bodies
WITH bodies, collect(DISTINCT holder.id) AS holders
MATCH (holder:Agency)-[own:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(task:Task)-[:IN*1..2]->(plan:Document)
WHERE holder.id IN holders AND ($year IS NULL OR plan.year = $year)
MATCH (named:Agency)-[theirs:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(task)
WHERE NOT named.id IN holders
OPTIONAL MATCH later = (named)-[:SUCCEEDED_BY*1..5]->(now:Agency)
WHERE all(step IN relationships(later) WHERE step.kind IN ['renamed', 'merged'])
  AND NOT EXISTS { (now)-[:SUCCEEDED_BY]->(:Agency) }
WITH coalesce(now, named) AS partner, task, plan {.id, .title, .year} AS plan, own, theirs
ORDER BY plan.year DESC, plan.id, task.ordinal, own.position, theirs.position
WITH partner, task, plan, collect(type(own)) AS ours, collect(theirs)[0] AS first, collect(type(theirs)) AS roles
ORDER BY plan.year DESC, plan.id, task.ordinal
WITH partner,
  count(CASE WHEN 'LEADS' IN ours AND 'LEADS' IN roles THEN 1 END) AS both_lead,
  count(CASE WHEN 'LEADS' IN ours AND NOT 'LEADS' IN roles THEN 1 END) AS asked_leads,
  count(CASE WHEN 'LEADS' IN roles AND NOT 'LEADS' IN ours THEN 1 END) AS partner_leads,
  collect({task: task.id, item: task.number, title: task.title,
    own_role: {LEADS: 'lead', RESPONSIBLE_FOR: 'responsible', SUPPORTS: 'support', GUIDES: 'guide'}[ours[0]],
    role: {LEADS: 'lead', RESPONSIBLE_FOR: 'responsible', SUPPORTS: 'support', GUIDES: 'guide'}[roles[0]],
    evidence: {document: plan.id, title: plan.title, item: task.number, task: task.id, mention: first.mention,
      wording: first.wording, start: first.start, end: first.end, method: first.method, score: first.score}
  }) AS shared
RETURN
  partner.name AS agency, partner.id AS agency_id, size(shared) AS tasks, both_lead, asked_leads, partner_leads,
  shared
ORDER BY tasks DESC, both_lead DESC, agency_id
