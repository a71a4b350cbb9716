"""The office's description written anew with one question changed; the rest of its file stays.

Comments, order and layout of a hand-written file survive: tomlkit reads and writes them.
"""

from collections.abc import MutableMapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array

from lib.survey.describe.survey_description import DeclaredQuestion
from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.vietnamese_text import clean_text

_Table = MutableMapping[str, Any]  # one question in the file

_STATED = ("id", "header", "headers", "label", "role", "kind", "levels")


def with_names(text: str, title: str, office: str) -> str:
    """Return the description by which survey and office are called so; "" says nothing of one."""
    document = tomlkit.parse(text)
    for key, value in (("title", title), ("office", office)):
        if not value:
            document.pop(key, None)
        elif key in document:
            document[key] = value
        else:  # a key below the first table would belong to that table
            first = tomlkit.document()
            first[key] = value
            document = tomlkit.parse(tomlkit.dumps(first) + tomlkit.dumps(document))
    return tomlkit.dumps(document)


def with_question(text: str, declared: DeclaredQuestion) -> str:
    """Return the description in which this question is described so.

    It replaces the question that bears one of its headers, and drops none of them any more.
    """
    document = tomlkit.parse(text)
    _undrop(document, declared.headers)
    table = _found(document, declared.headers) or _added(document)
    stated = _stated(declared)
    for key in _STATED:
        if key not in stated:
            table.pop(key, None)
        elif key != "levels" or _levels(table) != declared.levels:
            table[key] = stated[key]
    return tomlkit.dumps(document)


def without_question(text: str, headers: tuple[str, ...]) -> str:
    """Return the description that says nothing of this question: what is inferred counts."""
    document = tomlkit.parse(text)
    _undrop(document, headers)
    while (table := _found(document, headers)) is not None:
        document["questions"].remove(table)
    return tomlkit.dumps(document)


def with_dropped_columns(text: str, headers: tuple[str, ...]) -> str:
    """Return the description by which these columns are dropped when they are read.

    What it says of them besides stays, for the day on which somebody takes that back.
    """
    document = tomlkit.parse(text)
    _undrop(document, headers)
    drop = document.get("drop")
    if drop is None:
        # A key below the first table would belong to that table.
        document, rest = tomlkit.document(), document
        drop = document["drop"] = tomlkit.array()
        document["drop"].extend(headers)
        return tomlkit.dumps(document) + tomlkit.dumps(rest)
    drop.extend(headers)
    return tomlkit.dumps(document)


def _added(document: tomlkit.TOMLDocument) -> _Table:
    """Return a new question at the end, in the layout of the others."""
    asked = document.setdefault("questions", tomlkit.aot())
    table = tomlkit.table() if isinstance(asked, AoT) else tomlkit.inline_table()
    table.trivia.indent = "\n" if isinstance(asked, AoT) and tomlkit.dumps(document) else ""
    asked.append(table)
    added: _Table = asked[-1]
    return added


def _found(document: tomlkit.TOMLDocument, headers: tuple[str, ...]) -> _Table | None:
    asked: list[_Table] = document.get("questions", [])
    return next((table for table in asked if set(_headers(table)) & set(headers)), None)


def _headers(table: _Table) -> list[str]:
    return [clean_text(header) for header in (*table.get("headers", ()), table.get("header", ""))]


def _undrop(document: tomlkit.TOMLDocument, headers: tuple[str, ...]) -> None:
    drop = document.get("drop", [])
    for at in reversed(range(len(drop))):
        if clean_text(drop[at]) in headers:
            del drop[at]


def _stated(declared: DeclaredQuestion) -> dict[str, object]:
    several = len(declared.headers) > 1
    stated: dict[str, object] = {
        "id": declared.id,
        "headers" if several else "header": _list(declared.headers)
        if several
        else declared.headers[0],
        "label": declared.label,
        "role": declared.role and declared.role.value,
        "kind": declared.kind and declared.kind.value,
        "levels": _list([_level(level) for level in declared.levels]) if declared.levels else None,
    }
    return {key: value for key, value in stated.items() if value}


def _list(items: object) -> Array:
    array = tomlkit.array()
    array.extend(items)  # type: ignore[arg-type]
    return array.multiline(True)


def _level(level: Level) -> object:
    table = tomlkit.inline_table()
    table.update({"text": level.text, "polarity": level.polarity.value})
    if level.strong:
        table["strong"] = True
    return table


def _levels(table: _Table) -> tuple[Level, ...]:
    """Return the levels that the file states, to leave their layout where they stay."""
    return tuple(
        Level(clean_text(level["text"]), Polarity(level["polarity"]), level.get("strong", False))
        for level in table.get("levels", ())
    )
