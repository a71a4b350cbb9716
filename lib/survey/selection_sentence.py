"""What is looked at, in words: the sentence of a selection on every page and every paper."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from lib.survey.dimensions import find_dimension
from lib.survey.model.places import place_title
from lib.survey.responses import Hamlet, Place, Responses
from lib.survey.selection import Selection
from lib.wording import gettext, mark, ngettext, with_capital

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


def hamlet_titles(responses: Responses, among: Container[str]) -> dict[str, str]:
    """Return the names of these hamlets, with their communes' where two of them bear one name."""
    hamlets = [hamlet for hamlet in responses.hamlets if hamlet.code in among]
    n = Counter(hamlet.name for hamlet in hamlets)
    units = {place.code: place for place in responses.communes}

    def title(hamlet: Hamlet) -> str:
        if n[hamlet.name] < 2 or hamlet.commune not in units:
            return hamlet.name
        return f"{hamlet.name} – {place_title(units[hamlet.commune], responses.communes)}"

    return {hamlet.code: title(hamlet) for hamlet in hamlets}


def named_choices(responses: Responses, chosen: Selection) -> Iterable[tuple[str, str, str]]:
    """Yield each chosen place, sector and answer: its dimension, its code and what it is called."""
    units = {p.code: p for p in (*responses.today, *responses.communes)}
    for code in chosen.communes:
        yield "xa", code, with_capital(commune_inside_sentence(units[code], units.values()))
    hamlets = _hamlets(responses, chosen)
    yield from (("ap", code, hamlets[code]) for code in chosen.hamlets)
    sectors = {each.code: each.name for each in responses.sectors}
    yield from (("linh_vuc", code, sectors[code]) for code in chosen.sectors)
    for name, codes in chosen.values:
        names, called = dimension_value_names(responses, name), _dimension_name(responses, name)
        for code in codes:
            words = gettext("{question}: {answers}", question=called, answers=names[code])
            yield name, code, words


def dimension_value_names(responses: Responses, name: str) -> dict[str, str]:
    """Return what the values of a dimension are called, by their codes."""
    dimension = find_dimension(responses, name)
    return {value.code: value.name for value in dimension.values} if dimension else {}


def _dimension_name(responses: Responses, name: str) -> str:
    dimension = find_dimension(responses, name)
    return dimension.name if dimension else name


def _responses(responses: Responses, chosen: Selection) -> Iterable[str]:
    yield from _communes(responses, chosen.communes)
    yield from _named(chosen.hamlets, _hamlets(responses, chosen), mark("{n} hamlets"))
    sectors = {each.code: each.name for each in responses.sectors}
    yield from _named(chosen.sectors, sectors, mark("{n} sectors"))
    for name, codes in chosen.values:
        names = dimension_value_names(responses, name)
        answers = _few([names[code] for code in codes], mark("{n} answers"))
        yield gettext(
            "{question}: {answers}", question=_dimension_name(responses, name), answers=answers
        )
    if chosen.today:
        yield gettext("communes after the merger")
    yield chosen.period.name() if chosen.period else gettext("all periods")


def _hamlets(responses: Responses, chosen: Selection) -> dict[str, str]:
    """Return the names of the chosen hamlets; without their commune, where that is said."""
    if len(chosen.communes) == 1 and not chosen.today:
        return hamlet_titles(responses, chosen.hamlets)
    return hamlet_titles(responses, {hamlet.code for hamlet in responses.hamlets})


def _communes(responses: Responses, codes: Sequence[str]) -> Iterable[str]:
    units = {p.code: p for p in (*responses.today, *responses.communes)}
    if codes:
        yield _few(
            [commune_inside_sentence(units[code], units.values()) for code in codes],
            mark("{n} communes"),
        )
    elif len(responses.communes) > 1:
        yield gettext("all communes")


def _named(codes: Sequence[str], names: Mapping[str, str], counted: str) -> Iterable[str]:
    if codes:
        yield _few([names[code] for code in codes], counted)


def _questions(responses: Responses, selection: Selection) -> str:
    chosen, rated = selection.questions, responses.form.rated
    labels = [q.whole_label for q in rated if q.id in chosen]
    if not rated:
        return ""
    if not chosen:
        labels = [q.whole_label for q in rated]
    if len(labels) == 1:
        return gettext("question “{label}”", label=labels[0])
    if not chosen:
        return gettext("all {n} questions", n=len(rated))
    return gettext("{n} of {all} questions", n=len(labels), all=len(rated))


def _few(names: Sequence[str], counted: str) -> str:
    return ", ".join(names) if len(names) <= MANY_NAMES else gettext(counted, n=len(names))
