"""What holds for every clause and every text."""

import itertools
import time

from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.model import Role
from ingest.clauses import read_clauses
from ingest.readers.normalise import text_of
from ingest.script import clean_name

STEMS = [
    "教育",
    "财政",
    "水利",
    "商务",
    "审计",
    "民政",
    "林业",
    "工业和信息化",
    "文化和旅游",
    "自然资源",
    "应急管理",
]
LEVELS = [("省", "厅"), ("市", "局"), ("县", "局"), ("自治区", "厅"), ("州", "局")]
VERBS = {
    Role.LEAD: ["牵头", "牵头负责", "共同牵头", "统筹协调"],
    Role.RESPONSIBLE: ["负责", "按职责分工负责", "组织实施"],
    Role.SUPPORT: ["配合", "参与", "协同配合"],
    Role.GUIDE: ["指导", "督促指导", "督导"],
}
LABELS = {
    Role.LEAD: "牵头单位",
    Role.RESPONSIBLE: "责任单位",
    Role.SUPPORT: "配合单位",
    Role.GUIDE: "指导单位",
}
PAIRS = ["（）", "()", "〔〕", "【】"]
CHARACTERS = (
    "（）〔【】()省市县各教育厅局牵头负责配合单位责任：，、；。和及会同等由任务均需下同首位为 \n\t|12月底前"
)

groups = st.lists(
    st.tuples(
        st.sampled_from(list(Role)), st.lists(st.sampled_from(STEMS), min_size=1, max_size=3, unique=True)
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda group: group[0],
)


@st.composite
def rendered(draw: st.DrawFn) -> tuple[str, list[tuple[str, Role]]]:
    """A clause in one of the styles, and who it means."""
    level, head = draw(st.sampled_from(LEVELS))
    shared, labelled = draw(st.booleans()), draw(st.booleans())
    parts, expected = [], []
    for role, stems in draw(groups):
        names = [f"{level}{stem}{head}" for stem in stems]
        expected += [(name, role) for name in names]
        written = [names[0], *(name.removeprefix(level) if shared else name for name in names[1:])]
        last = draw(st.sampled_from(["、", "和", "及"]))
        listed = "、".join(written[:-1]) + (last if len(written) > 1 else "") + written[-1]
        parts.append(f"{LABELS[role]}：{listed}" if labelled else listed + draw(st.sampled_from(VERBS[role])))
    pair = draw(st.sampled_from(PAIRS))
    body = draw(st.sampled_from("；，" if not labelled else "；")).join(parts)
    return f"开展年度行动。{pair[0]}{body}{pair[1]}", expected


@given(rendered())
def test_what_is_rendered_is_read(case: tuple[str, list[tuple[str, Role]]]) -> None:
    content, expected = case
    text = text_of(content)
    clauses = read_clauses(text, 0, len(text.content))
    assert [(a.mention, a.role) for clause in clauses for a in clause.assignments] == expected
    assert not any(clause.unread for clause in clauses)


@given(rendered(), st.text(alphabet=CHARACTERS, max_size=80))
@settings(max_examples=200)
def test_spans_lie_in_the_text_and_say_what_the_mention_says(
    case: tuple[str, list[tuple[str, Role]]], noise: str
) -> None:
    text = text_of(noise + "\n" + case[0] + "\n" + noise)
    clauses = read_clauses(text, 0, len(text.content))
    for before, after in itertools.pairwise(clauses):
        assert before.end <= after.start
    for clause in clauses:
        assert 0 <= clause.start < clause.end <= len(text.content)
        for a in clause.assignments:
            assert clause.start <= a.start < a.end <= clause.end
            assert clean_name(text.content[a.start : a.end]) in clean_name(a.mention)
        for unread in clause.unread:
            assert text.content[unread.start : unread.end] == unread.text


@given(st.one_of(st.text(max_size=200), st.text(alphabet=CHARACTERS, max_size=200)))
@settings(max_examples=400)
@example("（" * 500)
@example("厅和" * 500)
@example("由" + "省教育厅、" * 300 + "牵头")
@example("（责任单位：")
@example("牵头单位：\n")
def test_reading_never_raises(content: str) -> None:
    text = text_of(content)
    read_clauses(text, 0, len(text.content))


def test_time_grows_with_length_only() -> None:
    line = "完善（含扩建）设施，新建水渠12公里。（省水利厅牵头，省财政厅、农业农村厅按职责分工负责）\n"

    def seconds(times: int) -> float:
        text = text_of(line * times)
        began = time.process_time()
        read_clauses(text, 0, len(text.content))
        return time.process_time() - began

    seconds(10)
    assert seconds(2000) < 40 * max(seconds(200), 0.01)
