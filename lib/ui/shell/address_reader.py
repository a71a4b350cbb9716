"""The parameters of an address, read one after the other; what does not exist is named.

Pure: knows no screen. Where a parameter holds nothing that exists it is unknown, and then a
page shows nothing rather than everything.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from lib.errors import LinkError
from lib.survey.model.periods import Period, parse_period
from lib.survey.model.vietnamese_text import link_slug
from lib.wording import gettext, mark

AddressQuery = Mapping[str, list[str]]
_Known = TypeVar("_Known")
_NOTHING: Mapping[str, str] = {}
_PARAMETER_NAMES = {
    "xa": mark("commune"),
    "ap": mark("hamlet"),
    "ky": mark("period"),
    "cau": mark("question"),
    "linh_vuc": mark("sector"),
    "tl": mark("answer"),
    "mo_hinh": mark("Dân vận khéo model"),
    "tu": mark("word"),
    "bai": mark("page of the guide"),
    "muc": mark("section"),
}


class AddressReader:
    """Reads parameters and remembers what it did not understand."""

    def __init__(self, query: AddressQuery) -> None:
        """Begin with an address of which nothing was read yet."""
        self.query = query
        self.problems: list[str] = []  # sentences
        self.unknown: set[str] = set()  # parameters of which nothing was understood

    def values(self, name: str) -> list[str]:
        """Return what a parameter holds, as written."""
        return [value for value in self.query.get(name, []) if value.strip()]

    def several(
        self, name: str, known: Mapping[str, _Known], explained: Mapping[str, str] = _NOTHING
    ) -> tuple[_Known, ...]:
        """Return what the values of a parameter stand for, by their slugs; each once.

        What exists and cannot be shown is `explained`, by its slug, in a sentence.
        """
        asked = self.values(name)
        self.problems += [explained[s] for s in map(link_slug, asked) if s in explained]
        if asked and all(link_slug(value) in explained for value in asked):
            self.unknown.add(name)
        asked = [value for value in asked if link_slug(value) not in explained]
        missing = [value for value in asked if link_slug(value) not in known]
        codes = dict.fromkeys(link_slug(value) for value in asked if link_slug(value) in known)
        if missing:
            self._name(name, missing)
            if not codes:
                self.unknown.add(name)
        return tuple(known[code] for code in codes)

    def single(self, name: str, known: Mapping[str, _Known]) -> _Known | None:
        """Return what the last known value of a parameter stands for."""
        values = self.several(name, known)
        return values[-1] if values else None

    def period(self) -> Period | None:
        """Return the period asked for."""
        asked = self.values("ky")
        if not asked:
            return None
        try:
            period = parse_period(asked[-1])
        except LinkError:
            self._name("ky", [asked[-1]])
            self.unknown.add("ky")
            return None
        if period.swapped:
            self.problems.append(
                gettext("The period was given backwards; shown is {period}.", period=period.name())
            )
        return period

    def _name(self, name: str, missing: Iterable[str]) -> None:
        what = gettext(_PARAMETER_NAMES[name]) + " " if name in _PARAMETER_NAMES else ""
        named = ", ".join(f"{what}“{value[:40]}”" for value in missing)
        self.problems.append(str(LinkError(values=named)))
