"""What one column asks: its kind, its role and its levels, declared or inferred."""

import dataclasses
from collections.abc import Callable

from lib.survey.describe.survey_description import DeclaredQuestion
from lib.survey.model.answer_levels import Answer, Level, Polarity
from lib.survey.model.lexicon import header_says, without_phrases
from lib.survey.model.quality_words import about_the_person, asks_for_own_words
from lib.survey.model.survey_form import Certainty, ColumnKind, ColumnRole
from lib.survey.recognise.answer_rating import AnswerRating, rate_answers
from lib.survey.recognise.column_kind import NEW_POINTS, column_kind, scale_points
from lib.survey.recognise.linear_scale import linear_levels
from lib.survey.recognise.personal_data import IDENTITY_SAMPLE, identifies_person
from lib.survey.recognise.recognition_certainty import recognition_certainty
from lib.survey.recognise.scale_structure import is_agreement_scale
from lib.survey.recognise.worded_levels import (
    all_pairs,
    level_for_answer,
    level_indexes,
    undecided_levels,
    unify_spellings,
    worded_levels,
)
from lib.survey.table.coded_column import CodedColumn

_PLACES = (
    ("hamlet", ColumnRole.HAMLET),
    ("commune", ColumnRole.COMMUNE),
    ("sector", ColumnRole.SECTOR),
)
RATED_ROLES = (ColumnRole.SATISFACTION, ColumnRole.UNDECIDED)
_WORDS_OF_AN_OPINION = 4  # on average; shorter texts name something

_KINDS = {
    ColumnRole.COMMENT: ColumnKind.TEXT,
    ColumnRole.COMMUNE: ColumnKind.SINGLE,
    ColumnRole.HAMLET: ColumnKind.SINGLE,
    ColumnRole.SECTOR: ColumnKind.SINGLE,
}


@dataclasses.dataclass(frozen=True)
class ColumnMeaning:
    """How a column was understood."""

    kind: ColumnKind
    role: ColumnRole = ColumnRole.NONE
    levels: tuple[Level, ...] = ()  # best first
    certainty: Certainty = Certainty.CERTAIN
    proposed: tuple[Level, ...] = ()  # of what is undecided: how it may count, best first


def _unclassified(text: str) -> Polarity:
    return Polarity.UNCLASSIFIED


@dataclasses.dataclass(frozen=True)
class KnownBefore:
    """What was remembered of a question, and by which rules it is to be understood."""

    former: bool = False  # by those of the version in which answers had not to be certain
    certain: bool = False  # every answer was understood once
    counted: bool = False  # it had a rate once
    polarity: Callable[[str], Polarity] = _unclassified  # how each answer counted at last


NEVER_READ = KnownBefore()
IDENTITY_MEANING = ColumnMeaning(ColumnKind.IDENTITY)


def understand_column(
    header: str,
    column: CodedColumn,
    declared: DeclaredQuestion | None = None,
    in_grid: bool = False,
    before: KnownBefore = NEVER_READ,
) -> ColumnMeaning:
    """Return what the column asks: what was declared, and for the rest what it looks like.

    Of a row in a grid the column holds the answers to all rows that share its scale. What was
    wholly understood at an earlier reading counts, whatever is answered later.
    """
    inferred = _inferred(header, column, in_grid, before)
    if before.certain and _forgets(inferred, before):
        inferred = _kept_certain(inferred, column, before)
    elif before.counted:
        inferred = _kept_open(inferred, column)
    sure = recognition_certainty(header, column, inferred.kind, inferred.role, inferred.levels)
    inferred = dataclasses.replace(inferred, certainty=sure)
    return _as_declared(declared, header, inferred, column) if declared else inferred


def _inferred(
    header: str, column: CodedColumn, in_grid: bool, before: KnownBefore
) -> ColumnMeaning:
    kind = column_kind(header, column)
    if kind is ColumnKind.SCALE:
        personal = not before.former and about_the_person(header)
        return ColumnMeaning(kind) if personal else _scale(header, column, former=before.former)
    if not (before.former or in_grid) and _is_comment(header, kind, column):
        return ColumnMeaning(ColumnKind.TEXT, ColumnRole.COMMENT)
    rated = _rated(header, kind, column, before)
    joined = kind is ColumnKind.MULTIPLE and not before.former
    if rated and not (joined and rated.role is ColumnRole.UNDECIDED):
        return rated
    if identifies_person(header, kind, column):
        return IDENTITY_MEANING
    place = None if in_grid else _named(header, kind)  # a row only names what is rated
    return place or _opinion(header, kind, column)


def _forgets(inferred: ColumnMeaning, before: KnownBefore) -> bool:
    """Tell whether an answer that counted would count no more."""
    silent = (lv.text for lv in inferred.levels if lv.polarity is Polarity.UNCLASSIFIED)
    known = any(before.polarity(text) is not Polarity.UNCLASSIFIED for text in silent)
    return known or inferred.role is not ColumnRole.SATISFACTION


def _kept_certain(
    inferred: ColumnMeaning, column: CodedColumn, before: KnownBefore
) -> ColumnMeaning:
    """Return what was wholly understood once as it counted then: an answer that came later, and
    fits no scale, takes that away from nobody."""
    if inferred.kind is ColumnKind.IDENTITY:
        return inferred
    texts = unify_spellings(column.common).texts
    levels = sorted((Level(text, before.polarity(text)) for text in texts), key=_best_first)
    return ColumnMeaning(ColumnKind.SINGLE, ColumnRole.SATISFACTION, tuple(levels))


def _best_first(level: Level) -> int:
    return [*Polarity].index(level.polarity)


