"""The seed file of the outline is sound, and its words do what their comments say."""

import pytest

from ingest.agencies.jurisdictions import load_jurisdictions
from ingest.outline import words


def test_lists_hold_distinct_words():
    for name, entries in words.words().items():
        values = list(entries.values()) if isinstance(entries, dict) else [entries]
        for value in values:
            if isinstance(value, list):
                assert value, name
                assert len(value) == len(set(value)), name


def test_province_signs_are_places():
    tree = load_jurisdictions()
    assert all(
        tree.get(code).level in ("province", "national") for code in words.words()["province_signs"].values()
    )


@pytest.mark.parametrize(
    "name", ["总体要求", "总体要求和主要目标", "保障措施", "附则", "工作目标", "强化组织领导"]
)
def test_sections_that_set_a_frame_are_known(name):
    assert words.frame_kind(name) is not None


@pytest.mark.parametrize("name", ["重点任务", "主要预期目标任务清单", "加强安全监管", "优化产业布局"])
def test_sections_of_work_are_no_frames(name):
    assert words.frame_kind(name) is None


@pytest.mark.parametrize(
    "line", ["— 3 —", "第 2 页 共 9 页", "（此件公开发布）", "联系人：张某，电话：0451-5555", "来源：某某网"]
)
def test_noise_is_known(line):
    assert words.noise_pattern().fullmatch(line)


@pytest.mark.parametrize("line", ["时间要求：2026年11月底前", "分享经验10项。", "编辑教材4种。"])
def test_text_is_no_noise(line):
    assert not words.noise_pattern().fullmatch(line)
