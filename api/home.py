"""The folder that holds what is one person's own: the embedded store, judgements."""

import os
from pathlib import Path
from typing import Final

_VARIABLE: Final = "ZHIZE_HOME"
_DEFAULT: Final = Path("~/.local/share/zhize")


def home_folder() -> Path:
    """`ZHIZE_HOME`, else `~/.local/share/zhize`; it may not be there yet."""
    return Path(os.environ.get(_VARIABLE) or _DEFAULT).expanduser().absolute()
