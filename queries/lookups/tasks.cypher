// title: Tasks by words
// about: Tasks whose id or number it is, or whose title says it.
// param words: text — an id, a number as printed or in digits, or words of a title
MATCH (t:Task)
WHERE t.id = $words OR t.number = $words OR t.title CONTAINS $words OR t.id ENDS WITH '.' + $words
RETURN t.id AS id, t.title AS name, t.id = $words AS by_id, t.title = $words AS exact
ORDER BY id
LIMIT 20
