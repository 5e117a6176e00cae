"""What can be wrong with a file."""

from graph.errors import Failure


class UnreadableFile(Failure):
    """The file can't be read as text: empty, binary, unknown format, no text layer."""


class NotAPlan(Failure):
    """The text was read, but holds no task: there is nothing to load."""
