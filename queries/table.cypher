// title: Who must sit at the table
// title-zh: 哪些单位应当参会
// about: All agencies that have a part in the tasks of these agencies, the asked ones first, with the tasks that bring them there.
// param agencies: agencies = 工业和信息化厅、科学技术厅 — two or more agencies, parted by commas
// param year: integer? — only plans of this year
MATCH past = (asked:Agency)<-[:SUCCEEDED_BY*0..5]-(body:Agency)
WHERE asked.id IN $agencies AND all(step IN relationships(past) WHERE step.kind <> 'duty_moved')
MATCH (body)-[:MEMBER_OF*0..1]->(holder:Agency)
WITH collect(DISTINCT holder.id) AS holders
MATCH (holder:Agency)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(task:Task)-[:IN*1..2]->(plan:Document)
WHERE holder.id IN holders AND ($year IS NULL OR plan.year = $year)
WITH DISTINCT holders, task, plan
MATCH (agency:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(task)
WITH holders, agency, task, plan {.id, .title, .year} AS plan, r ORDER BY plan.year DESC, plan.id, task.ordinal, r.position
WITH holders, agency,
  count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN task.id END) AS leads,
  count(DISTINCT CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN task.id END) AS responsible,
  count(DISTINCT CASE WHEN type(r) = 'SUPPORTS' THEN task.id END) AS supports,
  count(DISTINCT CASE WHEN type(r) = 'GUIDES' THEN task.id END) AS guides,
  collect(DISTINCT task.number) AS items,
  collect({document: plan.id, title: plan.title, item: task.number, task: task.id, mention: r.mention,
    wording: r.wording, start: r.start, end: r.end, method: r.method, score: r.score}) AS evidence
RETURN
  agency.name AS agency, agency.id AS agency_id, agency.id IN holders AS asked, leads, responsible, supports,
  guides, items, evidence
ORDER BY asked DESC, leads DESC, responsible DESC, supports DESC, guides DESC, agency_id
