// title: Path of responsibility between two agencies
// title-zh: 两个单位之间的责任路径
// about: The shortest ways from one agency to another through the tasks that agencies share.
// param from: agency = 科学技术厅 — where the path starts: any name, or an id
// param to: agency = 公安厅 — where it ends: any name, or an id
MATCH (start:Agency {id: $from}), (goal:Agency {id: $to})
MATCH way = allShortestPaths(
  (start)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES|MEMBER_OF|SUCCEEDED_BY*1..10]-(goal))
WITH way, [n IN nodes(way) | coalesce(n.title, n.name)] AS route, [n IN nodes(way) WHERE n:Task | n.id] AS tasks
RETURN
  size(tasks) AS tasks_between, route, tasks,
  [n IN nodes(way) | {id: n.id, name: coalesce(n.title, n.name), item: n.number, task: n:Task}] AS stops,
  [r IN relationships(way) | {role: {LEADS: 'lead', RESPONSIBLE_FOR: 'responsible', SUPPORTS: 'support',
    GUIDES: 'guide', MEMBER_OF: 'member', SUCCEEDED_BY: 'successor'}[type(r)], mention: r.mention,
    wording: r.wording, start: r.start, end: r.end, method: r.method, score: r.score}] AS evidence
ORDER BY tasks
LIMIT 20
