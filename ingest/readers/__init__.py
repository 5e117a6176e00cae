"""A file's bytes to `Text`, one module a format."""
