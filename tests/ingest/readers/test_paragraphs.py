"""Lines become paragraphs: what a page or a width broke is joined, what stands by itself stays."""

from ingest.readers.paragraphs import join

WRAPPED = [
    "某县人民政府办公室",
    "各乡镇人民政府，县政府各部门：",
    "    为深入推进全县农村道路建设，切实解决群众出行难的",
    "问题，现将有关事项通知如下，请结合实际认真抓好落实，",
    "并于年底前报送进展。",
    "    一、新建农村公路，打通断头路，修复水毁路段，完善沿",
    "线安全设施，提高通行能力，保障群众出行安全和便利，",
    "由县交通局牵头。",
    "    二、治理中小河流，除险加固小型水库，完善山洪灾害预",
    "警设施，提高防汛抗旱能力，保障人民群众生命财产安全，",
    "由县水利局牵头。",
    "    责任单位：县水利局",
    "某县人民政府办公室",
    "2025年3月1日",
]


def test_lines_below_an_indented_one_go_on_and_flush_ones_stand_alone():
    assert [line[:9] for line in join(WRAPPED)] == [
        "某县人民政府办公室",
        "各乡镇人民政府，县",
        "为深入推进全县农村",
        "一、新建农村公路，",
        "二、治理中小河流，",
        "责任单位：县水利局",
        "某县人民政府办公室",
        "2025年3月1日",
    ]


def test_a_line_beside_most_page_numbers_is_no_text():
    lines = ["甲事项。", "— 1 —", "某县文件", "乙事项。", "— 2 —", "某县文件", "丙事项。"]
    assert join(lines) == ["甲事项。", "乙事项。", "丙事项。"]


def test_a_name_that_stands_twice_is_kept_though_a_page_ends_above_it():
    lines = ["2.治水", "责任单位：", "— 1 —", "县水利局", "3.防汛", "责任单位：", "县水利局"]
    assert join(lines).count("县水利局") == 2


def test_a_name_that_a_page_cut_is_joined():
    assert join(["牵头单位：市人力资源和社", "— 2 —", "会保障局"]) == ["牵头单位：市人力资源和社会保障局"]
    assert join(["责任单位：县交通局", "— 2 —", "抓好质量安全"]) == ["责任单位：县交通局", "抓好质量安全"]
