"""A verdict links the graph anew at once; documents and judgements give the same graph again."""

import pytest

from api.ask import ask
from api.judging import load_judgements, own_file
from api.names import AmbiguousName, UnknownAgency, UnknownName
from api.review import Ruling, judge, show, undo, waiting_names
from graph.errors import Failure
from ingest.agencies.judgements import JudgementsFailure, Verdict
from queries.catalogue import load_catalogue
from tests.api.review.plans import GUANGDONG, HUNAN, ISSUED, LATER, UNKNOWN

DATA, FINANCE = "440000.gsb", "440000.finance"
DUTIES = (
    "MATCH (a:Agency)-[r]->(t:Task) WHERE r.mention = $name"
    " RETURN a.id AS agency, r.method AS method, r.score AS score, type(r) AS role, t.title AS title"
    " ORDER BY title, role"
)


def said(verdict, agency=None, name=UNKNOWN, jurisdiction=None):
    return Ruling(name, Verdict(verdict), "王芳", "见三定规定", agency, jurisdiction)


def duties(store, name=UNKNOWN):
    return store.read(DUTIES, {"name": name})


def waiting(store, place=None):
    found = waiting_names(store, place)
    return [(one.row["name"], one.row["jurisdiction"]["name"], one.row["tasks"]) for one in found]


def test_names_wait_with_most_tasks_first_and_where_they_stand(empty_store, load):
    load(ISSUED, GUANGDONG, LATER, HUNAN)
    assert waiting(empty_store) == [
        (UNKNOWN, "广东省", 3),
        (UNKNOWN, "湖南省", 1),
        ("广东省智慧湾区统筹局", "广东省", 0),
    ]
    assert waiting(empty_store, "湖南") == [(UNKNOWN, "湖南省", 1)]
    first = waiting_names(empty_store)[0].row["first"]
    assert (first["document"]["title"], first["item"], first["title"]) == (
        "广东省数字建设2024年工作要点",
        "一",
        "建设算力平台",
    )


def test_same_moves_every_responsibility_to_that_body_and_keeps_what_it_says(empty_store, load):
    load(GUANGDONG, LATER, HUNAN)
    before = duties(empty_store)
    applied = judge(empty_store, said("same", "省政数局", jurisdiction="广东省"))
    assert (applied.moved.responsibilities, applied.moved.documents) == (3, 2)
    assert {(row["agency"], row["method"], row["score"]) for row in duties(empty_store)} == {
        (DATA, "reviewed", 1.0),
        (f"430000.unresolved.{UNKNOWN}", "unresolved", 0.0),
    }
    after = duties(empty_store)
    assert [(row["role"], row["title"]) for row in after] == [(row["role"], row["title"]) for row in before]
    assert waiting(empty_store) == [(UNKNOWN, "湖南省", 1)]


def test_the_new_body_is_found_by_the_judged_name(empty_store, load):
    load(GUANGDONG)
    judge(empty_store, said("same", DATA))
    rows = ask(empty_store, load_catalogue()["tasks"], {"agency": UNKNOWN}).rows
    assert [row["title"] for row in rows] == ["建设算力平台", "培养数字人才"]


@pytest.mark.parametrize("texts", [(GUANGDONG, LATER, HUNAN), (ISSUED, GUANGDONG)])
@pytest.mark.parametrize(
    "rulings",
    [
        [said("same", DATA, jurisdiction="广东省")],
        [said("same", DATA, jurisdiction="广东省"), said("same", FINANCE, jurisdiction="广东省")],
        [said("unsure", jurisdiction="广东省")],
        [said("unsure", name="省财政厅")],
        [said("different", FINANCE, name="省财政厅")],
        [
            said("different", DATA, name="省财政厅"),
            said("same", DATA, name="省公安厅", jurisdiction="广东省"),
        ],
        [said("same", "440100.gov", jurisdiction="广东省")],
        [said("same", "000000.ndrc", name="广东省工业和信息化厅", jurisdiction="广东省")],
        [said("same", DATA, jurisdiction="广东省"), said("withdrawn", jurisdiction="广东省")],
    ],
    ids=lambda rulings: "+".join(f"{one.verdict}-{one.agency or ''}-{one.name}" for one in rulings),
)
def test_a_rebuild_from_documents_and_judgements_gives_the_same_graph(
    empty_store, load, graph, forget, texts, rulings
):
    load(*texts)
    for ruling in rulings:
        try:
            (undo if ruling.verdict is Verdict.WITHDRAWN else judge)(empty_store, ruling)
        except UnknownName:  # a name that these plans don't have
            assert ruling.name not in "".join(texts)
    judged = graph()
    forget()
    load(*texts)
    assert graph() == judged


def test_loading_again_after_a_verdict_changes_nothing(empty_store, load, graph):
    load(GUANGDONG)
    judge(empty_store, said("same", DATA))
    judged = graph()
    load(GUANGDONG)
    assert graph() == judged


def test_undo_brings_back_what_the_rules_say_and_keeps_the_history(empty_store, load, graph):
    load(GUANGDONG, LATER)
    before = graph()
    judge(empty_store, said("same", DATA))
    assert graph() != before
    applied = undo(empty_store, said("withdrawn"))
    assert graph() == before
    assert applied.now.agency is None
    assert [one.verdict for one in load_judgements()] == ["same", "withdrawn"]


