"""The command line: `zhize`."""

from api.cli.app import main

__all__ = ["main"]
