// title: Agencies of a domain
// about: Who works in a domain, its inner sections included, and in how many tasks in which role.
// param domain: domain — a domain's id, its number as printed, or words of its name
MATCH (task:Task)-[:IN]->(:Domain)-[:PART_OF*0..5]->(asked:Domain {id: $domain})-[:IN]->(plan:Document)
MATCH (agency:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(task)
WITH asked, plan, agency, r, task ORDER BY task.ordinal, r.position
WITH asked, plan, agency, collect({kind: type(r), task: task.id, item: task.number, r: {document: plan.id,
  title: plan.title, item: task.number, task: task.id, mention: r.mention, wording: r.wording,
  start: r.start, end: r.end, method: r.method, score: r.score}}) AS edges
RETURN
  agency.name AS agency, agency.id AS agency_id,
  size([e IN edges WHERE e.kind = 'LEADS']) AS leads,
  size([e IN edges WHERE e.kind = 'RESPONSIBLE_FOR']) AS responsible,
  size([e IN edges WHERE e.kind = 'SUPPORTS']) AS supports,
  size([e IN edges WHERE e.kind = 'GUIDES']) AS guides,
  [e IN edges | e.item] AS items, asked.name AS domain, plan.title AS document,
  [e IN edges | e.r] AS evidence
ORDER BY leads DESC, responsible DESC, supports DESC, guides DESC, agency_id
