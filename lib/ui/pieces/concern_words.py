"""What deserves attention in words: what it is about, and by how much it is lower."""

from markupsafe import Markup

from lib.analysis.attention import Concern, ConcernKind
from lib.survey.model.places import place_title
from lib.survey.responses import Responses
from lib.survey.selection_sentence import n_responses
from lib.wording import format_count, format_percent, format_points, gettext


def concern_subject(responses: Responses, concern: Concern) -> str:
    """Return what a concern is about: a question's label, a commune's name before it."""
    question = responses.form.question(concern.question)
    label = question.label if question else gettext("all questions together")
    if concern.kind is ConcernKind.WORSE:
        return label
    units = (*responses.today, *responses.communes)
    place = next(unit for unit in units if unit.code == concern.commune)
    return f"{place_title(place, units)} – {label}"


def concern_in_words(concern: Concern) -> Markup:
    """Return by how much it is lower than what, and how many responses are dissatisfied."""
    words = gettext("<b>down {points}</b>, now {now} of {all} answers; {n} dissatisfied.")
    if concern.kind is ConcernKind.BELOW:
        words = gettext(
            "<b>{points} below</b> the others ({now} of {all} answers against {before}); "
            "{n} dissatisfied."
        )
    return Markup(words).format(
        points=format_points(concern.change.difference),
        now=format_percent(concern.rate.rate or 0),
        all=format_count(concern.rate.valid),
        before=format_percent(concern.against.rate or 0),
        n=n_responses(concern.dissatisfied),
    )
