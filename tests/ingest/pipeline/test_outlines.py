"""Every kind of outline gives the sections and tasks that a reader sees."""

import pytest

from graph.model import Plan, Role
from ingest.pipeline import read_plan
from tests.ingest.pipeline import plans

R, L, S = Role.RESPONSIBLE, Role.LEAD, Role.SUPPORT


def plan_of(content: str) -> Plan:
    return read_plan(content.encode(), "plan.txt")


def tasks_of(plan: Plan):
    """(section, number, title) of every task."""
    names = {domain.id: domain.name for domain in plan.domains}
    return [(names.get(task.domain or ""), task.number, task.title) for task in plan.tasks]


def duties_of(plan: Plan, title: str):
    task = next(task for task in plan.tasks if task.title == title)
    return [(edge.mention, edge.role) for edge in plan.responsibilities if edge.task == task.id]


def test_articles_run_through_chapters():
    plan = plan_of(plans.ARTICLES)
    assert tasks_of(plan) == [
        ("重点任务", "第三条", "建设环保站点"),
        ("重点任务", "第四条", "清理垃圾"),
        ("保障", "第五条", "强化资金保障"),
    ]
    assert [task.id.removeprefix(plan.document.id) for task in plan.tasks] == [".3", ".4", ".5"]
    assert duties_of(plan, "清理垃圾") == [("市体育局", L), ("市财政局", S)]


def test_headings_with_tasks_below_are_sections_that_nest():
    plan = plan_of(plans.THREE_LEVELS)
    assert [(d.name, d.level) for d in plan.domains] == [
        ("做强特色产业", 1),
        ("培育主导产业", 2),
        ("发展新业态", 2),
    ]
    assert [title for _, _, title in tasks_of(plan)] == [
        "做大桑蚕产业",
        "做优水产产业",
        "发展民宿",
        "发展电商",
    ]


def test_sub_items_belong_to_the_task_that_their_last_clause_serves():
    plan = plan_of(plans.SUB_ITEMS)
    assert [title for _, _, title in tasks_of(plan)] == ["布局数据中心", "升级骨干网络", "培育数据企业"]
    assert duties_of(plan, "布局数据中心") == [("市工信局", R), ("市通信发展办", R)]
    assert "开通基站800个" in plan.tasks[0].text


@pytest.mark.parametrize(
    ("items", "titles"),
    [
        ("1.建站。\n2.建厂。\n责任单位：市水务局\n", ["任务"]),
        ("（1）建站。\n（2）建厂。（市水务局负责）\n", ["任务"]),
        ("（一）建站。\n（二）建厂。（市水务局负责）\n", ["建站", "建厂"]),
        ("（一）建站。（市工信局负责）\n（二）建厂。\n", ["建站", "建厂"]),
    ],
)
def test_one_clause_serves_the_heading_only_where_it_closes_all_items(items, titles):
    plan = plan_of(f"安顺市2025年工作要点\n一、任务\n{items}")
    assert [task.title for task in plan.tasks] == titles


def test_bullets_may_be_tasks():
    plan = plan_of(plans.BULLETS)
    assert tasks_of(plan) == [
        ("加强监测评价", None, "完善监测网络"),
        ("加强监测评价", None, "开展年度评价"),
        ("推进治理修复", None, "治理酸化耕地500万亩"),
        ("推进治理修复", None, "治理盐碱耕地，推广耐盐品种20个"),
    ]


def test_paragraphs_without_numbers_are_tasks_where_each_has_its_clause():
    plan = plan_of(plans.PARAGRAPHS)
    assert tasks_of(plan) == [
        ("扩大养殖规模", None, "建设标准化圈舍"),
        ("扩大养殖规模", None, "培育养殖大户"),
        ("做强加工", None, "引进加工企业"),
        ("做强加工", None, "打造区域品牌"),
    ]
    assert duties_of(plan, "打造区域品牌") == [("区市场监管局", L)]
    assert [str(task.deadline) for task in plan.tasks[2:]] == ["2023-10-31", "2023-12-31"]


def test_an_annex_with_tasks_is_a_section_of_its_own():
    plan = plan_of(plans.ANNEXES)
    assert plan.document.title == "西双版纳州2024年旅游整治工作方案"
    assert [(d.number, d.name) for d in plan.domains if d.level == 1] == [
        ("二", "工作任务"),
        ("附件2", "重点任务分工表"),
    ]
    assert [task.title for task in plan.tasks][2:] == [
        "退换货办结率达到98%",
        "建立先行赔付资金500万元",
        "培训导游1200名",
    ]
    assert duties_of(plan, "退换货办结率达到98%") == [("州商务局", L), ("州税务局", S), ("州市场监管局", S)]


