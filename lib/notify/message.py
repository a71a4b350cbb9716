"""The message: how many cases and in which communes. Nothing that anybody answered or wrote."""

from collections.abc import Iterator
from typing import NamedTuple

from lib.followup.cases import Cases, Flags
from lib.followup.summary import by_commune
from lib.notify.news import News
from lib.survey import places
from lib.survey.responses import Place, Responses
from lib.wording import count, gettext, ngettext


class Message(NamedTuple):
    """What is sent, in plain text."""

    title: str
    body: str


def message(responses: Responses, cases: Cases, news: News, address: str) -> Message:
    """Return what to say; `address` is where the app is opened, "" for no link.

    Held cases are counted as all others are: a message does not tell which are.
    """
    new, late = int(news.new.sum()), int(news.overdue.sum())
    both = (
        (
            ngettext("{n} new dissatisfied response", "{n} new dissatisfied responses", new),
            news.new,
        ),
        (ngettext("{n} overdue case", "{n} overdue cases", late), news.overdue),
    )
    told = [(what, which) for what, which in both if which.any()]
    lines = [": ".join((what, *_communes(responses, cases, which))) for what, which in told]
    if address:
        lines.append(gettext("See and handle them: {link}", link=f"{address}/can_xu_ly"))
    lines += ["", gettext("Sent by the survey app, without anything that people wrote.")]
    return Message(" · ".join(what for what, _ in told), "\n".join(lines))


def _communes(responses: Responses, cases: Cases, which: Flags) -> Iterator[str]:
    """Yield "xã Xuân Tây 2, xã Xuân Đông 1", nothing where the form knows no communes."""
    if responses.communes:
        each = by_commune(responses, cases, which, today=False)
        yield ", ".join(f"{_name(place, responses)} {count(work.all)}" for place, work in each)


def _name(place: Place | None, responses: Responses) -> str:
    if place is None:
        return gettext("not stated")
    return f"{place.rank} {places.title(place, responses.communes)}".strip()
