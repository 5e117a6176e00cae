"""Makes `confusable.tsv` again: characters of agency names, and the common ones that sound alike.

Usage: `pip install pypinyin==0.55.0` (MIT) somewhere, then run with it on the path. Characters that look
alike and are often taken for one another are kept by hand in LOOKALIKES.
"""

import re
from pathlib import Path

from pypinyin import lazy_pinyin

HERE = Path(__file__).parent
LOOKALIKES = "听厅 旋旅 坏环 愉输 己已 末未 土士 治冶 侨桥 健建 贸货 拔拨 析折 密蜜"
HEADER = (
    "# Characters in agency names, and those typed for them by sound or looks. Made by make_confusable.py.\n"
)


def common() -> list[str]:
    """The 3,755 first-level characters of GB 2312."""
    cells = ((row, cell) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return [
        bytes(pair).decode("gb2312") for pair in cells if pair not in {(0xD7, c) for c in range(0xFA, 0xFF)}
    ]


def main() -> None:
    """Writes the table."""
    tables = (HERE.parent / "agencies").glob("*.tsv")
    wanted = sorted(set(re.findall(r"[一-龥]", "".join(path.read_text(encoding="utf-8") for path in tables))))
    known = dict(zip(common(), lazy_pinyin(common()), strict=True))
    looks = {pair[i]: pair[1 - i] for pair in LOOKALIKES.split() for i in (0, 1)}
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
