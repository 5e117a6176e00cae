// title: Path of responsibility between two agencies
// title-zh: 两个单位之间的责任路径
// about: The shortest ways from one agency to another through the tasks that agencies share.
// param from: agency = 科学技术厅 — where the path starts: any name, or an id
// param to: agency = 公安厅 — where it ends: any name, or an id
MATCH (start:Agency {id: $from}), (goal:Agency {id: $to})
WHERE start <> goal
MATCH way = allShortestPaths(
  (start)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES|MEMBER_OF|SUCCEEDED_BY*1..10]-(goal))
WITH [n IN nodes(way) | n] AS stops, relationships(way) AS steps
ORDER BY reduce(key = '', n IN stops | key + n.id + ' ')
LIMIT 20
UNWIND range(0, size(steps) - 1) AS place
WITH stops, place, steps[place] AS r, endNode(steps[place]) AS t
OPTIONAL MATCH (t)-[:IN*1..2]->(plan:Document)
WITH stops, place, r, t, plan ORDER BY place
WITH stops, reduce(key = '', n IN stops | key + n.id + ' ') AS key, collect({
  role: {LEADS: 'lead', RESPONSIBLE_FOR: 'responsible', SUPPORTS: 'support', GUIDES: 'guide', MEMBER_OF: 'member',
    SUCCEEDED_BY: 'successor'}[type(r)],
  document: plan.id, title: plan.title, item: CASE WHEN t:Task THEN t.number END,
  task: CASE WHEN t:Task THEN t.id END, mention: r.mention, wording: r.wording, start: r.start, end: r.end,
  method: r.method, score: r.score}) AS evidence
RETURN
  size([n IN stops WHERE n:Task]) AS tasks_between, [n IN stops | coalesce(n.title, n.name)] AS route,
  [n IN stops WHERE n:Task | n.id] AS tasks,
  [n IN stops | {id: n.id, name: coalesce(n.title, n.name), item: n.number, task: n:Task}] AS stops, evidence
ORDER BY key
