"""Citing: document and item, as an office writes it."""

from api.briefing.sources import Source, cite, cite_all


def test_one_item():
    assert cite(Source("某省要点", "九", "建设平台")) == "《某省要点》第九项"


def test_an_item_without_number_is_cited_by_its_title():
    assert cite(Source("某省要点", None, "建设平台")) == "《某省要点》“建设平台”"


def test_items_of_one_document_are_cited_together_and_once():
    sources = [
        Source("甲", "一", "a"),
        Source("乙", "二", "b"),
        Source("甲", "三", "c"),
        Source("甲", "一", "a"),
    ]
    assert cite_all(sources) == "《甲》第一、三项；《乙》第二项"


def test_nothing_to_cite():
    assert cite_all([]) == ""
