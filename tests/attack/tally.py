"""What was tried, and what got through that should not have."""

import dataclasses
import re
from collections import Counter
from collections.abc import Container
from typing import Self

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests import small_form

TOTAL = re.compile(r"<span>([\d.]+)\s+phiếu</span>")  # the element that says how many are shown
ALTERED = re.compile(r"(\d+) bị sửa, (\d+) bị xóa")
FAILED = b"Traceback (most recent call last)"


@dataclasses.dataclass
class Tally:
    """Counts by kind of attempt; `totals` are all that were shown of all responses."""

    attempts: Counter[str] = dataclasses.field(default_factory=Counter)
    violations: Counter[tuple[str, str]] = dataclasses.field(default_factory=Counter)
    totals: set[int] = dataclasses.field(default_factory=set)
    looks: list[float] = dataclasses.field(default_factory=list)

    def violated(self, kind: str, words: str) -> None:
        """Count what got through."""
        self.violations[kind, words] += 1

    def answered(self, kind: str, status: int, body: bytes) -> None:
        """Judge an answer to somebody who may read totals only."""
        if status >= 500:
            self.violated(kind, f"answered {status}")
        if small_form.tells(body):
            self.violated(kind, "private words seen")
        if FAILED in body:
            self.violated(kind, "a traceback in an answer")

    def drew(
        self, kind: str, sent: bytes, *, private: bool = False, whole: bool = False
    ) -> ForwardMsg:
        """Judge what a page was sent, and return it.

        Whoever is `private` reads responses; of a `whole` page, without filters, the total is kept.
        """
        message = ForwardMsg.FromString(sent)
        element = message.delta.new_element
        if element.HasField("exception"):
            self.violated(kind, f"an exception's page: {element.exception.type}")
        if not private and small_form.tells(sent):
            self.violated(kind, "private words seen")
        words = element.html.body or element.bidi_component.json
        if whole and (total := TOTAL.search(words)):
            self.totals.add(int(total[1].replace(".", "")))
        if (altered := ALTERED.search(words)) and altered.groups() != ("0", "0"):
            self.violated(kind, f"altered where nothing was: {altered[0]}")
        return message

    def compared(self, kind: str, ever: Container[int]) -> None:
        """Hold all totals against the numbers of responses that the Sheet ever had."""
        for total in self.totals:
            if total not in ever:
                self.violated(kind, f"never in the Sheet: {total} responses")

    def more(self, other: Self) -> None:
        """Add what another counted."""
        self.attempts += other.attempts
        self.violations += other.violations
        self.totals |= other.totals
        self.looks += other.looks
