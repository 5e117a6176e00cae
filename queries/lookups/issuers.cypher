// title: What a body issued under a name
// about: Documents whose issuer as printed begins with a name, and the body it leads to; classes of bodies left out.
// param name: text — a name without noise
// param place: text? — only documents of this place, by code; '' for those whose place isn't known
MATCH (a:Agency)-[:ISSUED]->(d:Document)
WHERE (d.issuer STARTS WITH $name OR (a.name = $name AND a.resolved = false)) AND NOT a:Collective
  AND ($place IS NULL OR coalesce(d.jurisdiction, '') = $place)
WITH
  coalesce(d.jurisdiction, '') AS place, a.id AS agency_id, a.name AS agency, a.resolved AS resolved,
  null AS method, null AS score, 'ISSUED' AS role, d.id AS document, d.title AS document_title,
  d.issued_on AS issued_on, d.issuer AS issuer, null AS start, null AS end
RETURN *
ORDER BY issued_on, document
