"""Reading responsibility clauses: who, in which role."""
