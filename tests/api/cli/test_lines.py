"""JSON lines: one answer a line, and a bad line doesn't cost the others theirs."""

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from api.cli.lines import answer_lines, to_line
from graph.errors import Failure


def echo(record):
    if "id" not in record:
        raise Failure('No "id".')
    return {"id": record["id"]}


def answered(data):
    out = io.BytesIO()
    complete = answer_lines(io.BytesIO(data), out, echo)
    return complete, [json.loads(line)["id"] for line in out.getvalue().splitlines()]


def test_each_line_is_answered_in_order():
    assert answered(b'{"id": "a"}\n{"id": "b"}\n') == (True, ["a", "b"])


def test_empty_lines_and_a_byte_order_mark_are_passed_over():
    assert answered(b'\xef\xbb\xbf{"id": "a"}\r\n\n   \n{"id": "b"}') == (True, ["a", "b"])


def test_a_bad_line_is_named_and_the_others_are_answered(capsys):
    assert answered(b'{"id": "a"}\nnot json\n{"id": "b"}\n') == (False, ["a", "b"])
    assert capsys.readouterr().err.startswith("zhize: line 2: Not JSON")


def test_a_fault_of_our_own_in_one_line_costs_only_that_line(capsys):
    def faulty(record):
        return {"id": 1 / record["id"]}

    out = io.BytesIO()
    assert not answer_lines([b'{"id": 0}', b'{"id": 1}'], out, faulty)
    assert out.getvalue() == b'{"id": 1.0}\n'
    assert capsys.readouterr().err.startswith("zhize: line 1: An error in zhize itself: ZeroDivisionError")


def test_every_kind_of_bad_line_has_its_reason(capsys):
    bad = [b"[1]", b"\xff\xfe", b'{"mention": "x"}', b"[" * 100_000]
    assert answered(b"\n".join(bad)) == (False, [])
    reasons = capsys.readouterr().err.splitlines()
    for number, reason in enumerate(["Not a JSON object", "Not UTF-8", 'No "id"', "Not JSON"], start=1):
        assert reasons[number - 1].startswith(f"zhize: line {number}: {reason}")


@given(st.text(st.characters()))
def test_any_text_stays_one_line_and_comes_back(text):
    line = to_line({"text": text})
    assert line.decode("utf-8").splitlines() == [line.decode("utf-8").removesuffix("\n")]
    assert json.loads(line) == {"text": text}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), VALUES))
def test_a_list_written_item_by_item_is_the_same_list(record):
    flowing = {name: iter(value) if isinstance(value, list) else value for name, value in record.items()}
    assert to_line(flowing) == to_line(record)
    assert json.loads(to_line(record)) == record
