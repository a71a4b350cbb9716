"""The register of one office: its tables read, whatever their order and their headers."""

import datetime as dt
from collections.abc import Sequence

from lib.movement.records import Dataset, Fact, Model, Notice, Register, Result, Unread
from lib.survey.places import Places
from lib.table import Table

__all__ = ["Dataset", "Fact", "Model", "Notice", "Register", "Result", "Unread", "read", "role"]


def role(table: Table) -> str:
    """Return what a tab holds by its headers: "models", "results", or "" for neither."""
    raise NotImplementedError


def read(tables: Sequence[Table], places: Places, today: dt.date) -> Register:
    """Return the register of these tables; what is not understood is listed, the rest counts."""
    raise NotImplementedError
