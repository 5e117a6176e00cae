"""From a file's bytes to a `Plan`: pure functions, no database."""
