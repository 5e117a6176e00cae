// title: Tasks
// about: One page of tasks in the order of their documents, each with its agencies in order.
// param document: document? — only this plan
// param domain: domain? — only this domain, its inner sections included
// param year: integer? — only plans of this year
// param words: text? — only tasks with this in their title or text
// param after: text? — the key of the last task of the page before
// param limit: integer — most rows
MATCH (plan:Document)
WHERE ($document IS NULL OR plan.id = $document) AND ($year IS NULL OR plan.year = $year)
WITH plan, plan {.id, .title} AS d
MATCH (t:Task)-[:IN*1..2]->(plan)
WHERE ($domain IS NULL OR EXISTS { (t)-[:IN]->(:Domain)-[:PART_OF*0..5]->(:Domain {id: $domain}) })
  AND ($words IS NULL OR t.title CONTAINS $words OR t.text CONTAINS $words)
WITH DISTINCT t, d, d.id + '/' + right('000000' + toString(t.ordinal), 6) AS key
WHERE $after IS NULL OR key > $after
WITH t, d, key ORDER BY key LIMIT $limit
OPTIONAL MATCH (t)-[:IN]->(domain:Domain)
OPTIONAL MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(t)
WITH t, d, key, domain, a, r ORDER BY key, r.position, a.id
WITH t, d, key, domain, [part IN collect({
  id: a.id, name: a.name, resolved: a.resolved, collective: a:Collective, role: type(r), position: r.position,
  mention: r.mention, wording: r.wording, scope: r.scope, start: r.start, end: r.end,
  method: r.method, score: r.score}) WHERE part.id IS NOT NULL] AS agencies
RETURN
  [key] AS key, t.id AS id, t.number AS number, t.title AS title, {id: d.id, title: d.title} AS document,
  CASE WHEN domain IS NULL THEN null ELSE {id: domain.id, number: domain.number, name: domain.name} END AS domain,
  t.deadline AS deadline, t.open AS open, agencies
ORDER BY key
