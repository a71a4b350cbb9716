"""How sure the product is of what a column asks: where it could be wrong, it says so."""

from collections.abc import Sequence

from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.lexicon import header_says
from lib.survey.model.survey_form import Certainty, ColumnKind, ColumnRole
from lib.survey.recognise.checkbox_options import OTHER_OPTION, checkbox_options, count_options
from lib.survey.recognise.column_kind import opinion_counts
from lib.survey.recognise.personal_data import names_a_person
from lib.survey.table.coded_column import CodedColumn

_OWN_WORDS = 0.2  # of what was chosen; more of them may be a comment with commas in it

_BY_HEADER = frozenset(
    (ColumnRole.COMMUNE, ColumnRole.HAMLET, ColumnRole.SECTOR, ColumnRole.COMMENT)
)


def recognition_certainty(
    header: str, column: CodedColumn, kind: ColumnKind, role: ColumnRole, levels: Sequence[Level]
) -> Certainty:
    """Return how sure it is that the column is of this kind and role, with these levels."""
    if _is_doubtful(header, column, kind, role, levels):
        return Certainty.DOUBTFUL
    if role is ColumnRole.SATISFACTION or role in _BY_HEADER or kind is ColumnKind.IDENTITY:
        return Certainty.CERTAIN
    alike = kind is ColumnKind.SINGLE and _recurring(column) > 0.9
    plain = kind in (ColumnKind.NUMBER, ColumnKind.DATE, ColumnKind.TIME, ColumnKind.FILE)
    return Certainty.CERTAIN if alike or plain else Certainty.LIKELY


def _is_doubtful(
    header: str, column: CodedColumn, kind: ColumnKind, role: ColumnRole, levels: Sequence[Level]
) -> bool:
    if kind is ColumnKind.IDENTITY:
        return not (header_says("identity", header) or names_a_person(header))
    if levels:
        # An undecided scale holds none that is classified.
        return any(level.polarity is Polarity.UNCLASSIFIED for level in levels)
    if role is ColumnRole.COMMENT:
        return _recurring(column) > 0.5
    return kind is ColumnKind.MULTIPLE and _own_words(column) > _OWN_WORDS


def _recurring(column: CodedColumn) -> float:
    """Return the share of the answers that somebody else gave too; "no opinion" is none."""
    said = opinion_counts(column.common)
    return sum(n for n in said.values() if n > 1) / max(1, sum(said.values()))


def _own_words(column: CodedColumn) -> float:
    chosen = count_options(column, checkbox_options(column))
    return chosen.get(OTHER_OPTION, 0) / max(1, sum(chosen.values()))
