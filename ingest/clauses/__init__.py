"""Reading responsibility clauses: who, in which role."""

from ingest.clauses.reader import read_cell, read_clauses, read_declarations
from ingest.clauses.record import clause_record
from ingest.clauses.roles import column_role

__all__ = ["clause_record", "column_role", "read_cell", "read_clauses", "read_declarations"]
