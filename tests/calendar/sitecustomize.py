"""Another day for every Python process that finds this folder on its PYTHONPATH.

`CALENDAR_DAY` names it, as 2028-02-29 or as so many days from now, +400. The time of day is
the true one, so that all processes agree; waiting and measuring time are as ever, which is
what Debian's faketime does not leave this Python: there its waits never end.
"""

import datetime as dt
import os
import time

import time_machine


def _days_ahead(day: str) -> int:
    if day.startswith("+"):
        return int(day)
    return (dt.date.fromisoformat(day) - dt.datetime.now(dt.UTC).date()).days


if "CALENDAR_DAY" in os.environ:
    days = _days_ahead(os.environ["CALENDAR_DAY"])
    clock = time_machine.travel(0, tick=True).start()
    # Set by its error: whatever setting a clock takes, all processes have the same one.
    clock.shift(time_machine.escape_hatch.time.time() - time.time() + days * 86_400)
