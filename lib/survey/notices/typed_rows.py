"""Responses that no form sends so: many of one second, or more in a minute than people send."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from lib.survey.model.survey_form import FormNotice
from lib.survey.table.form_table import FormTable
from lib.wording import mark

# A hall full of people who open one link sends some dozens a minute, a few in one second.
_OF_A_SECOND, _OF_A_MINUTE = 10, 60
_SECOND = np.timedelta64(1, "s")
_MINUTE = np.timedelta64(60, "s")


def typed_rows_notice(sheet: FormTable) -> Iterator[FormNotice]:
    """Yield what is to be said of responses that may have been typed into the sheet.

    Of times without seconds nothing is said: all of a minute, or of a day, are alike there.
    """
    times = np.sort(sheet.submitted.times[~np.isnat(sheet.submitted.times)])
    if not len(times) or not (times != times.astype("datetime64[m]")).any():
        return
    crowded = _within(times, _SECOND, _OF_A_SECOND) | _within(times, _MINUTE, _OF_A_MINUTE)
    if n := int(crowded.sum()):
        text = mark(
            "{title}: {n} responses came faster than people send a form, the first at {when}; they "
            "may have been typed into the sheet. Counted."
        )
        first = f"{times[crowded][0].item():%d/%m/%Y %H:%M:%S}"
        fields = (("title", sheet.table.title), ("n", n), ("when", first))
        yield FormNotice("perhaps_typed", text, sheet.time, fields)


def _within(
    times: npt.NDArray[np.datetime64], span: np.timedelta64, most: int
) -> npt.NDArray[np.bool_]:
    """Return which of these ordered times lie in a span that holds so many or more."""
    found = np.zeros(len(times), dtype=bool)
    last = times[most - 1 :]
    starts = np.flatnonzero(last - times[: len(last)] < span)
    for start in starts.tolist():
        found[start : start + most] = True
    return found
