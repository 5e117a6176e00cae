// title: Goals
// about: One page of goals, soonest first.
// param agency: agency? — only goals of tasks this agency has a part in, under its earlier names too
// param domain: domain? — only goals of this domain, its inner sections included
// param document: document? — only this plan
// param due_from: date? — due on this day or later
// param due_by: date? — due on this day or sooner
// param after_due: date? — the day of the last goal of the page before
// param after: text? — its id
// param limit: integer — most rows
OPTIONAL MATCH past = (:Agency {id: $agency})<-[:SUCCEEDED_BY*0..5]-(body:Agency)
WHERE all(step IN relationships(past) WHERE step.kind <> 'duty_moved')
OPTIONAL MATCH (body)-[:MEMBER_OF*0..1]->(holder:Agency)
WITH collect(DISTINCT holder.id) AS holders
MATCH (bearer:Task|Document)-[:HAS_GOAL]->(g:Goal)
WITH holders, bearer, g, coalesce(g.deadline, date('9999-12-31')) AS day
WHERE ($agency IS NULL OR EXISTS {
    (bearer)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]-(holder:Agency) WHERE holder.id IN holders })
  AND ($domain IS NULL OR EXISTS { (bearer)-[:IN]->(:Domain)-[:PART_OF*0..5]->(:Domain {id: $domain}) })
  AND ($due_from IS NULL OR g.deadline >= date($due_from))
  AND ($due_by IS NULL OR g.deadline <= date($due_by))
  AND ($after IS NULL OR day > date($after_due) OR (day = date($after_due) AND g.id > $after))
  AND ($document IS NULL OR EXISTS { (bearer)-[:IN*0..2]->(:Document {id: $document}) })
WITH bearer, g, day
WITH bearer, g, day ORDER BY day, g.id LIMIT $limit
MATCH (bearer)-[:IN*0..2]->(d:Document)
WITH DISTINCT bearer, g, day, d {.id, .title} AS d
OPTIONAL MATCH (a:Agency)-[r:LEADS]->(bearer)
WITH bearer, g, day, d, a, r ORDER BY r.position
WITH bearer, g, day, d, [x IN collect(DISTINCT {id: a.id, name: a.name}) WHERE x.id IS NOT NULL] AS leads
RETURN
  [day, g.id] AS key, g.id AS id, g.statement AS statement, g.about AS about, g.value AS value,
  g.value_max AS value_max, g.unit AS unit, g.comparator AS comparator, g.deadline AS deadline,
  g.start AS start, g.end AS end, {id: d.id, title: d.title} AS document, leads,
  CASE WHEN bearer:Task THEN {id: bearer.id, number: bearer.number, title: bearer.title} END AS task
ORDER BY day, id
