"""Sentences that stand on every page: what is shown, how it changed."""

from collections.abc import Iterable, Sequence

from lib.analysis.measures import Rate
from lib.survey import places
from lib.survey.filters import Selection
from lib.survey.periods import Period, Span
from lib.survey.responses import Hamlet, Place, Responses, Sector
from lib.ui.view import View
from lib.wording import ROMAN, count, gettext, mark, ngettext, percent, percent_range

MANY = 3  # more names than these are counted instead


def n_responses(n: int) -> str:
    """Return "226 phiếu"."""
    return ngettext("{n} response", "{n} responses", n)


def counted(n: int) -> tuple[str, str]:
    """Return a number of responses as a card shows it: "226" and "phiếu"."""
    return count(n), ngettext("response", "responses", n)


def showing(responses: Responses, view: View) -> str:
    """Return what is shown without its number: "Xã Xuân Tây · Quý IV/2022 · cả 10 câu hỏi"."""
    return " · ".join((*_responses(responses, view.selection), _questions(responses, view)))


def selected(responses: Responses, selection: Selection) -> str:
    """Return which responses are chosen: "Xã Xuân Tây · Quý IV/2022"."""
    return " · ".join(_responses(responses, selection))


def _responses(responses: Responses, chosen: Selection) -> Iterable[str]:
    yield from _communes(responses, chosen.communes)
    yield from _named(chosen.hamlets, responses.hamlets, mark("{n} hamlets"))
    yield from _named(chosen.sectors, responses.sectors, mark("{n} sectors"))
    if chosen.today:
        yield gettext("boundaries of today")
    yield chosen.period.name() if chosen.period else gettext("all periods")


def _communes(responses: Responses, codes: Sequence[str]) -> Iterable[str]:
    units = {p.code: p for p in (*responses.today, *responses.communes)}
    if codes:
        yield _few([commune(units[code], units.values()) for code in codes], mark("{n} communes"))
    elif len(responses.communes) > 1:
        yield gettext("all communes")


def _named(codes: Sequence[str], known: Iterable[Hamlet | Sector], counted: str) -> Iterable[str]:
    names = {one.code: one.name for one in known}
    if codes:
        yield _few([names[code] for code in codes], counted)


def _questions(responses: Responses, view: View) -> str:
    chosen, rated = view.selection.questions, responses.form.rated
    labels = [q.label for q in rated if q.id in chosen]
    if not chosen:
        return gettext("all {n} questions", n=len(rated))
    if len(labels) == 1:
        return gettext("question “{label}”", label=labels[0])
    return gettext("{n} of {all} questions", n=len(labels), all=len(rated))


def commune(place: Place, among: Iterable[Place] = ()) -> str:
    """Return "xã Xuân Đông", and from when where an older unit of that name is `among`."""
    return f"{place.rank} {places.title(place, among)}".strip()


def _few(names: Sequence[str], counted: str) -> str:
    return ", ".join(names) if len(names) <= MANY else gettext(counted, n=len(names))


def short(period: Period) -> str:
    """Return a period's name for an axis: "T10/22", "IV/22", "2022"."""
    if period.first is None:
        return ""
    year = f"{period.first:%y}"
    if period.kind is Span.MONTH:
        return gettext("M{month}/{year}", month=period.first.month, year=year)
    if period.kind is Span.QUARTER:
        return gettext("{quarter}/{year}", quarter=ROMAN[(period.first.month - 1) // 3], year=year)
    return str(period.first.year)


def rate(of: Rate) -> tuple[str, str, str]:
    """Return a rate as a card shows it: "95,7 %", no unit, "khoảng 94,8–96,5 %"."""
    if of.rate is None or of.low is None or of.high is None:
        return "–", "", gettext("Not shown: fewer than 5 responses")
    return percent(of.rate), "", gettext("about {range}", range=percent_range(of.low, of.high))
