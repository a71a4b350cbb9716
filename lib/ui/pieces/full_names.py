"""The whole of a name that is cut, for a finger and for the keyboard too."""

from markupsafe import Markup

from lib.survey.model.survey_form import Question
from lib.ui.pieces.markup import tag
from lib.wording import gettext


def full_question(question: Question) -> Markup:
    """Return what opens the whole of a question below its short name; "" where that is whole."""
    if "…" not in question.label:
        return Markup("")
    dots = tag("span", "⋯", aria_hidden="true")
    opens = tag("summary", dots, tag("span", gettext("Whole question"), class_="x-hidden"))
    return tag("details", opens, tag("span", question.text), class_="x-full")
