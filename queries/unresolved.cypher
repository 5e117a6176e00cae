// title: Unresolved names
// title-zh: 待核实的单位名称
// about: Names as written that no known body could be found for, where they stand and in which role: the list for review.
// param document: document? — only this plan: its id or words of its title
MATCH (agency:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(t:Task)-[:IN*1..2]->(plan:Document)
WHERE agency.resolved = false AND ($document IS NULL OR plan.id = $document)
WITH agency, r, t, plan {.id, .title, .year} AS plan
RETURN
  agency.name AS name, agency.id AS agency_id,
  {LEADS: 'lead', RESPONSIBLE_FOR: 'responsible', SUPPORTS: 'support', GUIDES: 'guide'}[type(r)] AS role,
  t.id AS task, t.number AS item, t.title AS title, plan.title AS document,
  {document: plan.id, title: plan.title, item: t.number, task: t.id, mention: r.mention,
   wording: r.wording, start: r.start, end: r.end, method: r.method, score: r.score} AS evidence
ORDER BY name, plan.id, t.ordinal, r.position
