"""The message: how many cases and in which communes. Nothing that anybody answered or wrote."""

from collections import Counter
from typing import NamedTuple

import numpy as np

from lib.followup.case_arrays import CaseFlags, Cases
from lib.followup.deadline_words import overdue_cases_in_words
from lib.notify.channel_news import ChannelNews
from lib.settings import LEAST_GROUP
from lib.survey.model.places import place_title
from lib.survey.responses import Responses
from lib.wording import format_count, gettext, ngettext


class ChannelMessage(NamedTuple):
    """What is sent, in plain text."""

    title: str
    body: str


def compose_message(
    responses: Responses, cases: Cases, news: ChannelNews, address: str
) -> ChannelMessage:
    """Return what to say; `address` is where the app is opened, "" for no link.

    Held cases are counted as all others are: a message does not tell which are.
    """
    n = int(news.new.sum())
    new = ngettext("{n} new dissatisfied response", "{n} new dissatisfied responses", n)
    overdue = overdue_cases_in_words(int(news.overdue.sum()))
    parts = [(new, news.new), (overdue, news.overdue)]
    parts = [(words, which) for words, which in parts if which.any()]
    lines = [words + _communes(responses, cases, which) for words, which in parts]
    if address:
        lines.append(gettext("See and handle them: {link}", link=f"{address}/can_xu_ly"))
    lines += ["", gettext("Sent by the survey app, without anything that people wrote.")]
    return ChannelMessage(" · ".join(words for words, _ in parts), "\n".join(lines))


def _communes(responses: Responses, cases: Cases, which: CaseFlags) -> str:
    """Return ": xã Xuân Tây 2, xã Xuân Đông 1", nothing where the form knows no communes."""
    if not responses.communes:
        return ""
    names = _names(responses)
    places = responses.commune[cases.positions[which]].tolist()
    elsewhere = gettext("another place, or none stated")
    counted = Counter(names.get(at, elsewhere) for at in places).most_common()
    return ": " + ", ".join(f"{name} {format_count(n)}" for name, n in counted)


def _names(responses: Responses) -> dict[int, str]:
    """Return what to call each commune; what few gave as theirs may be words of their own."""
    n = np.bincount(responses.commune[responses.commune >= 0], minlength=len(responses.communes))
    return {
        at: f"{place.rank} {place_title(place, responses.communes)}".strip()
        for at, place in enumerate(responses.communes)
        if n[at] >= LEAST_GROUP
    }
