"""The graph: its records, its schema, the store it lives in, and the one writer."""
