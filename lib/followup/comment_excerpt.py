"""What of a comment may be shown to a room: words may be left out or hidden, never changed."""

import re
from collections.abc import Iterable

from lib.followup.case_events import Case
from lib.survey.model.contact_masks import HIDDEN_MARK, mask_contacts
from lib.survey.model.vietnamese_text import clean_text
from lib.wording import gettext

LONGEST_EXCERPT = 240  # characters that can be read from the last row
_GAPS = re.compile(r"\[[•….\s]*\]|[•…]+|\.{3,}")


def approved_cases(cases: Iterable[Case]) -> list[Case]:
    """Return the cases of whose comments something may be shown, the newest approval first."""
    dated = ((case.approved, case) for case in cases if case.approved and case.excerpt)
    return [case for _, case in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def propose_excerpt(comment: str) -> str:
    """Return a comment as it is proposed for showing: its contacts hidden."""
    return mask_contacts(comment).strip()


def excerpt_problem(comment: str, excerpt: str) -> str:
    """Say why this cannot be shown as a part of the comment, "" where it can.

    Between what is left out ("…") or hidden ("•••") stand the writer's own words in their order.
    """
    if not _GAPS.sub("", excerpt).strip():
        return gettext("There is nothing to show: no word of the comment is left.")
    if len(excerpt) > LONGEST_EXCERPT:
        return gettext(
            "Too long to be read from a distance: {n} characters, at most {most}. Leave words "
            "out with “…”.",
            n=len(excerpt),
            most=LONGEST_EXCERPT,
        )
    if mask_contacts(excerpt) != excerpt:
        return gettext("It holds a phone number, an ID number or an e-mail: hide it with “•••”.")
    return "" if _taken_from(comment, excerpt) else _changed()


def _taken_from(comment: str, excerpt: str) -> bool:
    """Tell whether the comment is this from end to end, but for the gaps."""
    whole, (first, *others) = clean_text(comment), map(clean_text, _GAPS.split(excerpt))
    if not others:
        return whole == first
    if not whole.startswith(first):
        return False
    rest = whole.removeprefix(first)
    for part in others[:-1]:
        if part not in rest:
            return False
        rest = rest[rest.index(part) + len(part) :]
    return rest.endswith(others[-1])


def _changed() -> str:
    return gettext(
        "Only words of the comment can be shown, in their order: leave out with “…”, hide with "
        "“{hidden}”, change nothing.",
        hidden=HIDDEN_MARK,
    )
