"""What a query file must be, told by the files that are refused."""

from pathlib import Path

import pytest

from queries.catalogue import (
    LISTS,
    LOOKUPS,
    QUESTIONS,
    CatalogueError,
    Parameter,
    ParameterType,
    load_catalogue,
)
from queries.lint import bare

GOOD = """// title: Tasks of a year
// about: What was to be done.
// param year: integer = 2024 — the year
// param word: text? — in the title
MATCH (t:Task)
WHERE t.year = $year AND ($word IS NULL OR t.title CONTAINS $word)
RETURN t.id AS id ORDER BY id
"""


def _loaded(folder: Path, text: str, name: str = "some-tasks"):
    (folder / f"{name}.cypher").write_text(text, encoding="utf-8")
    return load_catalogue(folder)


def test_header_is_read(tmp_path):
    query = _loaded(tmp_path, GOOD)["some-tasks"]
    assert (query.title, query.about) == ("Tasks of a year", "What was to be done.")
    assert query.parameters == (
        Parameter("year", ParameterType.INTEGER, False, "2024", "the year"),
        Parameter("word", ParameterType.TEXT, True, None, "in the title"),
    )


def test_file_is_sent_as_it_is_so_that_neo4j_browser_runs_the_same(tmp_path):
    assert _loaded(tmp_path, GOOD)["some-tasks"].cypher == GOOD


@pytest.mark.parametrize(
    ("change", "to", "line", "says"),
    [
        ("// title: Tasks of a year", "// title:", 1, "title"),
        ("// about: What was to be done.\n", "", 1, "about"),
        ("// param year: integer", "// param year: number", 3, "number"),
        ("— the year", "- the year", 3, "header line"),
        ("// param word", "// note\n// param word", 4, "header line"),
        ("// param word: text?", "// param year: text?", 4, "twice"),
        ("$year", "2024", 3, "never used"),
        ("t.id AS id", "t.id AS id, $other AS o", 7, "$other"),
        ("MATCH (t:Task)", "MERGE (t:Task)", 5, "MERGE"),
        ("RETURN", "set t.seen = true RETURN", 7, "SET"),
        ("RETURN", "DETACH DELETE t RETURN", 7, "DELETE"),
        ("RETURN", "REMOVE t.title RETURN", 7, "REMOVE"),
        ("RETURN", "CALL { WITH t RETURN 1 AS x } IN TRANSACTIONS RETURN", 7, "IN TRANSACTIONS"),
        ("RETURN", "CALL db.labels() YIELD label RETURN", 7, "CALL"),
        ("MATCH (t:Task)", "LOAD CSV FROM 'x' AS row\nMATCH (t:Task)", 5, "LOAD CSV"),
        ("RETURN", "FOREACH (x IN [1] | CREATE (:X)) RETURN", 7, "FOREACH"),
    ],
)
def test_bad_file_is_refused_with_its_line(tmp_path, change, to, line, says):
    with pytest.raises(CatalogueError) as refused:
        _loaded(tmp_path, GOOD.replace(change, to, 1))
    assert refused.value.where == f"{tmp_path / 'some-tasks.cypher'}:{line}"
    assert says in refused.value.what


def test_header_alone_is_no_query(tmp_path):
    with pytest.raises(CatalogueError, match="no query"):
        _loaded(tmp_path, "// title: A\n// about: B\n")


def test_file_name_is_the_name_of_the_question(tmp_path):
    with pytest.raises(CatalogueError, match="file name"):
        _loaded(tmp_path, GOOD, "Some Tasks")


@pytest.mark.parametrize("word", ["'CREATE'", '"$nothing"', "t.set", "/* DELETE $x */ 1", "t.`MERGE`"])
def test_what_only_looks_like_a_clause_is_no_clause(tmp_path, word):
    assert _loaded(tmp_path, GOOD.replace("t.id AS id", f"t.id AS id, {word} AS x"))


@pytest.mark.parametrize("folder", [QUESTIONS, LISTS, LOOKUPS])
def test_our_own_files_keep_to_what_both_stores_have(folder):
    for query in load_catalogue(folder):
        code = bare(query.cypher).lower()
        assert "order by" in code or "count(d)" in code or query.name == "holdings", query.name
        for foreign in ("elementid", "apoc", "fulltext", "shortest "):
            assert foreign not in code, query.name


def test_the_questions_that_are_promised_are_there():
    promised = {"tasks", "co-led", "chain", "domain-agencies", "partners", "goals", "path", "load"}
    assert promised | {"without-lead", "unresolved", "table", "together"} <= {
        q.name for q in load_catalogue()
    }
