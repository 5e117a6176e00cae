"""Reviewed data. One folder a subject."""
