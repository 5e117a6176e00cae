// title: Tasks that agencies share
// title-zh: 几个单位共同承担的任务
// about: Tasks in which two or more of these agencies have a part, who leads and who follows.
// param agencies: agencies = 工业和信息化厅、科学技术厅 — two or more agencies, parted by commas
// param year: integer? — only plans of this year
MATCH past = (asked:Agency)<-[:SUCCEEDED_BY*0..5]-(body:Agency)
WHERE asked.id IN $agencies AND all(step IN relationships(past) WHERE step.kind <> 'duty_moved')
MATCH (body)-[:MEMBER_OF*0..1]->(holder:Agency)
MATCH (holder)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(t:Task)-[:IN*1..2]->(plan:Document)
WHERE $year IS NULL OR plan.year = $year
WITH DISTINCT asked, holder, r, t, plan {.id, .title, .year} AS plan ORDER BY r.position, asked.id
WITH t, plan, count(DISTINCT asked.id) AS agencies, collect({agency: asked.name, agency_id: asked.id,
  role: {LEADS: 'lead', RESPONSIBLE_FOR: 'responsible', SUPPORTS: 'support', GUIDES: 'guide'}[type(r)],
  via: CASE WHEN holder.id = asked.id THEN null ELSE holder.name END,
  evidence: {document: plan.id, title: plan.title, item: t.number, task: t.id, mention: r.mention,
  wording: r.wording, start: r.start, end: r.end, method: r.method, score: r.score}}) AS parts
WHERE agencies > 1
OPTIONAL MATCH (t)-[:IN]->(domain:Domain)
RETURN
  t.id AS task, t.number AS item, t.title AS title,
  [p IN parts WHERE p.role = 'lead' | p.agency] AS leads,
  [p IN parts WHERE p.role <> 'lead' | p.agency] AS others,
  t.deadline AS deadline, domain.name AS domain, plan.title AS document, plan.year AS year, parts
ORDER BY year DESC, plan.id, t.ordinal