def test_a_ledger_has_its_header_in_two_rows_and_merged_groups():
    plan = plan_of(plans.LEDGER)
    assert tasks_of(plan) == [
        ("新能源", "1", "建成光伏基地200万千瓦"),
        ("新能源", "2", "建成风电100万千瓦"),
        ("氢能", "3", "建设加氢站6座"),
    ]
    assert duties_of(plan, "建设加氢站6座") == [("市住建局", L), ("市应急管理局", R)]
    assert [str(task.deadline) for task in plan.tasks] == ["2025-12-31", "2025-10-31", "2025-12-31"]


def test_a_clause_in_a_section_heading_serves_all_its_tasks():
    plan = plan_of(plans.REPORT)
    assert [d.name for d in plan.domains] == ["稳增长", "促改革"]
    assert duties_of(plan, "完成国企改革任务15项") == [("市国资委", S), ("市委改革办", L)]
    assert duties_of(plan, "推进医改") == [("市卫生健康委", S), ("市委改革办", L)]
    assert plan.tasks[0].title == "地区生产总值增长6%"


def test_a_convention_of_the_covering_notice_holds_for_bare_lists():
    plan = plan_of(plans.COVER_CONVENTION)
    assert [d.name for d in plan.domains] == ["骨干工程", "数字水利"]
    assert duties_of(plan, "建设水库") == [("市水务局", L), ("市发展改革委", R), ("敦煌市人民政府", R)]
    assert duties_of(plan, "建设监测站") == [("市水务局", L), ("市工信局", R)]


def test_a_note_under_a_table_declares_the_lead():
    plan = plan_of(plans.TABLE_NOTE)
    assert duties_of(plan, "推进矿山改造") == [("州工信局", L), ("州应急管理局", R)]
    assert not [edge for edge in plan.responsibilities if "王" in edge.mention]


def test_numbered_words_and_sections_without_tasks():
    plan = plan_of(plans.WORDS)
    assert tasks_of(plan) == [("重点任务", "任务一", "打造街区"), ("重点任务", "任务二", "培育活动")]
    assert [str(task.deadline) for task in plan.tasks] == ["2024-09-30", "2024-12-31"]
    assert [g.statement for g in plan.goals if g.task is None] == ["培育夜间经济地标3个"]


def test_a_notice_may_hold_the_tasks_itself():
    plan = plan_of(plans.FLAT_NOTICE)
    assert tasks_of(plan) == [
        (None, "一", "举办促消费活动"),
        (None, "二", "发放消费券"),
        (None, "三", "优化环境"),
    ]
    assert plan.document.issuer == "重庆市商务委员会、重庆市财政局"


def test_a_scope_note_adds_its_agencies_to_every_task():
    plan = plan_of(plans.SCOPE_NOTE)
    everyone = ("各县（市、区）人民政府", R)
    assert [duties_of(plan, task.title)[-1] for task in plan.tasks] == [everyone] * 3
    assert duties_of(plan, "发展养殖") == [("市农业农村局", R), everyone]


def test_a_task_cut_off_by_the_end_of_the_file_is_reported():
    plan = plan_of(plans.CUT_OFF)
    assert len(plan.tasks) == 3
    [left] = plan.unread
    assert left.text.startswith("3. 培育服务商")
    assert "breaks off" in left.reason


def test_what_reads_like_a_clause_but_names_nobody_is_reported():
    plan = plan_of(
        "安顺市2025年工作要点\n一、任务\n（一）建站。建站5座。（市水务局牵头）\n（二）培训。由老张他们牵头，抓紧实施。\n"
    )
    assert [piece.text for piece in plan.unread] == ["由老张他们牵头，抓紧实施"]


def test_cells_may_be_parted_by_bars():
    plan = plan_of(
        "凉山州2026年彝绣产业任务分工表\n序号|任务名称|工作要求|责任单位|完成时间\n"
        "1|培育绣娘|培训绣娘3000人|州妇联、州文广旅局|2026年10月\n2|建设工坊|建成工坊40个|州农业农村局|年底前\n"
    )
    assert tasks_of(plan) == [(None, "1", "培育绣娘"), (None, "2", "建设工坊")]
    assert duties_of(plan, "培育绣娘") == [("州妇联", R), ("州文广旅局", R)]


