"""How the register was read, as `python -m lib check --dvk` says it: for machines and people."""

from typing import Any

from lib.movement.records import Register


def report(register: Register) -> dict[str, Any]:
    """Return what was read, in the order and the words of the contract."""
    raise NotImplementedError


def text(register: Register) -> str:
    """Return the same for people, in the reader's language."""
    raise NotImplementedError
