"""Ways in: REST, pages, command line, briefings. Translates, and decides nothing itself."""
