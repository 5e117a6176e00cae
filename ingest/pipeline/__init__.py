"""Bytes → `Plan`."""

from ingest.pipeline.reading import first_issuer, plan_of, read_plan
from ingest.pipeline.record import plan_record

__all__ = ["first_issuer", "plan_of", "plan_record", "read_plan"]
