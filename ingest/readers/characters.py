"""Characters: what is invisible, what stands for another, and what a copy added."""

import html
import re
import unicodedata

from ingest.script import radicals

_CONTROL = "\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_NOTHING = _CONTROL + "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ufffe"
_LINE_END = "\x0b\x0c\x85\u2028\u2029"
_SPACE = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_RADICAL = "\u2e80-\u2fd5"
_COMPATIBLE = "\uf900-\ufaff\U0002f800-\U0002fa1f"
_ODD = re.compile(f"([{_NOTHING}]+)|([{_LINE_END}])|([{_SPACE}])|[{_RADICAL}{_COMPATIBLE}]")

_IDEOGRAPH = "\u3400-\u9fff"
_TONED = "āáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜńňǹḿế\u0300-\u036f"
_TONE = re.compile(f"[{_TONED}]")
_GLOSS = re.compile(rf"(?<=[{_IDEOGRAPH}])\s{{0,4}}[（(]([a-züêɑɡ{_TONED}\s/·,，、]{{1,40}})[)）]")
_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:i(?:ang|ong|an|ao|ng|a|e|n|u)?|u(?:ang|an|ai|n|a|o|i|e)?|ü(?:an|e|n)?|a(?:ng|i|n|o)?|e(?:ng|i|n|r)?|o(?:ng|u)?)"
)

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def plain_characters(text: str) -> str:
    """Invisible characters gone, every space and line end one kind, radicals as plain characters."""
    return _ODD.sub(_plain, text.replace("\r\n", "\n").replace("\r", "\n"))


def _plain(match: re.Match[str]) -> str:
    if match[1]:
        return ""
    if match[2]:
        return "\n"
    if match[3]:
        return " "
    character = match[0]
    return radicals().get(ord(character)) or unicodedata.normalize("NFKC", character)


def decode_entities(text: str) -> str:
    """`&nbsp;`, `&#8220;` and the like as the characters they mean."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def without_glosses(text: str) -> str:
    """Pinyin behind a character removed: 區(qū), 要(yào / yāo).

    They look like clauses (clause rulings, section 11). A syllable without a tone mark, 的(de),
    is a gloss only in a text that holds marked ones too.
    """
    if not any(_TONE.search(match[1]) for match in _GLOSS.finditer(text)):
        return text
    return _GLOSS.sub(lambda match: "" if _is_pinyin(match[1]) else match[0], text)


def _is_pinyin(gloss: str) -> bool:
    return bool(_TONE.search(gloss)) or all(
        map(_SYLLABLE.fullmatch, re.split(r"[\s/·,，、]+", gloss.strip()))
    )
