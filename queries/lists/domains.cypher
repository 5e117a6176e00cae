// title: Domains
// about: One page of domains, in the order of their documents.
// param document: document? — only this plan
// param after: text? — the key of the last domain of the page before
// param limit: integer — most rows
MATCH (domain:Domain)-[:IN]->(d:Document)
WHERE $document IS NULL OR d.id = $document
WITH domain, d {.id, .title} AS d, d.id + '/' + right('000000' + toString(domain.ordinal), 6) + '/' + domain.id AS key
WHERE $after IS NULL OR key > $after
WITH domain, d, key ORDER BY key LIMIT $limit
OPTIONAL MATCH (domain)-[:PART_OF]->(outer:Domain)
RETURN
  [key] AS key, domain.id AS id, domain.number AS number, domain.name AS name, domain.level AS level,
  outer.id AS parent, {id: d.id, title: d.title} AS document,
  COUNT { (domain)<-[:PART_OF*0..5]-(:Domain)<-[:IN]-(:Task) } AS tasks
ORDER BY key
