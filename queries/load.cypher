// title: Load per agency
// title-zh: 各单位任务量
// about: How many tasks each agency leads, alone and with others, shares, supports and guides; earlier names count for today's body.
// param year: integer? — only plans of this year
// param document: document? — only this plan: its id or words of its title
MATCH (body:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(task:Task)-[:IN*1..2]->(plan:Document)
WHERE ($year IS NULL OR plan.year = $year) AND ($document IS NULL OR plan.id = $document)
WITH body, type(r) AS kind, task,
  EXISTS { MATCH (task)<-[:LEADS]-(other:Agency) WHERE other.id <> body.id } AS shared
OPTIONAL MATCH later = (body)-[:SUCCEEDED_BY*1..5]->(now:Agency)
WHERE all(step IN relationships(later) WHERE step.kind IN ['renamed', 'merged'])
  AND NOT EXISTS { (now)-[:SUCCEEDED_BY]->(:Agency) }
WITH coalesce(now, body) AS agency, kind, task, shared
WITH agency,
  count(DISTINCT CASE WHEN kind = 'LEADS' THEN task.id END) AS leads,
  count(DISTINCT CASE WHEN kind = 'LEADS' AND shared THEN task.id END) AS co_leads,
  count(DISTINCT CASE WHEN kind = 'RESPONSIBLE_FOR' THEN task.id END) AS responsible,
  count(DISTINCT CASE WHEN kind = 'SUPPORTS' THEN task.id END) AS supports,
  count(DISTINCT CASE WHEN kind = 'GUIDES' THEN task.id END) AS guides,
  count(DISTINCT task.id) AS tasks
RETURN agency.name AS agency, agency.id AS agency_id, leads, co_leads, responsible, supports, guides, tasks
ORDER BY tasks DESC, leads DESC, agency_id
