"""A number that moves whenever something is new, and who is to be told."""

import threading
from collections.abc import Callable

ChangeListener = Callable[[int], object]


class ChangeSignal:
    """Counts what is new; listeners are called back by whoever rings."""

    def __init__(self) -> None:
        """Start at 0, with nobody listening."""
        self.number = 0
        self._listeners: dict[object, ChangeListener] = {}
        self._lock = threading.Lock()

    def listen(self, callback: ChangeListener) -> Callable[[], None]:
        """Call back with each new number, from whatever thread; return what ends it."""
        key = object()
        with self._lock:
            self._listeners[key] = callback

        def off() -> None:
            with self._lock:
                self._listeners.pop(key, None)

        return off

    def advance(self) -> tuple[ChangeListener, ...]:
        """Move the number on and return those to be told of it."""
        with self._lock:
            self.number += 1
            return tuple(self._listeners.values())
