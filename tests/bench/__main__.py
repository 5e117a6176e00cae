"""`make bench`: every benchmark's table, each with its peer measured in the same run."""

import importlib
import pkgutil

from rich.console import Console

import tests.bench


def main() -> None:
    """Run each module of this folder that has a `table` function and print what it returns."""
    console = Console()
    for module in pkgutil.iter_modules(tests.bench.__path__):
        if module.name.startswith("_"):
            continue
        console.print(importlib.import_module(f"tests.bench.{module.name}").table())


if __name__ == "__main__":
    main()
