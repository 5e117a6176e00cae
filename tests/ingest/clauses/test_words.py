"""The reviewed lists are in order."""

import pytest

from graph.model import Role
from ingest.clauses.roles import role_of
from ingest.clauses.words import load_labels, load_roles, load_words


def test_lists_are_filled() -> None:
    words = load_words()
    assert all(words.lists.values())
    assert words.merged
    assert load_labels().backs


def test_no_word_is_both_a_verb_and_a_manner() -> None:
    roles = load_roles()
    assert not set(roles.verbs) & roles.others


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("牵头指导", Role.LEAD),
        ("负责指导", Role.GUIDE),
        ("配合落实", Role.SUPPORT),
        ("按职责分工牵头负责", Role.LEAD),
        ("承担办公室职责", Role.RESPONSIBLE),
        ("按职责分工", None),
    ],
)
def test_first_specific_verb_decides(words: str, role: Role | None) -> None:
    assert role_of(words) is role
