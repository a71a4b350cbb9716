"""What one column asks: its kind, its role and its levels, declared or inferred."""

import dataclasses

from lib.survey import certain, identity, kinds, levels, lexicon, linear
from lib.survey.columns import Column
from lib.survey.description import Declared
from lib.survey.form import Certainty, Kind, Role
from lib.survey.scales import Answer, Level, Polarity

PLACES = (("hamlet", Role.HAMLET), ("commune", Role.COMMUNE), ("sector", Role.SECTOR))
RATED = (Role.SATISFACTION, Role.UNDECIDED)
WORDS_OF_AN_OPINION = 4  # on average; shorter texts name something

_KINDS = {
    Role.COMMENT: Kind.TEXT,
    Role.COMMUNE: Kind.SINGLE,
    Role.HAMLET: Kind.SINGLE,
    Role.SECTOR: Kind.SINGLE,
}


@dataclasses.dataclass(frozen=True)
class Asked:
    """How a column was understood."""

    kind: Kind
    role: Role = Role.NONE
    levels: tuple[Level, ...] = ()  # best first
    certainty: Certainty = Certainty.CERTAIN


IDENTITY = Asked(Kind.IDENTITY)


def asked(
    header: str, column: Column, declared: Declared | None = None, in_grid: bool = False
) -> Asked:
    """Return what the column asks: what was declared, and for the rest what it looks like.

    Of a row in a grid the column holds the answers to all rows that share its scale.
    """
    inferred = _inferred(header, column, in_grid)
    sure = certain.certainty(header, column, inferred.kind, inferred.role, inferred.levels)
    inferred = dataclasses.replace(inferred, certainty=sure)
    return _as_declared(declared, header, inferred, column) if declared else inferred


def _inferred(header: str, column: Column, in_grid: bool) -> Asked:
    kind = kinds.kind(header, column)
    if kind is Kind.SCALE:
        return _scale(header, column)
    rated = _rated(header, column)
    if rated:
        return rated
    if identity.identifies(header, kind, column):
        return IDENTITY
    place = None if in_grid else _named(header, kind)  # a row only names what is rated
    return place or _opinion(header, kind, column)


def _scale(header: str, column: Column) -> Asked:
    points = kinds.points(header, column) or {}
    found = linear.numbered(header, points)
    known = any(level.polarity is not Polarity.UNCLASSIFIED for level in found)
    beside = [text for text in levels.spelled(column).texts if text not in points]
    silent = tuple(levels.level(text, Answer.NOT_APPLICABLE) for text in beside)
    role = Role.SATISFACTION if known else Role.UNDECIDED
    return Asked(Kind.SCALE, role, (*found, *silent))


def _rated(header: str, column: Column) -> Asked | None:
    # Somebody may write "Hài lòng" as a comment; most people answer a question that rates.
    if lexicon.says("comment", header) and column.answered * 2 < len(column.codes):
        return None
    column = levels.spelled(column.common)
    found = levels.worded(header, column)
    if found:
        return Asked(Kind.SINGLE, Role.SATISFACTION, found)
    unsure = levels.undecided(header, column)
    return Asked(Kind.SINGLE, Role.UNDECIDED, unsure) if unsure else None


def _named(header: str, kind: Kind) -> Asked | None:
    """Return a place or sector that the header asks for; the first one named counts."""
    if kind not in (Kind.SINGLE, Kind.TEXT, Kind.OTHER) or lexicon.says("comment", header):
        return None
    # "UBND xã" is an office, and "xã hội" has nothing to do with a commune.
    bare = lexicon.without("not_a_place", header)
    for about, role in PLACES:
        if lexicon.says(about, bare):
            return Asked(Kind.SINGLE if kind is Kind.TEXT else kind, role)
    return None


def _opinion(header: str, kind: Kind, column: Column) -> Asked:
    if kind is not Kind.TEXT:
        return Asked(kind)
    texts = column.texts[: identity.SAMPLE]
    words = sum(len(text.split()) for text in texts) / max(1, len(texts))
    speaks = lexicon.says("comment", header) or words >= WORDS_OF_AN_OPINION
    return Asked(kind, Role.COMMENT if speaks else Role.NONE)


def _as_declared(declared: Declared, header: str, inferred: Asked, column: Column) -> Asked:
    # A label or an id alone says nothing of what is asked, and is no permission to keep what
    # identifies a person.
    if not (declared.kind or declared.role or declared.levels):
        return inferred
    role = declared.role or (Role.SATISFACTION if declared.levels else inferred.role)
    looks = inferred.kind if inferred.kind is not Kind.IDENTITY else kinds.kind(header, column)
    if role not in RATED:
        kind = declared.kind or _KINDS.get(role, looks)
        return Asked(kind, role, certainty=Certainty.DECLARED)
    found = inferred.levels or tuple(map(Level, levels.spelled(column).texts))
    if declared.levels:
        found = _with_unknown(declared.levels, column)
    kind = looks if looks is Kind.SCALE else Kind.SINGLE
    return Asked(declared.kind or kind, role, found, Certainty.DECLARED)


def _with_unknown(known: tuple[Level, ...], column: Column) -> tuple[Level, ...]:
    texts = levels.spelled(column).texts
    found = zip(texts, levels.indexes(known, texts), strict=True)
    return (*known, *(Level(text) for text, at in found if at < 0))
