// title: Partners of an agency
// about: Who shares tasks with an agency, how many, and who leads them: both, the agency, or the partner.
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
MATCH (partner:Agency)-[theirs:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(task)
WHERE NOT partner.id IN holders
WITH partner, task, plan, own, theirs ORDER BY plan.year DESC, plan.id, task.ordinal, own.position
WITH partner, task, plan, theirs,
  {LEADS: 'lead', RESPONSIBLE_FOR: 'responsible', SUPPORTS: 'support', GUIDES: 'guide'} AS names,
  collect(type(own)) AS ours
WITH partner, collect({task: task.id, item: task.number, title: task.title, ours: ours, theirs: type(theirs),
  role: names[type(theirs)], evidence: {document: plan.id, title: plan.title, item: task.number,
  task: task.id, mention: theirs.mention, wording: theirs.wording, start: theirs.start, end: theirs.end,
  method: theirs.method, score: theirs.score}}) AS shared
UNWIND [s IN shared | s.task] AS task
WITH partner, shared, count(DISTINCT task) AS tasks
RETURN
  partner.name AS agency, partner.id AS agency_id, tasks,
  size([s IN shared WHERE s.theirs = 'LEADS' AND 'LEADS' IN s.ours]) AS both_lead,
  size([s IN shared WHERE s.theirs <> 'LEADS' AND 'LEADS' IN s.ours]) AS asked_leads,
  size([s IN shared WHERE s.theirs = 'LEADS' AND NOT 'LEADS' IN s.ours]) AS partner_leads,
  [s IN shared | {task: s.task, item: s.item, title: s.title, role: s.role,
    own_role: {LEADS: 'lead', RESPONSIBLE_FOR: 'responsible', SUPPORTS: 'support', GUIDES: 'guide'}[s.ours[0]],
    evidence: s.evidence}] AS shared
ORDER BY tasks DESC, both_lead DESC, agency_id
