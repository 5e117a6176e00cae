// title: One document
// about: A document with its text and what of it was not understood.
// param document: document — its id
MATCH (d:Document {id: $document})
OPTIONAL MATCH (issuer:Agency)-[:ISSUED]->(d)
WITH d, issuer ORDER BY issuer.id
WITH d,
  collect(CASE WHEN issuer IS NOT NULL THEN {id: issuer.id, name: issuer.name} END)[0] AS issuer
RETURN
  d.id AS id, d.title AS title, d.number AS number, d.issuer AS issued_by, issuer, d.issued_on AS issued_on,
  d.year AS year, d.jurisdiction AS jurisdiction, d.source AS source, d.sha256 AS sha256,
  COUNT { (d)<-[:IN*1..2]-(:Task) } AS tasks, d.text AS text,
  coalesce(d.addressees, []) AS addressees, coalesce(d.warnings, []) AS warnings, d.unread_start AS unread_start,
  d.unread_end AS unread_end, d.unread_reason AS unread_reason
ORDER BY id
