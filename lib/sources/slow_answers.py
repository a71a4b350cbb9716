"""What is said while a source has begun to answer and is not done."""

import contextlib
import threading
from collections.abc import Callable, Iterator

from lib.errors import UnreachableError
from lib.wording import mark

SLOW_AFTER = 20.0  # seconds from which on it is said


class SlowAnswerError(UnreachableError):
    """The source has been answering for a while, and is not done."""

    code = "slow_answer"
    message = mark(
        "{title}: the answer has been coming very slowly. The app goes on reading; until it has "
        "all of it, the figures stay those of the time that is said here."
    )


@contextlib.contextmanager
def told_when_slow(tell: Callable[[], object]) -> Iterator[None]:
    """Call back, from a thread of its own, once what is done within takes too long."""
    late = threading.Timer(SLOW_AFTER, tell)
    late.daemon = True
    late.start()
    try:
        yield
    finally:
        late.cancel()
