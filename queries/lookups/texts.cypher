// title: Texts of documents
// about: The text that spans of these documents point into.
// param documents: text — ids, as a list
MATCH (d:Document)
WHERE d.id IN $documents
RETURN d.id AS id, d.text AS text
ORDER BY id
