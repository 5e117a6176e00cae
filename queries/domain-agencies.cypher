// title: Agencies of a domain
// title-zh: 某领域涉及的单位
// about: Who works in a domain, its inner sections included, and in how many tasks in which role.
// param domain: domain — a domain's id, its number as printed, or words of its name
MATCH (task:Task)-[:IN]->(:Domain)-[:PART_OF*0..5]->(asked:Domain {id: $domain})-[:IN]->(plan:Document)
WITH asked, plan {.id, .title} AS plan, task
MATCH (agency:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(task)
WITH asked, plan, agency, r, task ORDER BY task.ordinal, r.position
WITH asked, plan, agency,
  count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN task.id END) AS leads,
  count(DISTINCT CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN task.id END) AS responsible,
  count(DISTINCT CASE WHEN type(r) = 'SUPPORTS' THEN task.id END) AS supports,
  count(DISTINCT CASE WHEN type(r) = 'GUIDES' THEN task.id END) AS guides,
  collect(DISTINCT task.number) AS items,
  collect({document: plan.id, title: plan.title, item: task.number, task: task.id, mention: r.mention,
    wording: r.wording, start: r.start, end: r.end, method: r.method, score: r.score}) AS evidence
RETURN
  agency.name AS agency, agency.id AS agency_id, leads, responsible, supports, guides, items,
  asked.name AS domain, plan.title AS document, evidence
ORDER BY leads DESC, responsible DESC, supports DESC, guides DESC, agency_id
