"""What deserves attention in words: what it is about, and by how much it is lower."""

from markupsafe import Markup

from lib.analysis.attention import Concern, Kind
from lib.survey.places import title
from lib.survey.responses import Responses
from lib.ui import phrases
from lib.wording import count, gettext, percent, points


def subject(responses: Responses, concern: Concern) -> str:
    """Return what a concern is about: a question's label, a commune's name before it."""
    question = responses.form.question(concern.question)
    label = question.label if question else gettext("all questions together")
    if concern.kind is Kind.WORSE:
        return label
    units = (*responses.today, *responses.communes)
    place = next(unit for unit in units if unit.code == concern.commune)
    return f"{title(place, units)} – {label}"


def said(concern: Concern) -> Markup:
    """Return by how much it is lower than what, and how many responses are dissatisfied."""
    words = gettext("<b>down {points}</b>, now {now} of {all} answers; {n} dissatisfied.")
    if concern.kind is Kind.BELOW:
        words = gettext(
            "<b>{points} below</b> the others ({now} of {all} answers against {before}); "
            "{n} dissatisfied."
        )
    return Markup(words).format(
        points=points(concern.change.difference),
        now=percent(concern.rate.rate or 0),
        all=count(concern.rate.valid),
        before=percent(concern.against.rate or 0),
        n=phrases.n_responses(concern.dissatisfied),
    )
