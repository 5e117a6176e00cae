"""Short forms for writing down what a clause says."""

from ingest.clauses import clause_record

LETTERS = {"lead": "L", "responsible": "R", "support": "S", "guide": "G"}


def summary(clause: str) -> str:
    """“L省水利厅 S各市政府* OPEN”: roles and mentions, in order."""
    record = clause_record({"id": 1, "jurisdiction": "", "clause": clause})
    words = [LETTERS[a["role"]] + a["mention"] + "*" * a["collective"] for a in record["assignments"]]
    return " ".join([*words, *["OPEN"] * record["open"], *["CONV"] * bool(record["convention"])])
