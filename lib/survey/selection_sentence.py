"""What is looked at, in words: the sentence of a selection on every page and every paper."""

from collections.abc import Iterable, Sequence

from lib.survey.model.places import place_title
from lib.survey.responses import Hamlet, Place, Responses, Sector
from lib.survey.selection import Selection
from lib.wording import gettext, mark, ngettext

MANY_NAMES = 3  # more names than these are counted instead


def n_responses(n: int) -> str:
    """Return "226 phiếu"."""
    return ngettext("{n} response", "{n} responses", n)


def selection_sentence(responses: Responses, selection: Selection, n: int) -> str:
    """Return "Xã Xuân Tây · Quý IV/2022 · cả 10 câu hỏi · 226 phiếu"."""
    return f"{selection_with_questions(responses, selection)} · {n_responses(n)}"


def selection_with_questions(responses: Responses, selection: Selection) -> str:
    """Return what is shown without its number: "Xã Xuân Tây · Quý IV/2022 · cả 10 câu hỏi"."""
    asked = _questions(responses, selection)
    return " · ".join(filter(None, (*_responses(responses, selection), asked)))


def selection_without_questions(responses: Responses, selection: Selection) -> str:
    """Return which responses are chosen: "Xã Xuân Tây · Quý IV/2022"."""
    return " · ".join(_responses(responses, selection))


def commune_inside_sentence(place: Place, among: Iterable[Place] = ()) -> str:
    """Return "xã Xuân Đông", and from when where an older unit of that name is `among`."""
    return f"{place.rank} {place_title(place, among)}".strip()


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
        yield _few(
            [commune_inside_sentence(units[code], units.values()) for code in codes],
            mark("{n} communes"),
        )
    elif len(responses.communes) > 1:
        yield gettext("all communes")


def _named(codes: Sequence[str], known: Iterable[Hamlet | Sector], counted: str) -> Iterable[str]:
    names = {one.code: one.name for one in known}
    if codes:
        yield _few([names[code] for code in codes], counted)


def _questions(responses: Responses, selection: Selection) -> str:
    chosen, rated = selection.questions, responses.form.rated
    labels = [q.label for q in rated if q.id in chosen]
    if not rated:
        return ""
    if not chosen:
        return gettext("all {n} questions", n=len(rated))
    if len(labels) == 1:
        return gettext("question “{label}”", label=labels[0])
    return gettext("{n} of {all} questions", n=len(labels), all=len(rated))


def _few(names: Sequence[str], counted: str) -> str:
    return ", ".join(names) if len(names) <= MANY_NAMES else gettext(counted, n=len(names))
