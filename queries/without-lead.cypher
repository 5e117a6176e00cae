// title: Tasks without a lead
// title-zh: 没有牵头单位的任务
// about: Tasks that nobody leads: those that many share, and those that no agency is named for.
// param year: integer? — only plans of this year
// param document: document? — only this plan: its id or words of its title
MATCH (t:Task)-[:IN*1..2]->(plan:Document)
WHERE ($year IS NULL OR plan.year = $year) AND ($document IS NULL OR plan.id = $document)
  AND NOT EXISTS { (t)<-[:LEADS]-(:Agency) }
OPTIONAL MATCH (t)-[:IN]->(domain:Domain)
OPTIONAL MATCH (agency:Agency)-[r:RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(t)
WITH t, plan {.id, .title, .year} AS plan, domain, agency, r ORDER BY r.position
WITH t, plan, domain, collect(DISTINCT agency.name) AS agencies
RETURN
  t.id AS task, t.number AS item, t.title AS title, agencies, t.clause AS clause,
  domain.name AS domain, plan.title AS document,
  {document: plan.id, title: plan.title, item: t.number, task: t.id,
   wording: t.clause, start: t.start, end: t.end} AS evidence
ORDER BY plan.year DESC, plan.id, t.ordinal
