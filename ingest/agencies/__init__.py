"""Naming agencies: places, the composed registry, the resolver."""
