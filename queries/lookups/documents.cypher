// title: Documents by words
// about: Documents whose id it is, or whose title or number says it.
// param words: text — an id, or words of a title
MATCH (d:Document)
WHERE d.id = $words OR d.title CONTAINS $words OR d.number = $words
RETURN d.id AS id, d.title AS name, d.id = $words AS by_id, d.title = $words AS exact
ORDER BY id
LIMIT 20
