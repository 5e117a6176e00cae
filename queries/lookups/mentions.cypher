// title: Where a name stands
// about: Every responsibility written under a name, and the body it leads to; classes of bodies left out.
// param name: text — a name without noise
// param place: text? — only in documents of this place, by code; '' for those whose place isn't known
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(t:Task)-[:IN*1..2]->(d:Document)
WHERE (r.mention = $name OR (a.name = $name AND a.resolved = false)) AND NOT a:Collective
  AND ($place IS NULL OR coalesce(d.jurisdiction, '') = $place)
WITH
  coalesce(d.jurisdiction, '') AS place, a.id AS agency_id, a.name AS agency, a.resolved AS resolved,
  r.method AS method, r.score AS score, type(r) AS role, d.id AS document, d.title AS document_title,
  d.issued_on AS issued_on, t.id AS task, t.number AS item, t.title AS title, r.start AS start, r.end AS end,
  t.ordinal AS ordinal, r.position AS position
RETURN *
ORDER BY issued_on, document, ordinal, position
