"""What happened to the responses up to some reading, added up over the findings."""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np

from lib.evidence.ledger_line import LedgerLine, LineKind
from lib.evidence.ledger_state import CodeArray


@dataclasses.dataclass(frozen=True, eq=False)
class Alterations:
    """Responses by their codes, each once; and how many findings of each kind."""

    edited: CodeArray  # they do not say any more what was first received, or when
    removed: CodeArray  # and not returned
    findings_by_kind: Mapping[LineKind, int]
    columns_removed: int = 0
    # By when (UTC) a sheet came to be read otherwise: how many responses came or went by that.
    rereads: Mapping[dt.datetime, int] = dataclasses.field(default_factory=dict)

    @property
    def n(self) -> int:
        """The number of findings."""
        return sum(self.findings_by_kind.values())


def sum_alterations(lines: Iterable[LedgerLine]) -> Alterations:
    """Return what these findings add up to, in their order."""
    edited, removed = dict[str, None](), dict[str, None]()
    counted, columns = Counter[LineKind](), 0
    for line in lines:
        counted[line.what] += 1
        if not line.code:
            columns += line.what is LineKind.REMOVED
            continue
        if line.what is LineKind.MOVED:
            edited.pop(line.about[0], None)  # the same response by the code that it had
        if line.what in (LineKind.EDITED, LineKind.MOVED):
            edited[line.code] = None
        if line.what is LineKind.REMOVED:
            removed[line.code] = None
        else:
            removed.pop(line.code, None)
    return Alterations(_array(edited), _array(removed), counted, columns)


def _array(codes: Iterable[str]) -> CodeArray:
    return np.array([*codes], "S10")
