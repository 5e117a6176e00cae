"""Two small plans made by hand, with one of everything that the graph knows.

广川省 and its city 临江市 are made up. 2024: a domain with three tasks (co-leads, a class of
bodies, a name nobody resolved) and one right in the document. 2025: one task, led by the
body that took over from 信息化局.
"""

from dataclasses import replace
from datetime import date
from hashlib import sha256

from graph.model import (
    Agency,
    Comparator,
    Document,
    Domain,
    Goal,
    Jurisdiction,
    Method,
    Plan,
    Responsibility,
    Role,
    Succession,
    SuccessionKind,
    Task,
    Unread,
)

COUNTRY = Jurisdiction("000000", "国家", "国家", "national", "国家", None)
PROVINCE = Jurisdiction("870000", "广川省", "广川", "province", "省", "000000")
CITY = Jurisdiction("870100", "临江市", "临江", "prefecture", "地级市", "870000")

OFFICE = Agency(
    "870000.go", "广川省人民政府办公厅", "省府办公厅", ("省政府办公厅",), "office", "province", "870000"
)
INDUSTRY = Agency("870000.miit", "广川省工业厅", "省工业厅", ("工业厅",), "department", "province", "870000")
SCIENCE = Agency("870000.dst", "广川省科技厅", "省科技厅", ("科技厅",), "department", "province", "870000")
FINANCE = Agency("870000.dof", "广川省财政厅", "省财政厅", ("财政厅",), "department", "province", "870000")
DATA = Agency(
    "870000.data",
    "广川省数据局",
    "省数据局",
    (),
    "bureau",
    "province",
    "870000",
    valid_from=date(2024, 10, 1),
    managed_by="870000.miit",
)
INFORMATION = Agency(
    "870000.info",
    "广川省信息化局",
    "省信息化局",
    ("信息化局",),
    "bureau",
    "province",
    "870000",
    valid_to=date(2024, 10, 1),
    managed_by="870000.miit",
    successions=(Succession("870000.data", date(2024, 10, 1), SuccessionKind.RENAMED),),
)
LINJIANG = Agency("870100.gov", "临江市人民政府", "临江市", (), "government", "prefecture", "870100")
CITIES = Agency(
    "870000.collective.各市人民政府",
    "各市人民政府",
    "各市",
    jurisdiction="870000",
    collective=True,
    members=("870100.gov",),
)
UNKNOWN = Agency(
    "870000.unresolved.省智慧湾区统筹局",
    "省智慧湾区统筹局",
    "省智慧湾区统筹局",
    jurisdiction="870000",
    resolved=False,
)

_TEXT_2024 = (
    "广川省2024年重点工作\n一、产业\n1．建园区。新建园区5个。（省工业厅、省科技厅牵头，省财政厅配合）\n"
    "2．通网络。6月底前通网的村达到95%以上。（省信息化局牵头，各市人民政府负责）\n"
    "3．育人才。（省智慧湾区统筹局、省科技厅按职责分工负责，省府办公厅指导）\n"
    "4．总协调。本句无人认领。（省府办公厅、省工业厅牵头）\n"
)
_TEXT_2025 = "广川省2025年重点工作\n一、产业\n1．通网络。村村通网。（省数据局牵头，省财政厅配合）\n"


