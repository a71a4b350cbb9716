"""What deserves attention in words: a sentence and what stands in it; `moved` is its weight."""

from collections.abc import Iterator
from typing import NamedTuple

from lib.analysis.attention import Attention, ComparedBasis
from lib.analysis.attention_levels import ConcernKind
from lib.analysis.concerns import Concern
from lib.analysis.rates import ENOUGH_PEOPLE
from lib.analysis.sustained_fall import SustainedFall
from lib.survey.model.places import place_title
from lib.survey.responses import Responses
from lib.survey.selection_sentence import n_responses
from lib.wording import format_count, format_day, format_percent, format_points, gettext


class WeightedSentence(NamedTuple):
    """A sentence of which one part bears the weight, and stands in bold where there is bold."""

    words: str
    fields: dict[str, str]

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return self.words.format(**self.fields)


def concern_subject(responses: Responses, concern: Concern) -> str:
    """Return what a concern is about: a question's label, a commune's name before it."""
    question = responses.form.question(concern.question)
    label = question.label if question else gettext("all questions together")
    if concern.kind is ConcernKind.WORSE:
        return label
    units = (*responses.today, *responses.communes)
    place = next(unit for unit in units if unit.code == concern.commune)
    return f"{place_title(place, units)} – {label}"


def concern_sentence(concern: Concern) -> WeightedSentence:
    """Return by how much it is lower than what, and how many responses are dissatisfied."""
    below = concern.kind is ConcernKind.BELOW
    moved = gettext("{points} below") if below else gettext("down {points}")
    words = (
        gettext(
            "{moved} the others ({now} of {all} answers against {before}); {n} with a "
            "dissatisfied answer."
        )
        if below
        else gettext(
            "{moved} from the period before, from {before} to {now} of {all} answers; {n} "
            "with a dissatisfied answer."
        )
    )
    fields = {
        "moved": moved.format(points=format_points(concern.change.difference)),
        "now": format_percent(concern.rate.rate or 0),
        "all": format_count(concern.rate.valid),
        "before": format_percent(concern.against.rate or 0),
        "n": n_responses(concern.dissatisfied),
    }
    return WeightedSentence(words, fields)


def fall_sentence(fall: SustainedFall) -> WeightedSentence:
    """Return since when the overall rate has been lower; its figures where they may be told."""
    rate, before, first = fall.rate, fall.before, fall.since.first
    if rate is None or before is None or first is None:
        words = gettext("{moved}; it began in {month}.")
        return WeightedSentence(words, {"moved": _lower(), "month": fall.since.name()})
    words = gettext("{moved} since about {day}: {now} over {n}, {before} before that.")
    fields = {
        "moved": _lower(),
        "day": format_day(first),
        "now": format_percent(rate.rate or 0),
        "before": format_percent(before.rate or 0),
        "n": n_responses(rate.people),
    }
    return WeightedSentence(words, fields)


def _lower() -> str:
    return gettext("The overall rate has been lower for some time")


def nothing_sentence(attention: Attention) -> str:
    """Return that nothing is clearly lower, or why that cannot be said."""
    return " ".join(_nothing(attention))


def _nothing(attention: Attention) -> Iterator[str]:
    told = attention.period.name() if attention.period else ""
    few = {"n": ENOUGH_PEOPLE, "period": told}
    yield {
        ComparedBasis.COMPARED: gettext("Nothing is significantly lower than before or elsewhere."),
        ComparedBasis.NO_QUESTION: gettext("No question rates anything here."),
        ComparedBasis.NO_PERIOD: gettext("There is no period yet of which anything can be told."),
        ComparedBasis.TOO_FEW: gettext(
            "{period} has fewer than {n} responses that rate, too few to tell what is lower.", **few
        ),
        ComparedBasis.NOTHING_BEFORE: gettext("There are no responses before to compare with."),
        ComparedBasis.TOO_FEW_BEFORE: gettext(
            "{period}: the period before has fewer than {n} responses, too few to compare with.",
            **few,
        ),
        ComparedBasis.WITHHELD: gettext(
            "The figures of the period before are not shown by themselves, so as not to tell what "
            "single people answered: nothing is compared here."
        ),
    }[attention.basis]
    if attention.partly:
        yield gettext("Places and questions with very few responses are not looked at here.")
