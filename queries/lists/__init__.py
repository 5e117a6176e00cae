"""The lists of the REST interface, one page at a time."""
