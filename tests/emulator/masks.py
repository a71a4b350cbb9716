"""The `fields` parameter: which parts of an answer Google is asked to send."""

import re
from typing import Any

TOKEN = re.compile(r"[\w*-]+|[,()./]")
Mask = dict[str, "Mask"]


def parse(text: str) -> Mask:
    """Return "a,b(c,d.e)" as {"a": {}, "b": {"c": {}, "d": {"e": {}}}}; {} means everything."""
    tree, rest = _level(TOKEN.findall(text))
    if rest:
        raise ValueError(f"Invalid field selection {text}")
    return tree


def apply(mask: Mask, value: Any) -> Any:
    """Return the part of an answer that the mask names; a list is cut item by item."""
    if not mask or "*" in mask:
        return value
    if isinstance(value, list):
        return [apply(mask, item) for item in value]
    return {name: apply(below, value[name]) for name, below in mask.items() if name in value}


def _level(tokens: list[str]) -> tuple[Mask, list[str]]:
    tree: Mask = {}
    while tokens and tokens[0] != ")":
        here, (name, *tokens) = tree, tokens
        here = here.setdefault(name, {})
        while tokens and tokens[0] in "./":
            here = here.setdefault(tokens[1], {})
            tokens = tokens[2:]
        if tokens and tokens[0] == "(":
            below, tokens = _level(tokens[1:])
            here.update(below)
            tokens = tokens[1:]
        if tokens and tokens[0] == ",":
            tokens = tokens[1:]
    return tree, tokens
