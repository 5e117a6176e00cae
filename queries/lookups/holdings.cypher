// title: What the store holds
// about: How many nodes of each label there are; collectives and unresolved names are counted apart from agencies.
OPTIONAL MATCH (d:Document)
WITH count(d) AS documents
OPTIONAL MATCH (s:Domain)
WITH documents, count(s) AS domains
OPTIONAL MATCH (t:Task)
WITH documents, domains, count(t) AS tasks
OPTIONAL MATCH (g:Goal)
WITH documents, domains, tasks, count(g) AS goals
OPTIONAL MATCH (a:Agency)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|GUIDES]->(:Task)
WITH documents, domains, tasks, goals, collect(DISTINCT a) AS named
RETURN documents, domains, tasks, goals,
  size([a IN named WHERE a.resolved AND NOT a:Collective]) AS agencies,
  size([a IN named WHERE a:Collective]) AS groups,
  size([a IN named WHERE NOT a.resolved]) AS unresolved_names
