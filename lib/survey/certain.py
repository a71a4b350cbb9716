"""How sure the product is of what a column asks: where it could be wrong, it says so."""

from collections.abc import Sequence

from lib.survey import identity, kinds, lexicon, options
from lib.survey.columns import Column
from lib.survey.form import Certainty, Kind, Role
from lib.survey.scales import Level, Polarity

OWN_WORDS = 0.2  # of what was chosen; more of them may be a comment with commas in it

_BY_HEADER = frozenset((Role.COMMUNE, Role.HAMLET, Role.SECTOR, Role.COMMENT))


def certainty(
    header: str, column: Column, kind: Kind, role: Role, levels: Sequence[Level]
) -> Certainty:
    """Return how sure it is that the column is of this kind and role, with these levels."""
    if _is_doubtful(header, column, kind, role, levels):
        return Certainty.DOUBTFUL
    if role is Role.SATISFACTION or role in _BY_HEADER or kind is Kind.IDENTITY:
        return Certainty.CERTAIN
    alike = kind is Kind.SINGLE and _recurring(column) > 0.9
    plain = kind in (Kind.NUMBER, Kind.DATE, Kind.TIME, Kind.FILE)
    return Certainty.CERTAIN if alike or plain else Certainty.LIKELY


def _is_doubtful(
    header: str, column: Column, kind: Kind, role: Role, levels: Sequence[Level]
) -> bool:
    if kind is Kind.IDENTITY:
        return not (lexicon.says("identity", header) or identity.names_a_person(header))
    if levels:
        # An undecided scale holds none that is classified.
        return any(level.polarity is Polarity.UNCLASSIFIED for level in levels)
    if role is Role.COMMENT:
        return _recurring(column) > 0.5
    return kind is Kind.MULTIPLE and _own_words(column) > OWN_WORDS


def _recurring(column: Column) -> float:
    """Return the share of the answers that somebody else gave too; "no opinion" is none."""
    said = kinds.opinions(column.common)
    return sum(n for n in said.values() if n > 1) / max(1, sum(said.values()))


def _own_words(column: Column) -> float:
    chosen = options.counted(column, options.options(column))
    return chosen.get(options.OTHER, 0) / max(1, sum(chosen.values()))