def plan_2024() -> Plan:
    """Four tasks, two of them co-led by 工业厅."""
    document = replace(
        _document("870000-2024-a", _TEXT_2024, "广川府办〔2024〕7号", date(2024, 3, 1)),
        addressees=("各市人民政府", "省府各部门"),
        warnings=("Page 2 is a picture and was not read.",),
    )
    return Plan(
        document=document,
        jurisdictions=(COUNTRY, PROVINCE, CITY),
        agencies=(OFFICE, INDUSTRY, SCIENCE, FINANCE, INFORMATION, DATA, LINJIANG, CITIES, UNKNOWN),
        domains=(Domain("870000-2024-a.d1", "一", "产业", 1, 1, None),),
        tasks=(
            _task(document, 1, "建园区", "870000-2024-a.d1", "（省工业厅、省科技厅牵头，省财政厅配合）"),
            replace(
                _task(document, 2, "通网络", "870000-2024-a.d1", "（省信息化局牵头，各市人民政府负责）"),
                deadline=date(2024, 6, 30),
            ),
            _task(
                document,
                3,
                "育人才",
                "870000-2024-a.d1",
                "（省智慧湾区统筹局、省科技厅按职责分工负责，省府办公厅指导）",
            ),
            _task(document, 4, "总协调", None, "（省府办公厅、省工业厅牵头）"),
        ),
        goals=(
            _goal(
                document,
                "870000-2024-a.1",
                "新建园区5个",
                "园区",
                5,
                "个",
                Comparator.EQUAL,
                date(2024, 12, 31),
            ),
            _goal(
                document,
                "870000-2024-a.2",
                "通网的村达到95%以上",
                "通网的村",
                95,
                "%",
                Comparator.AT_LEAST,
                date(2024, 6, 30),
            ),
        ),
        responsibilities=(
            _duty(document, 1, 1, INDUSTRY, Role.LEAD, "省工业厅", "牵头"),
            _duty(document, 1, 2, SCIENCE, Role.LEAD, "省科技厅", "牵头"),
            _duty(document, 1, 3, FINANCE, Role.SUPPORT, "省财政厅", "配合"),
            _duty(document, 2, 1, INFORMATION, Role.LEAD, "省信息化局", "牵头"),
            _duty(document, 2, 2, CITIES, Role.RESPONSIBLE, "各市人民政府", "负责"),
            _duty(document, 3, 1, UNKNOWN, Role.RESPONSIBLE, "省智慧湾区统筹局", "按职责分工负责"),
            _duty(document, 3, 2, SCIENCE, Role.RESPONSIBLE, "省科技厅", "按职责分工负责"),
            _duty(document, 3, 3, OFFICE, Role.GUIDE, "省府办公厅", "指导"),
            _duty(document, 4, 1, OFFICE, Role.LEAD, "省府办公厅", "牵头"),
            _duty(document, 4, 2, INDUSTRY, Role.LEAD, "省工业厅", "牵头"),
        ),
        unread=(_unread(document, "本句无人认领。", "no rule"),),
    )


def plan_2025() -> Plan:
    """One task, the year after, led by the body that 信息化局 became."""
    document = _document("870000-2025-b", _TEXT_2025, None, date(2025, 3, 1))
    return Plan(
        document=document,
        jurisdictions=(COUNTRY, PROVINCE),
        agencies=(OFFICE, INDUSTRY, FINANCE, DATA),
        domains=(Domain("870000-2025-b.d1", "一", "产业", 1, 1, None),),
        tasks=(_task(document, 1, "通网络", "870000-2025-b.d1", "（省数据局牵头，省财政厅配合）"),),
        goals=(_goal(document, None, "村村通网", "通网的村", None, None, None, None),),
        responsibilities=(
            _duty(document, 1, 1, DATA, Role.LEAD, "省数据局", "牵头"),
            _duty(document, 1, 2, FINANCE, Role.SUPPORT, "省财政厅", "配合"),
        ),
        unread=(),
    )


def _document(identity: str, text: str, number: str | None, issued_on: date) -> Document:
    return Document(
        id=identity,
        title=text.partition("\n")[0],
        number=number,
        issuer="广川省人民政府办公厅",
        issuer_id="870000.go",
        issued_on=issued_on,
        year=issued_on.year,
        jurisdiction="870000",
        source=f"{identity}.txt",
        sha256=sha256(text.encode()).hexdigest(),
        text=text,
    )


def _task(document: Document, number: int, title: str, domain: str | None, clause: str) -> Task:
    start = document.text.index(f"{number}．{title}")
    text = document.text[start:].partition("\n")[0]
    return Task(
        id=f"{document.id}.{number}",
        number=str(number),
        title=title,
        text=text,
        ordinal=number,
        domain=domain,
        clause=clause,
        open=False,
        deadline=None,
        start=start,
        end=start + len(text),
    )


def _goal(
    document: Document,
    task: str | None,
    statement: str,
    about: str,
    value: float | None,
    unit: str | None,
    comparator: Comparator | None,
    deadline: date | None,
) -> Goal:
    start = document.text.index(statement)
    return Goal(
        id=f"{task or document.id}.g1",
        task=task,
        statement=statement,
        about=about,
        value=value,
        value_max=None,
        unit=unit,
        comparator=comparator,
        deadline=deadline,
        start=start,
        end=start + len(statement),
    )


def _duty(
    document: Document, task: int, position: int, agency: Agency, role: Role, mention: str, wording: str
) -> Responsibility:
    start = document.text.index(mention, document.text.index(f"{task}．"))
    return Responsibility(
        agency=agency.id,
        task=f"{document.id}.{task}",
        role=role,
        position=position,
        mention=mention,
        wording=wording,
        scope=None,
        start=start,
        end=start + len(mention),
        method=Method.EXACT if agency.resolved else Method.UNRESOLVED,
        score=1.0 if agency.resolved else 0.0,
    )


def _unread(document: Document, text: str, reason: str) -> Unread:
    start = document.text.index(text)
    return Unread(start, start + len(text), text, reason)
