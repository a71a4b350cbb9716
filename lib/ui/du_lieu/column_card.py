"""One column of the form, as it was understood: what it asks, how sure that is, its answers."""

from textwrap import shorten

from markupsafe import Markup

from lib.survey.model.answer_levels import Level, gather_unclassified
from lib.survey.model.survey_form import Certainty, ColumnKind, ColumnRole, Question
from lib.ui.pieces.bars import ANSWER_CLASSES, answer_words
from lib.ui.pieces.markup import join_markup, page_link, tag
from lib.ui.shell.address import QUESTION_PAGE, link_query
from lib.wording import format_count, gettext


def column_card(question: Question, *, private: bool, counted: bool = True) -> Markup:
    """Return how one column was understood, with the way to what was answered.

    Its answers are only for whoever may read them (`private`), its numbers not for viewers:
    they would be those of single responses.
    """
    words = question.text or gettext("(no header)")
    opened = page_link(words, QUESTION_PAGE, link_query(cau=[question.id]))
    title = tag("b", words if question.kind is ColumnKind.IDENTITY else opened)
    about = [column_kind_words()[question.kind], column_role_words()[question.role]]
    numbers = gettext(
        "{answered} answered, {not_stated} did not",
        answered=format_count(question.answered),
        not_stated=format_count(question.not_stated),
    )
    sure = tag("span", _sure()[question.certainty], class_=f"x-{question.certainty}")
    parts = (*about, numbers if counted else "", sure)
    meta = join_markup((Markup("{}").format(part) for part in parts if part), " · ")
    return tag(
        "article",
        tag("p", title, class_="x-comment"),
        tag("p", meta, class_="x-meta"),
        _answers(question, private=private, counted=counted),
        class_="x-column",
    )


def _answers(question: Question, *, private: bool, counted: bool) -> Markup:
    counts = dict(question.answers)
    levels = [(level, counts.get(level.text, 0)) for level in question.levels]
    if not private:
        levels = gather_unclassified(levels) if question.role is ColumnRole.SATISFACTION else []
    if private and not levels and question.examples:
        quoted = "; ".join(f"“{shorten(text, 60, placeholder='…')}”" for text in question.examples)
        return tag("p", gettext("For example: {texts}", texts=quoted), class_="x-meta")
    named = (
        _level(level, format_count(n) if counted else "", question.role) for level, n in levels
    )
    return tag("p", join_markup(named), class_="x-chips")


def _level(level: Level, n: str, role: ColumnRole) -> Markup:
    rated = role is ColumnRole.SATISFACTION
    swatch = tag("i", class_=f"x-swatch {ANSWER_CLASSES[level.answer]}") if rated else ""
    meaning = f" – {answer_words()[level.answer].lower()}" if rated else ""
    return tag("span", swatch, f"{level.text}{meaning} ", tag("b", n) if n else "", class_="x-chip")


def column_kind_words() -> dict[ColumnKind, str]:
    """Return how each kind of column is called."""
    return {
        ColumnKind.SINGLE: gettext("one choice"),
        ColumnKind.SCALE: gettext("number scale"),
        ColumnKind.MULTIPLE: gettext("several choices"),
        ColumnKind.TEXT: gettext("text"),
        ColumnKind.NUMBER: gettext("number"),
        ColumnKind.DATE: gettext("date"),
        ColumnKind.TIME: gettext("time of day"),
        ColumnKind.FILE: gettext("uploaded file"),
        ColumnKind.IDENTITY: gettext("identifies a person: dropped when read"),
        ColumnKind.OTHER: gettext("other"),
    }


def column_role_words() -> dict[ColumnRole, str]:
    """Return what the product does with a column."""
    return {
        ColumnRole.SATISFACTION: gettext("question about satisfaction"),
        ColumnRole.UNDECIDED: gettext("to be confirmed how its answers count"),
        ColumnRole.COMMUNE: gettext("commune"),
        ColumnRole.HAMLET: gettext("hamlet"),
        ColumnRole.SECTOR: gettext("sector of the procedure"),
        ColumnRole.COMMENT: gettext("comment"),
        ColumnRole.NONE: "",
    }


def _sure() -> dict[Certainty, str]:
    return {
        Certainty.DECLARED: gettext("stated by the office"),
        Certainty.CERTAIN: gettext("recognised"),
        Certainty.LIKELY: gettext("probably"),
        Certainty.DOUBTFUL: gettext("not sure: please check"),
    }
