// title: Domains by words
// about: Domains whose id or number it is, or whose name says it.
// param words: text — an id, a number as printed, or words of a name
MATCH (domain:Domain)
WHERE domain.id = $words OR domain.number = $words OR domain.name CONTAINS $words
RETURN domain.id AS id, domain.name AS name, domain.id = $words AS by_id, domain.name = $words AS exact
ORDER BY id
LIMIT 20
