"""Briefings in Chinese for a meeting of agencies, from the catalogue's answers."""
