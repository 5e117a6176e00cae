"""The one shape of an error that a person can meet."""


class Failure(Exception):
    """Something a person can act on, never a traceback.

    Args:
        what: What happened, one sentence.
        where: File, line, field or address it happened at.
        advice: What to do about it.
    """

    def __init__(self, what: str, *, where: str = "", advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.advice = advice

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.advice}" if self.advice else ""
        return f"{place}{self.what}{advice}"


class StoreFailure(Failure):
    """The store can't be reached, refuses the login, or broke off."""
