// title: Documents
// about: One page of documents, newest first.
// param year: integer? — only plans of this year
// param after_on: date? — the date of the last document of the page before
// param after: text? — its id
// param limit: integer — most rows
MATCH (d:Document)
WHERE $year IS NULL OR d.year = $year
WITH d.id AS id, coalesce(d.issued_on, date('0001-01-01')) AS day
WHERE $after IS NULL OR day < date($after_on) OR (day = date($after_on) AND id > $after)
WITH id, day ORDER BY day DESC, id LIMIT $limit
MATCH (d:Document {id: id})
OPTIONAL MATCH (issuer:Agency)-[:ISSUED]->(d)
WITH day, issuer, COUNT { (d)<-[:IN*1..2]-(:Task) } AS tasks, size(coalesce(d.unread_start, [])) AS unread,
  size(coalesce(d.warnings, [])) AS warnings,
  d {.id, .title, .number, .issuer, .issued_on, .year, .jurisdiction, .source} AS d
WITH day, issuer, tasks, unread, warnings, d ORDER BY issuer.id
WITH day, d, tasks, unread, warnings,
  collect(CASE WHEN issuer IS NOT NULL THEN {id: issuer.id, name: issuer.name} END)[0] AS issuer
RETURN
  [day, d.id] AS key, d.id AS id, d.title AS title, d.number AS number, d.issuer AS issued_by, issuer,
  d.issued_on AS issued_on, d.year AS year, d.jurisdiction AS jurisdiction, d.source AS source,
  tasks, unread, warnings
ORDER BY day DESC, id