@pytest.mark.parametrize(
    "line",
    [
        "（牵头单位：市住建局；配合单位：市财政局；完成时限：2025年9月底前）",
        "牵头单位：市住建局    配合单位：市财政局    完成时限：2025年9月底",
        "牵头单位：市住建局\n配合单位：市财政局\n完成时限：9月底前",
        "【牵头单位：市住建局；配合单位：市财政局；时限要求：9月底】",
    ],
)
def test_a_labelled_deadline_holds_for_the_task_and_its_goals(line):
    plan = plan_of(
        f"安顺市2025年工作要点\n一、任务\n1.改造街巷28条。{line}\n2.新建公厕15座。（市城管局负责）\n"
    )
    assert [str(task.deadline) for task in plan.tasks] == ["2025-09-30", "None"]
    assert [str(goal.deadline) for goal in plan.goals] == ["2025-09-30", "None"]
    assert duties_of(plan, "改造街巷28条") == [("市住建局", L), ("市财政局", S)]


def test_a_plan_without_any_clause_still_has_its_tasks():
    assert tasks_of(plan_of(plans.NO_CLAUSES)) == [
        ("主要任务", "一", "落实播种面积"),
        ("主要任务", "二", "做好农资储备"),
    ]


@pytest.mark.parametrize("content", plans.WHOLE, ids=lambda content: content[:12])
def test_nothing_of_a_whole_plan_is_left_unread(content):
    assert plan_of(content).unread == ()


def test_a_notice_with_several_annexes_gives_its_own_name_and_its_notes():
    plan = plan_of(plans.ONLY_ANNEXES)
    assert plan.document.title == "椒江区2024年民生实事和重点工程清单"
    assert [name for name, _, _ in tasks_of(plan)] == ["椒江区2024年民生实事清单", "椒江区2024年重点工程清单"]
    assert duties_of(plan, "打通断头路") == [("区住建局", L), ("区资规局", S), ("各街道、镇", R)]


def test_numbered_labels_belong_to_the_task_above():
    plan = plan_of(plans.NUMBERED_LABELS)
    assert [title for _, _, title in tasks_of(plan)] == ["改造低产林", "建设加工厂"]
    assert duties_of(plan, "改造低产林") == [
        ("县林草局", L),
        ("各乡镇", R),
        ("县农业农村局", R),
        ("县财政局", R),
    ]
    assert [(goal.value, str(goal.deadline)) for goal in plan.goals] == [
        (30000, "2026-10-31"),
        (5, "2026-12-31"),
    ]


def test_admonitions_in_a_section_of_rules_are_no_tasks():
    plan = plan_of(
        "某县2025年工作要点\n一、重点任务\n（一）修路。（县交通局牵头）\n（二）治水。（县水利局负责）\n"
        "二、保障措施\n（一）加强领导。县政府办公室负责统筹，县直有关部门要积极配合。\n（二）严格督查。压实责任。\n"
    )
    assert [title for _, _, title in tasks_of(plan)] == ["修路", "治水"]


def test_a_deadline_may_stand_below_its_label():
    plan = plan_of("某县2025年工作要点\n1.修路。\n责任单位：县交通局\n完成时限\n6月底前\n")
    assert [str(task.deadline) for task in plan.tasks] == ["2025-06-30"]


def test_a_month_behind_an_items_number_is_no_part_of_it():
    plan = plan_of("某县2025年工作要点\n1.6月底前修路3公里。（县交通局）\n2.治水。（县水利局）\n")
    assert [(task.number, task.title) for task in plan.tasks] == [("1", "6月底前修路3公里"), ("2", "治水")]


def test_headings_may_be_split_over_several_columns():
    plan = plan_of(
        "某县任务清单\n序号\t任务\t责任分工\t\t时限\n\t\t牵头单位\t督办单位\t\n1\t修路\t县交通局\t县政府督查室\t6月\n"
    )
    assert duties_of(plan, "修路") == [("县交通局", L), ("县政府督查室", Role.GUIDE)]


def test_the_count_of_a_sections_items_is_no_part_of_its_name():
    plan = plan_of("某县2025年任务分工\n一、产业方面（共2项）\n1.修路。（县交通局）\n2.治水。（县水利局）\n")
    assert [domain.name for domain in plan.domains] == ["产业方面"]
