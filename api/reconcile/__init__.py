"""Matching a table's column of agency names: the Reconciliation Service API, as OpenRefine speaks it."""
