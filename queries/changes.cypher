// title: What changed between two plans
// title-zh: 两份文件之间的变化
// about: Which tasks each agency took on and laid down from one plan to another, by title; an earlier name is the same agency.
// param before: document — the earlier plan: its id or words of its title
// param after: document — the later plan: its id or words of its title
MATCH (body:Agency)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(t:Task)-[:IN*1..2]->(plan:Document)
WHERE plan.id IN [$before, $after]
OPTIONAL MATCH later = (body)-[:SUCCEEDED_BY*1..5]->(now:Agency)
WHERE all(step IN relationships(later) WHERE step.kind IN ['renamed', 'merged'])
  AND NOT EXISTS { (now)-[:SUCCEEDED_BY]->(:Agency) }
WITH coalesce(now, body) AS agency, type(r) = 'LEADS' AS leads, t, plan {.id} AS plan
WITH agency, leads, t, plan ORDER BY plan.id, t.ordinal
WITH agency,
  collect(DISTINCT CASE WHEN plan.id = $before AND leads THEN t.title END) AS led_before,
  collect(DISTINCT CASE WHEN plan.id = $after AND leads THEN t.title END) AS led_after,
  collect(DISTINCT CASE WHEN plan.id = $before AND NOT leads THEN t.title END) AS shared_before,
  collect(DISTINCT CASE WHEN plan.id = $after AND NOT leads THEN t.title END) AS shared_after
WITH agency,
  [x IN led_after WHERE NOT x IN led_before] AS now_leads, [x IN led_before WHERE NOT x IN led_after] AS led,
  [x IN shared_after WHERE NOT x IN shared_before] AS now_shares,
  [x IN shared_before WHERE NOT x IN shared_after] AS shared
WHERE size(now_leads) + size(led) + size(now_shares) + size(shared) > 0
RETURN agency.name AS agency, agency.id AS agency_id, now_leads, led AS no_longer_leads, now_shares,
  shared AS no_longer_shares
ORDER BY agency_id
