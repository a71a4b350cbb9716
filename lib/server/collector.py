"""The interpreter's garbage is collected while no page is being drawn.

Streamlit collects after every run of a page, which holds up everybody else who waits for one:
with ten viewers of 100,000 responses it took 45 % of the server's time. `postScriptGC` in
`.streamlit/config.toml` ends that, and this collects instead.
"""

import asyncio
import contextlib
import gc
import threading
from collections.abc import Callable, Iterator

PACE = 5.0  # seconds between two looks, as the feed's while somebody watches


class CollectorAtRest:
    """Knows how many pages are being drawn, and collects what they left when there are none."""

    def __init__(self, collect: Callable[[], object] = gc.collect) -> None:
        """Prepare; nothing is collected before `collect_at_rest` is called."""
        self._collect, self._lock = collect, threading.Lock()
        self._drawing = 0
        self._left = False  # whether something was drawn since the last collection

    @contextlib.contextmanager
    def drawing(self) -> Iterator[None]:
        """Collect nothing while a page is drawn inside."""
        with self._lock:
            self._drawing += 1
            self._left = True
        try:
            yield
        finally:
            with self._lock:
                self._drawing -= 1

    def collect_at_rest(self) -> bool:
        """Collect if no page is being drawn and one was since; tell whether it was done."""
        with self._lock:
            due = self._left and not self._drawing
            self._left = self._left and not due
        if due:
            self._collect()
        return due

    async def keep_collecting(self) -> None:
        """Look again and again, until cancelled; a server that nobody uses does nothing."""
        while True:
            await asyncio.sleep(PACE)
            await asyncio.to_thread(self.collect_at_rest)


the_collector = CollectorAtRest()
