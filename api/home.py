"""The folder that holds what is one person's own: the embedded store, judgements."""

import os
from pathlib import Path
from typing import Final

VARIABLE: Final = "ZHIZE_HOME"
DEFAULT: Final = Path("~/.local/share/zhize")


def home_folder() -> Path:
    """`ZHIZE_HOME`, else the default."""
    return Path(os.environ.get(VARIABLE) or DEFAULT).expanduser().absolute()
