"""One column of the form, as it was understood: what it asks, how sure that is, its answers."""

from textwrap import shorten

from markupsafe import Markup

from lib.survey.form import Certainty, Kind, Question, Role
from lib.survey.scales import Level, gathered
from lib.ui.bars import CLASSES, words
from lib.ui.markup import join, tag
from lib.wording import count, gettext


def column(question: Question, *, private: bool, counted: bool = True) -> Markup:
    """Return how one column was understood.

    Its answers are only for whoever may read them (`private`), its numbers not for viewers:
    they would be those of single responses.
    """
    title = tag("b", question.text or gettext("(no header)"))
    about = [question.id, kind_words()[question.kind], role_words()[question.role]]
    numbers = gettext(
        "{answered} answered, {not_stated} did not",
        answered=count(question.answered),
        not_stated=count(question.not_stated),
    )
    sure = tag("span", _sure()[question.certainty], class_=f"x-{question.certainty}")
    parts = (*about, numbers if counted else "", sure)
    meta = join((Markup("{}").format(part) for part in parts if part), " · ")
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
        levels = gathered(levels) if question.role is Role.SATISFACTION else []
    if private and not levels and question.examples:
        quoted = "; ".join(f"“{shorten(text, 60, placeholder='…')}”" for text in question.examples)
        return tag("p", gettext("For example: {texts}", texts=quoted), class_="x-meta")
    named = (_level(level, count(n) if counted else "", question.role) for level, n in levels)
    return tag("p", join(named), class_="x-chips")


def _level(level: Level, n: str, role: Role) -> Markup:
    rated = role is Role.SATISFACTION
    swatch = tag("i", class_=f"x-swatch {CLASSES[level.answer]}") if rated else ""
    meaning = f" – {words()[level.answer].lower()}" if rated else ""
    return tag("span", swatch, f"{level.text}{meaning} ", tag("b", n) if n else "", class_="x-chip")


def kind_words() -> dict[Kind, str]:
    """Return how each kind of column is called."""
    return {
        Kind.SINGLE: gettext("one choice"),
        Kind.SCALE: gettext("number scale"),
        Kind.MULTIPLE: gettext("several choices"),
        Kind.TEXT: gettext("text"),
        Kind.NUMBER: gettext("number"),
        Kind.DATE: gettext("date"),
        Kind.TIME: gettext("time of day"),
        Kind.FILE: gettext("uploaded file"),
        Kind.IDENTITY: gettext("identifies a person: dropped when read"),
        Kind.OTHER: gettext("other"),
    }


def role_words() -> dict[Role, str]:
    """Return what the product does with a column."""
    return {
        Role.SATISFACTION: gettext("counts as satisfaction"),
        Role.UNDECIDED: gettext("a scale of which it is not known which end is good"),
        Role.COMMUNE: gettext("commune"),
        Role.HAMLET: gettext("hamlet"),
        Role.SECTOR: gettext("sector of the procedure"),
        Role.COMMENT: gettext("comment"),
        Role.NONE: "",
    }


def _sure() -> dict[Certainty, str]:
    return {
        Certainty.DECLARED: gettext("described in survey.toml"),
        Certainty.CERTAIN: gettext("recognised"),
        Certainty.LIKELY: gettext("probably"),
        Certainty.DOUBTFUL: gettext("not sure: please check"),
    }
