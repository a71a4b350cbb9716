"""A dimension: what responses are told apart, chosen and compared by, whatever it is made of."""

import dataclasses
import functools
from collections.abc import Collection, Container, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from lib.survey.model.vietnamese_text import link_slug

OTHER_CODE = "khac"  # of what is gathered, being given by too few to be named in a link
_NAMELESS = "tra-loi"  # the slug of an answer without letters or digits
_LONGEST_CODE = 40
GroupNumbers = npt.NDArray[np.signedinteger]


@dataclasses.dataclass(frozen=True)
class DimensionValue:
    """A value of a dimension: its code in links and its name."""

    code: str
    name: str


@dataclasses.dataclass(frozen=True, eq=False)
class Dimension:
    """What responses are told apart by.

    `groups` holds each response's group, -1 where nothing is stated; `members` of each group the
    positions of its values: one, or several where several answers could be chosen at once.
    """

    id: str  # as links write it: "c14"
    name: str
    values: tuple[DimensionValue, ...]
    groups: GroupNumbers
    members: tuple[tuple[int, ...], ...]
    # What links said before answers or questions were joined: "c9-co" → the code of now.
    former: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def is_several(self) -> bool:
        """Whether a response may have several values at once."""
        return any(len(each) > 1 for each in self.members)

    @functools.cached_property
    def _groups_by_code(self) -> dict[str, list[int]]:
        groups: dict[str, list[int]] = {value.code: [] for value in self.values}
        for group, members in enumerate(self.members):
            for at in members:
                groups[self.values[at].code].append(group)
        return groups

    def codes_by_slug(self, written: str) -> dict[str, str]:
        """Return the codes by the slugs of `written.code`: as links name them, or did once."""
        own = {link_slug(f"{written} {value.code}"): value.code for value in self.values}
        return own | dict(self.former)

    def groups_of(self, codes: Collection[str]) -> npt.NDArray[np.bool_]:
        """Return which groups have one of these values; the last is what is not stated: never."""
        chosen = np.zeros(len(self.members) + 1, dtype=np.bool_)
        for code in codes:
            chosen[self._groups_by_code.get(code, [])] = True
        return chosen

    def rows_of(self, codes: Collection[str]) -> npt.NDArray[np.bool_]:
        """Return which responses have one of these values."""
        rows: npt.NDArray[np.bool_] = self.groups_of(codes)[self.groups]
        return rows


def sums_by_value(
    members: Sequence[Sequence[int]], size: int, by_group: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Return sums by value [value, …] from sums by group [group, …], whose values are `members`."""
    pairs = [(at, value) for at, each in enumerate(members) for value in each]
    group, value = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    sums = np.zeros((size, *by_group.shape[1:]), dtype=np.int64)
    np.add.at(sums, value, by_group[group])
    return sums


def smallest_numbers(numbers: npt.NDArray[np.integer], size: int) -> GroupNumbers:
    """Return numbers below `size`, or -1, in the smallest type that holds them."""
    small: GroupNumbers = numbers.astype(np.min_scalar_type(-max(size, 1)))
    return small


def unused_code(slug: str, used: Container[str]) -> str:
    """Return a code made of a slug that is none of those used: at most 40 letters."""
    slug = slug[:_LONGEST_CODE].strip("-") or _NAMELESS
    code, number = slug, 1
    while code in used or code == OTHER_CODE:
        number += 1
        code = f"{slug[: _LONGEST_CODE - 5].strip('-')}-{number}"
    return code