def test_an_issuer_is_judged_too(empty_store, load):
    load(ISSUED)
    name = "广东省智慧湾区统筹局"
    applied = judge(empty_store, said("same", DATA, name=name))
    assert (applied.moved.responsibilities, applied.moved.documents) == (0, 1)
    issuers = empty_store.read("MATCH (a:Agency)-[:ISSUED]->(d) RETURN a.id AS id, d.issuer AS printed")
    assert issuers == [{"id": DATA, "printed": name}]
    assert waiting(empty_store) == []


def test_unsure_stays_in_the_list_with_who_said_so(empty_store, load):
    load(GUANGDONG)
    judge(empty_store, said("unsure"))
    (only,) = waiting_names(empty_store)
    assert only.row["name"] == UNKNOWN
    assert only.judgement
    assert (only.judgement.verdict, only.judgement.who) == ("unsure", "王芳")


def test_different_takes_a_wrong_link_away(empty_store, load):
    load(GUANGDONG)
    judge(empty_store, said("different", FINANCE, name="省财政厅"))
    assert [row["agency"] for row in duties(empty_store, "省财政厅")] == ["440000.unresolved.省财政厅"]
    assert ("省财政厅", "广东省", 1) in waiting(empty_store)
    assert empty_store.read("MATCH (a:Agency {id: $id}) RETURN a.id AS id", {"id": FINANCE}) == []


def test_a_class_of_bodies_is_not_touched(empty_store, load, graph):
    load(GUANGDONG)
    before = graph()
    with pytest.raises(UnknownName):
        judge(empty_store, said("same", DATA, name="各地级以上市人民政府"))
    assert graph() == before


def test_a_name_of_several_places_needs_one_of_them(empty_store, load):
    load(GUANGDONG, HUNAN)
    with pytest.raises(AmbiguousName) as several:
        judge(empty_store, said("same", DATA))
    assert [choice.name for choice in several.value.choices] == ["湖南省", "广东省"]
    judge(empty_store, said("same", DATA, jurisdiction="广东省"))
    assert judge(empty_store, said("unsure")).place.name == "湖南省"


def test_a_name_that_no_plan_has_is_answered_with_those_that_wait(empty_store, load):
    load(GUANGDONG)
    with pytest.raises(UnknownName) as unknown:
        judge(empty_store, said("same", DATA, name="省智慧湾区统筹办"))
    assert [choice.name for choice in unknown.value.choices] == [UNKNOWN]
    with pytest.raises(UnknownName):
        undo(empty_store, said("withdrawn"))
    assert not own_file().exists()


def test_a_body_that_nobody_knows_is_refused(empty_store, load):
    load(GUANGDONG)
    with pytest.raises(UnknownAgency):
        judge(empty_store, said("same", "省不存在厅"))
    assert load_judgements() == ()


def test_show_ranks_candidates_with_reasons_and_quotes_the_sentences(empty_store, load):
    load(GUANGDONG.replace(UNKNOWN, "省国资局"), LATER)
    shown = show(empty_store, "省国资局")
    assert shown.candidates[0].name == "广东省人民政府国有资产监督管理委员会"
    assert "rank words differ" in shown.candidates[0].reason
    assert [candidate.score for candidate in shown.candidates] == sorted(
        (candidate.score for candidate in shown.candidates), reverse=True
    )
    assert [sentence.item for sentence in shown.sentences] == ["一", "二"]
    assert "省国资局牵头" in shown.sentences[0].text
    assert [(link.resolved, link.times) for link in shown.links] == [(False, 2)]


def test_a_name_that_rules_resolve_can_be_shown(empty_store, load):
    load(GUANGDONG)
    shown = show(empty_store, "省财政厅")
    assert [(one.agency_id, one.reason) for one in shown.candidates] == [(FINANCE, "the official name")]
    assert [link.agency_id for link in shown.links] == [FINANCE]


def test_judgements_written_by_another_hand_are_heard_at_once(empty_store, load):
    load(GUANGDONG)
    judge(empty_store, said("same", DATA))
    with own_file().open("a", encoding="utf-8") as file:
        file.write("2024-06-01T08:00:00Z\t省财政厅\t440000\tunsure\t\t李强\t")
    load(GUANGDONG)
    assert [row["method"] for row in duties(empty_store, "省财政厅")] == ["unresolved"]
    judge(empty_store, said("unsure"))  # a line that nobody ended is ended first
    assert [one.who for one in load_judgements()] == ["王芳", "李强", "王芳"]


def test_a_broken_file_is_named_with_its_line_and_nothing_is_loaded(empty_store, load):
    own_file().parent.mkdir(parents=True)
    own_file().write_text("# mine\nnonsense\n", encoding="utf-8")
    with pytest.raises(JudgementsFailure) as broken:
        load(GUANGDONG)
    assert broken.value.where == f"{own_file()}:2"
    assert empty_store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_a_file_that_can_not_be_written_changes_nothing(empty_store, load, graph):
    load(GUANGDONG)
    before = graph()
    own_file().parent.parent.mkdir(exist_ok=True)
    own_file().parent.write_text("no folder")
    with pytest.raises(Failure) as refused:
        judge(empty_store, said("same", DATA))
    assert refused.value.where == str(own_file())
    assert graph() == before
