"""What stands in a clause beside names and roles: conventions, scope notes, deadlines, legends."""

import re

from graph.model import Role
from ingest.clauses.names import has_head
from ingest.records import Convention, Reach

_FIRST = (
    r"(?:(?:排|列|位|居|排列|位列|排名|排序|名列|位居)(?:在|名|序|列|于)?(?:首位|第一位?|首个|最前|前)"
    r"|(?:首位|第一个?|首个|首家|第一)(?:责任)?(?:单位|部门|位|者|责任单位)?|首位)"
)
_CONVENTION = re.compile(
    f"{_FIRST}(?:的?(?:单位|部门|者|责任单位|责任部门)?)?(?:均|即|皆|则)?[为是系]?(?:本?任务的?|该项.{{0,6}}?)?(?:总)?(?:牵头|主办|主责|负责牵头)"
)
_REST = re.compile("(?:其余|其他|其它|后面|之后|余者).{0,8}?(?:配合|协办|协助|参与)")
_REST_ANY = re.compile("^(?:其余|其他|其它|后面|余者).{0,6}?(?:单位|部门|者|为|的)")
_CONTINUES = re.compile("下同|以下同|后同")
_TRAILER = re.compile(
    "^(?:下同|以下同|后同|以下(?:各项)?(?:任务)?(?:均)?同|.{0,12}(?:不再|不另|不一一|不逐一|恕不)(?:一一|逐一|逐项|单独|另行|分别|重复)?.{0,6}"
    "|.{0,6}除(?:专门|另有|特别|单独)?(?:列出|注明|标明|说明|明确).{0,4}外)$"
)
_NOTE = re.compile(
    "^(?P<which>(?:以下|以上|下列|上述|本清单|本台账|本规划|本措施|本行动|本工程|本专项|本工作|本表|本方案|本计划|本要点|本意见|本通知|本部分|本章|本节|本条|本项|本领域|该部分|各项|各条|具体|所有|全部|其他|其余|后续|各|每项|年度|重点|主要|中|的|所列|涉及|内容)*"
    "(?:任务|事项|工作|内容|措施|条款|项目|部分|章|节)?)(?:，)?(?:均|都|全部|还|同时)(?:需要|需|涉及|由|须|要|请|应|应由|需由|须由)*(?P<names>.+)$"
)
_WHICH = re.compile("任务|事项|工作|内容|措施|条款|部分|本章|本节|章$|节$|以下|各项|领域")
_SECTION = re.compile("本部分|该部分|本章|本节|本领域|本行动|本工程|本专项|以上各?项|本条")
_FOLLOWING = re.compile("以下|下列|后续|其后")
_DEADLINE = re.compile(
    r"^(?:并|并于|在|于|力争|确保|争取|计划|预计|拟|须|需|应|原则上|到|截至|自)*"
    r"(?:\d{4}年|每年|当年|今年|本年度?|年内|年底|年末|全年|年度内|\d{1,2}月|[一二三四五六七八九十]{1,3}月|上半年|下半年|[一二三四]季度|第[一二三四]季度|常年|长期|持续|即时|立即|近期|月底|季度|“?十[三四五六]五”?|20\d\d|\d{4}[-—至～~])"
    r"[^（）]{0,40}$|^(?:持续|长期|按时|如期|限期|按期)(?:推进|坚持|实施|完成|开展)?$"
)
_TAIL_DEADLINE = re.compile(
    r"(?:于|在|到)?(?:\d{4}年|每年|年内|\d{1,2}月(?:底|末|份|中旬|上旬|下旬|\d)|年底前|上半年|[一二三四]季度末?).{0,24}$"
)
_LEGEND = re.compile(
    "[标带加注打]?(?:有|注)?(?P<mark>[★▲☆△●■◆※＊#]|加粗|黑体|下划线|【】)(?:号|标记|者|标注)?.{0,6}?(?:为|是|系)"
)
MARKS = "★▲☆△●■◆※＊*#"


def convention_in(text: str) -> Convention | None:
    """A convention that the first of a list leads (clause rulings, section 8)."""
    match = _CONVENTION.search(text)
    if match is None:
        return None
    rest = Role.SUPPORT if _REST.search(text, match.end()) else Role.RESPONSIBLE
    return Convention(rest, bool(_CONTINUES.search(text, match.end())))


def continues_convention(piece: str) -> bool:
    """Whether the piece goes on about a convention or a note: 其余为配合单位, 下同, 不再列出."""
    return bool(_TRAILER.match(piece) or _REST_ANY.match(piece))


def is_trailer(piece: str) -> bool:
    """下同, 不再列出, 除注明外: says how far a note reaches and names nobody."""
    return bool(_TRAILER.match(piece))


def is_legend(piece: str) -> bool:
    """Whether the piece explains a mark (标★的为牵头单位)."""
    return bool(_LEGEND.search(piece))


def is_legend_piece(piece: str) -> bool:
    """Whether nothing but a mark is explained (▲为牵头单位), and no marked name stands there."""
    marked = piece[:1] in MARKS and piece[1:2] not in ("为", "是", "系")
    return is_legend(piece) and not (marked and has_head(piece))


def scope_note_at(piece: str) -> tuple[Reach, int] | None:
    """A note that adds bodies to other tasks: its reach and where the names begin."""
    match = _NOTE.match(piece)
    if match is None or not _WHICH.search(match["which"]):
        return None
    which = match["which"]
    reach = Reach.SECTION if _SECTION.search(which) else Reach.THIS_AND_ALL
    if _FOLLOWING.search(which):
        reach = Reach.FOLLOWING
    return reach, match.start("names")


def is_deadline(piece: str) -> bool:
    """Whether the piece only says when (6月底前完成, 年内持续推进)."""
    return bool(_DEADLINE.match(piece))


def tail_deadline(piece: str) -> int | None:
    """Where a deadline begins that follows a name without a comma."""
    match = _TAIL_DEADLINE.search(piece)
    return match.start() if match else None
