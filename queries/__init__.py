"""One question a `.cypher` file, and the catalogue that reads them."""