def _kept_open(inferred: ColumnMeaning, column: CodedColumn) -> ColumnMeaning:
    """Return what counted once, and would now be no question of satisfaction, as to be confirmed.

    Nobody is to miss a figure that vanished without a word.
    """
    lost = inferred.role is ColumnRole.NONE and inferred.kind is not ColumnKind.IDENTITY
    if not lost:
        return inferred
    levels = tuple(map(Level, unify_spellings(column.common).texts))
    return ColumnMeaning(ColumnKind.SINGLE, ColumnRole.UNDECIDED, levels)


def _is_comment(header: str, kind: ColumnKind, column: CodedColumn) -> bool:
    """Tell whether people wrote what they wanted, though few of them, or few words."""
    written = kind in (ColumnKind.TEXT, ColumnKind.SINGLE, ColumnKind.OTHER)
    if not (column.texts and written and asks_for_own_words(header)):
        return False
    common = column.common
    return not (all_pairs(common) or _mostly_agreement(common))


def _mostly_agreement(column: CodedColumn) -> bool:
    """Tell whether most chose how far they agree; one may write "Đồng ý" among other words."""
    agreed = sum(n for text, n in column.said if is_agreement_scale((text,)))
    return 2 * agreed >= column.answered


def _scale(header: str, column: CodedColumn, *, former: bool) -> ColumnMeaning:
    points = scale_points(header, column) or {}
    found = linear_levels(header, points, former=former)
    if former and any(map(NEW_POINTS.search, points)):
        found = tuple(Level(level.text) for level in found)  # somebody may confirm it
    known = any(level.polarity is not Polarity.UNCLASSIFIED for level in found)
    beside = [text for text in unify_spellings(column).texts if text not in points]
    silent = tuple(level_for_answer(text, Answer.NOT_APPLICABLE) for text in beside)
    role = ColumnRole.SATISFACTION if known else ColumnRole.UNDECIDED
    return ColumnMeaning(ColumnKind.SCALE, role, (*found, *silent))


def _rated(
    header: str, kind: ColumnKind, column: CodedColumn, before: KnownBefore
) -> ColumnMeaning | None:
    # Somebody may write "Hài lòng" as a comment; most people answer a question that rates.
    if header_says("comment", header) and column.answered * 2 < len(column.codes):
        return None
    column = unify_spellings(column.common)
    if not before.former:
        return _counted_or_proposed(
            rate_answers(header, column, closed=kind is ColumnKind.SINGLE), before
        )
    found = worded_levels(header, column)
    if found:
        return ColumnMeaning(ColumnKind.SINGLE, ColumnRole.SATISFACTION, found)
    unsure = undecided_levels(header, column)
    return ColumnMeaning(ColumnKind.SINGLE, ColumnRole.UNDECIDED, unsure) if unsure else None


def _counted_or_proposed(rating: AnswerRating | None, before: KnownBefore) -> ColumnMeaning | None:
    if rating is None:
        return None
    if rating.certain or before.certain:
        return ColumnMeaning(ColumnKind.SINGLE, ColumnRole.SATISFACTION, rating.levels)
    shown = tuple(Level(level.text) for level in rating.levels)
    return ColumnMeaning(ColumnKind.SINGLE, ColumnRole.UNDECIDED, shown, proposed=rating.levels)


def _named(header: str, kind: ColumnKind) -> ColumnMeaning | None:
    """Return a place or sector that the header asks for; the first one named counts."""
    if kind not in (ColumnKind.SINGLE, ColumnKind.TEXT, ColumnKind.OTHER) or header_says(
        "comment", header
    ):
        return None
    # "UBND xã" is an office, and "xã hội" has nothing to do with a commune.
    bare = without_phrases("not_a_place", header)
    for about, role in _PLACES:
        if header_says(about, bare):
            return ColumnMeaning(ColumnKind.SINGLE if kind is ColumnKind.TEXT else kind, role)
    return None


def _opinion(header: str, kind: ColumnKind, column: CodedColumn) -> ColumnMeaning:
    if kind is not ColumnKind.TEXT:
        return ColumnMeaning(kind)
    texts = column.texts[:IDENTITY_SAMPLE]
    words = sum(len(text.split()) for text in texts) / max(1, len(texts))
    speaks = header_says("comment", header) or words >= _WORDS_OF_AN_OPINION
    return ColumnMeaning(kind, ColumnRole.COMMENT if speaks else ColumnRole.NONE)


def _as_declared(
    declared: DeclaredQuestion, header: str, inferred: ColumnMeaning, column: CodedColumn
) -> ColumnMeaning:
    # A label or an id alone says nothing of what is asked, and is no permission to keep what
    # identifies a person.
    if not (declared.kind or declared.role or declared.levels):
        return inferred
    role = declared.role or (ColumnRole.SATISFACTION if declared.levels else inferred.role)
    looks = (
        inferred.kind if inferred.kind is not ColumnKind.IDENTITY else column_kind(header, column)
    )
    if role not in RATED_ROLES:
        kind = declared.kind or _KINDS.get(role, looks)
        return ColumnMeaning(kind, role, certainty=Certainty.DECLARED)
    found = inferred.levels or tuple(map(Level, unify_spellings(column).texts))
    if declared.levels:
        found = _with_unknown(declared.levels, column)
    kind = looks if looks is ColumnKind.SCALE else ColumnKind.SINGLE
    return ColumnMeaning(declared.kind or kind, role, found, Certainty.DECLARED)


def _with_unknown(known: tuple[Level, ...], column: CodedColumn) -> tuple[Level, ...]:
    texts = unify_spellings(column).texts
    found = zip(texts, level_indexes(known, texts), strict=True)
    return (*known, *(Level(text) for text, at in found if at < 0))
