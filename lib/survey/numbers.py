"""The permanent numbers of columns: c1, c2, … from the left at the first reading.

A number belongs to a header of a source for ever; a column that is new takes the next one,
wherever it stands. Sheets that are read together share one counter, so their numbers differ.
"""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from pathlib import Path


@dataclasses.dataclass(frozen=True)
class Numbers:
    """What was remembered, by source: header → number, and the next free number."""

    known: Mapping[str, Mapping[str, int]] = dataclasses.field(default_factory=dict)
    free: Mapping[str, int] = dataclasses.field(default_factory=dict)

    def assign(
        self, sheets: Mapping[str, Sequence[str]], declared: Mapping[str, str] | None = None
    ) -> "Numbers":
        """Return the numbers with every header of these sources numbered.

        A header that an earlier source of the survey has keeps its number. `declared` maps
        headers to ids: a column gives its number up to the one whose declared id it is.
        """
        numbers, free = self._placed(sheets)
        stated = declared or {}
        for header in numbers:
            while header not in stated and f"c{numbers[header]}" in stated.values():
                numbers[header], free = free, free + 1
        known = {source: {h: numbers[h] for h in headers} for source, headers in sheets.items()}
        kept = {source: {**self.known.get(source, {}), **known[source]} for source in sheets}
        return Numbers({**self.known, **kept}, {**self.free, **dict.fromkeys(sheets, free)})

    def _placed(self, sheets: Mapping[str, Sequence[str]]) -> tuple[dict[str, int], int]:
        """Return the number of each header, remembered or new, and the next free one."""
        # One counter for all: a sheet that is away for a while must not find its next number
        # taken by another when it comes back.
        free = max([1, *(self.free.get(source, 1) for source in sheets)])
        numbers: dict[str, int] = {}
        for source, headers in sheets.items():
            for header in (header for header in headers if header not in numbers):
                number = self.known.get(source, {}).get(header, free)
                numbers[header] = free if number in numbers.values() else number
                free = max(free, numbers[header] + 1)
        return numbers, free

    def number(self, source: str, header: str) -> int:
        """Return the number of an assigned header."""
        return self.known[source][header]


def load(path: Path) -> Numbers:
    """Return the numbers kept in this file; none where it is missing or torn."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return Numbers(kept["known"], kept["free"])
    except (OSError, ValueError, KeyError, TypeError):
        return Numbers()


def save(numbers: Numbers, path: Path) -> bool:
    """Keep the numbers in this file, whole or not at all; tell whether the disk took them."""
    content = json.dumps({"known": numbers.known, "free": numbers.free}, ensure_ascii=False)
    beside = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(content, encoding="utf-8")
        beside.replace(path)
    except OSError:
        return False
    return True
