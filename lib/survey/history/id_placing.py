"""Which number each header gets while the sheets of a reading are gone through one by one."""

import collections
from collections.abc import Mapping, Sequence

from lib.survey.history.header_likeness import plain_wording


class Placing:
    """The numbers of headers while sheet after sheet is placed."""

    def __init__(self, known: Mapping[str, Mapping[str, int]], free: int) -> None:
        """Begin with what was known and the next free number."""
        # One counter for all: a sheet that is away for a while must not find its next number
        # taken by another when it comes back.
        self.known, self.free = known, free
        self.numbers: dict[str, int] = {}
        self._wordings: dict[int, set[str]] = collections.defaultdict(set)

    def place(self, source: str, headers: Sequence[str], reworded: Mapping[str, str]) -> None:
        """Number the headers of a source: as before, as another wording, as elsewhere, or anew."""
        known, before, elsewhere = self.known.get(source, {}), self._of(source), self._elsewhere()
        used = {self.numbers[header] for header in headers if header in self.numbers}
        for header in (header for header in headers if header not in self.numbers):
            worded = (known.get(header), known.get(reworded.get(header, "")))
            candidates = (
                n for n in (*worded, *elsewhere[plain_wording(header)]) if n and n not in used
            )
            number = next((n for n in candidates if self._agree(n, header, before[n])), self.free)
            self.numbers[header] = number
            self.free = max(self.free, number + 1)
            used.add(number)
        for header in headers:
            number = self.numbers[header]
            self._wordings[number] |= before[number] | {plain_wording(header)}

    def given_up(self, declared: Mapping[str, str]) -> dict[int, int]:
        """Return the numbers that are another question's declared id, and what replaces them."""
        stated = {plain_wording(header) for header in declared}
        moved = {}
        for number in dict.fromkeys(self.numbers.values()):
            if f"c{number}" in declared.values() and not stated & self._wordings[number]:
                while f"c{self.free}" in declared.values():
                    self.free += 1
                moved[number], self.free = self.free, self.free + 1
        return moved

    def _agree(self, number: int, header: str, before: set[str]) -> bool:
        """Tell whether the number is no other question's in the sheets placed before."""
        elsewhere = self._wordings[number]
        return not elsewhere or not elsewhere.isdisjoint(before | {plain_wording(header)})

    def _elsewhere(self) -> Mapping[str, list[int]]:
        """Return the numbers of every wording in the sheets placed before."""
        found = collections.defaultdict(list)
        for number, texts in self._wordings.items():
            for text in texts:
                found[text].append(number)
        return found

    def _of(self, source: str) -> Mapping[int, set[str]]:
        """Return the wordings of every number in one source so far."""
        found = collections.defaultdict(set)
        for header, number in self.known.get(source, {}).items():
            found[number].add(plain_wording(header))
        return found
