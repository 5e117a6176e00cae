"""Bytes → `Plan`."""

from ingest.pipeline.reading import plan_of, read_plan
from ingest.pipeline.record import plan_record

__all__ = ["plan_of", "plan_record", "read_plan"]
