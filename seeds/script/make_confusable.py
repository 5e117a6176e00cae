"""Makes `confusable.tsv` again: characters of agencies' and long places' names, and what sounds alike.

Usage: `pip install pypinyin==0.55.0` (MIT) somewhere, then run with it on the path. Characters that look
alike and are often taken for one another are kept by hand in LOOKALIKES.
"""

import re
from pathlib import Path

from pypinyin import lazy_pinyin

HERE = Path(__file__).parent
LOOKALIKES = (
    "听厅 旋旅 坏环 愉输 己已 末未 土士 治冶 侨桥 健建 贸货 拔拨 析折 密蜜 厅丁 会公 会合 政攻 育肓 "
    "设没 建健 原愿 白自 目自 日目 因国 困国 图国 田由 由申 甲申 干千 于干 王主 住往 任住 人入 入八 "
    "大太 无元 午牛 工土 工上 万方 力刀 历厉 厅斤 居局 官宫 宣官 管菅 宣宜 市布 县具 州洲 州川 部都 "
    "部郡 队认 总息 息思 源厚 料科 技枝 技拔 木术 本术 未来 体休 贡质 财材 财购 站贴 络洛 委季 委李 "
    "员贝 员负 信倍 督替 监盐 监蓝 保堡 障漳 障璋 资姿 资盗 城域 务各 务条 劳芳 劲动 环怀 境镜 运远 "
    "运迁 交文 化代 化仕 族旅 施旅 游淤 广厂 播潘 规视 规现 划刘 划刻 疗疔 医匡 医区 粮根 粮狼 储诸 "
    "备各 计汁 计什 统绕 线钱 残贱 联职 协办 农衣 业亚 村材 水木 水永 利刑 利和 草革 林材 林休 海悔 "
    "洋样 象家 地他 震霞 税悦 税锐 券卷 银很 银根 行衍 察祭 组姐 组祖 织识 织只 传转 编偏 机杭 构钩 "
    "构沟 档挡 史吏 研砑 究穷 院陆 院完 革苹 理埋 藏臧 "
)
HEADER = "# Characters of agencies' and long places' names, and those typed for them: make_confusable.py.\n"


def common() -> list[str]:
    """The 3,755 first-level characters of GB 2312."""
    cells = ((row, cell) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return [
        bytes(pair).decode("gb2312") for pair in cells if pair not in {(0xD7, c) for c in range(0xFA, 0xFF)}
    ]


def main() -> None:
    """Writes the table."""
    texts = [path.read_text(encoding="utf-8") for path in (HERE.parent / "agencies").glob("*.tsv")]
    places = (HERE.parent / "jurisdictions/places.tsv").read_text(encoding="utf-8")
    texts += re.findall(r"\t(\S{5,})\t", places)
    wanted = sorted(set(re.findall(r"[一-龥]", "".join(texts))))
    known = dict(zip(common(), lazy_pinyin(common()), strict=True))
    looks: dict[str, str] = {}
    for pair in LOOKALIKES.split():
        for i in (0, 1):
            looks[pair[i]] = looks.get(pair[i], "") + pair[1 - i]
    rows = []
    for character in wanted:
        sound = lazy_pinyin(character)[0]
        alike = [other for other, theirs in known.items() if other != character and theirs == sound]
        rows.append(f"{character}\t{''.join(alike)}{looks.get(character, '')}")
    (HERE / "confusable.tsv").write_text(
        HEADER + "character\ttaken_for\n" + "\n".join(rows) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
