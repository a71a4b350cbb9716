"""What a process has one of, made when it is first asked for, and exchanged as a whole.

It lies outside Streamlit's caches, which the socket of any open page may have emptied.
"""

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")


class ProcessParts:
    """Keeps one of each part; parts that were made from each other are never mixed."""

    def __init__(self) -> None:
        """Begin without any part."""
        self._office = _Office()
        self._making = threading.local()

    def part(
        self, release: Callable[[Any], object] = lambda made: None
    ) -> Callable[[Callable[[], Made]], "ProcessPart[Made]"]:
        """Return a decorator of what makes a part; `release` ends one that is let go.

        What the making raises is raised, and asked again at the next call.
        """
        return lambda make: ProcessPart(self, make, release)

    def exchange(self) -> None:
        """Let all parts go, those made last first; whoever asks from now on has them made anew."""
        old, self._office = self._office, _Office()
        old.let_go()

    def office(self) -> "_Office":
        """Return the parts that whoever asks now belongs to."""
        making: _Office | None = getattr(self._making, "office", None)
        return making or self._office

    def made_within(self, office: "_Office", make: Callable[[], Made]) -> Made:
        """Return what is made of other parts: of these, also when they are exchanged meanwhile."""
        before = getattr(self._making, "office", None)
        self._making.office = office
        try:
            return make()
        finally:
            self._making.office = before


class _Office:
    """The parts that were made from each other."""

    def __init__(self) -> None:
        self.made: dict[ProcessPart[Any], Any] = {}
        self.locks: dict[object, threading.RLock] = {}
        self.gone = False
        self._released = set[ProcessPart[Any]]()

    def let_go(self) -> None:
        """End all parts, those made last first; what is being made meanwhile still finds them."""
        self.gone = True
        for part, made in reversed(list(self.made.items())):
            if part not in self._released:
                self._released.add(part)
                part.release(made)


class ProcessPart(Generic[Made]):
    """One part: called, it returns the one that there is."""

    def __init__(
        self, parts: ProcessParts, make: Callable[[], Made], release: Callable[[Made], object]
    ) -> None:
        """Prepare; nothing is made yet."""
        self._parts, self._make, self.release = parts, make, release
        self.__doc__ = make.__doc__

    def __call__(self) -> Made:
        """Return the part, made now where there is none."""
        office = self._parts.office()
        if self not in office.made:
            with office.locks.setdefault(self, threading.RLock()):
                if self not in office.made:
                    office.made[self] = self._parts.made_within(office, self._make)
            if office.gone:
                office.let_go()
        made: Made = office.made[self]
        return made

    def clear(self) -> None:
        """Let the part go alone: for what nothing else was made of."""
        made = self._parts.office().made.pop(self, None)
        if made is not None:
            self.release(made)
