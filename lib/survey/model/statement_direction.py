"""Whether agreeing with a statement praises or complains, told from how it is made.

A statement is understood whole or not at all: a word that nobody listed may turn it round
("giả vờ nhiệt tình", "giảm phiền hà"), so one of them leaves its direction open.
"""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from lib.survey.model.quality_words import TOO_MUCH, about_anybody, names_one_of, quality_list
from lib.survey.model.vietnamese_text import spelling_key

_LONGEST = 5  # words of one entry
_CLAUSES = re.compile(r"[,;:.!?()\[\]\"“”–—]+")
_WORDS = re.compile(r"[\w/'’-]+")
_NUMBER = re.compile(r"^(?:(?:câu |q)?[a-zđ]{0,2}\d+(?:[./]\d+)*|[a-zđ])\s*[.):–-]\s*")
_ASKED = re.compile(r"\s+(?:hay\s+|có\s+|phải\s+|đúng\s+)?(?:không|chưa)\s*[?.]*\s*$")
# Of entries of equal length the first list wins.
_IN_ORDER = (
    "not_negations", "hedges", "little", "topics", "bad", "good", "negations", "must", "burdens",
    "turning", "wanted", "breaks", "indefinite", "occurs", "light", "plain", "asked",
)  # fmt: skip
_NOT_JUDGING = ("strong", "mild", "tails")
_UNDER = ("khi", "when")  # which a clause may stand under: it only says on which occasion
_DEALINGS = ("plain", "burdens", "wanted")  # in which the service is named
_Entry = tuple[str, str]  # the list, and the words


def statement_is_good(header: str) -> bool | None:
    """Return whether agreeing with a statement praises; None where that is not certain.

    Every word in it that judges must point the same way, each turned round by the negation
    before it; what is wished, allowed or conditional is not certain, and neither is what is
    about the person who answers.
    """
    said = statement_signs(header)
    understood = len(said) == 1 and not any(clause.open for clause in _read_clauses(header))
    return next(iter(said)) if understood else None


@functools.lru_cache(1024)
def statement_signs(header: str) -> frozenset[bool | None]:
    """Return what the words of a statement say that judge: praise, complaint, None unclear.

    Nothing where no word of it judges; what nobody listed is passed over.
    """
    clauses = _read_clauses(header)
    signs = frozenset(sign for clause in clauses for sign in clause.signs)
    unsure = about_anybody(header) or _is_of_oneself([clause.entries for clause in clauses])
    return signs | {None} if unsure else signs


@functools.lru_cache(1024)
def _read_clauses(header: str) -> tuple["_Clause", ...]:
    """Return the clauses of a statement, read."""
    asked = _ASKED.sub("", _NUMBER.sub("", spelling_key(header)))
    return tuple(
        _Clause(clause, under=lead in _UNDER)
        for part in _CLAUSES.split(asked)
        for lead, clause in _by_breaks(_entries(_WORDS.findall(part)))
    )


def _by_breaks(entries: Sequence[_Entry]) -> Iterator[tuple[str, list[_Entry]]]:
    """Yield the clauses between words like "và" and "khi", each with the one before it."""
    lead = ""
    for breaks, group in itertools.groupby(entries, key=lambda entry: entry[0] == "breaks"):
        clause = list(group)
        if not breaks:
            yield lead, clause
        lead = clause[-1][1] if breaks else lead


def _entries(words: Sequence[str]) -> list[_Entry]:
    """Return a clause by its longest entries, each with the list in which it stands."""
    found, at = [], 0
    while at < len(words):
        name, n = _entry(words, at)
        found.append((name, " ".join(words[at : at + n])))
        at += n
    return found


def _entry(words: Sequence[str], at: int) -> tuple[str, int]:
    for n in range(min(_LONGEST, len(words) - at), 0, -1):
        phrase = " ".join(words[at : at + n])
        for name in _IN_ORDER:
            if phrase in quality_list(name):
                return name, n
        if any(phrase in quality_list(name) for name in _NOT_JUDGING):
            return "degrees", n
    return "", 1


def _is_of_oneself(clauses: Sequence[Sequence[_Entry]]) -> bool:
    """Tell whether a statement says what the person is, has or does, not what was met with.

    "Tôi được tiếp đón", "I had to wait" were; "Tôi nộp trễ", "My eyesight is poor" were not.
    """
    entries = [entry for clause in clauses for entry in clause]
    if any(map(_is_own_deed, clauses)):
        return True
    if not any(names_one_of("first_person", phrase) for _, phrase in entries):
        return False
    return not any(names_one_of(name, phrase) for name in _DEALINGS for _, phrase in entries)


def _is_own_deed(clause: Sequence[_Entry]) -> bool:
    """Tell whether the person who answers is the one who does what a clause says."""
    rest = list(itertools.dropwhile(_says_no_subject, clause))
    if not rest or rest[0][1] not in _persons():
        return False
    asked = rest[0][1] in quality_list("asked")
    for name, phrase in rest[1:]:
        if names_one_of("undergone", phrase) or (asked and _comes_upon(name, phrase)):
            return False
        if name not in ("light", "negations", "degrees", "occurs", "hedges"):
            return True
    return True


def _comes_upon(name: str, phrase: str) -> bool:
    """Tell whether words say how it went for whom one asks: "Ông/Bà có dễ dàng tìm …"."""
    return name == "burdens" or phrase in quality_list("manner")


def _persons() -> frozenset[str]:
    return quality_list("subjects") | quality_list("asked")


def _says_no_subject(entry: _Entry) -> bool:
    """Tell whether an entry may stand before the subject without being the subject itself."""
    name, phrase = entry
    return phrase not in _persons() and name in ("light", "negations", "degrees", "occurs", "must")


class _Clause:
    """One clause, read from its first entry to the last."""

    def __init__(self, entries: Sequence[_Entry], *, under: bool) -> None:
        """Read the entries; `signs` holds for each that judges whether it praises, None unclear."""
        self.entries, self.signs, self._under = entries, list[bool | None](), under
        self.open = False  # whether a word in it may mean anything
        self._negated = self._denied = False  # now, and anywhere
        self._lacking = False  # negated by a word that is bad itself: "thiếu"
        self._missed = False  # what is wanted, and says nothing unless it is missing
        self._borne = False  # what says nothing unless one has to bear it, or need not
        self._must = self._too = False
        self._occurs = False  # the last word said that something is there
        self._turning = False  # something is done about what comes
        self._judged = ""  # what judged last
        for name, phrase in entries:
            self._read(name, phrase)
            self._too = phrase in TOO_MUCH
            self._occurs = name == "occurs" or (name in ("light", "degrees") and self._occurs)
        self._end()

    def _read(self, name: str, phrase: str) -> None:
        told_of_whom = self._lacking or not (
            self._judged == "" or self._judged in quality_list("manner")
        )
        if told_of_whom and (name == "turning" or phrase in quality_list("predicates")):
            self.signs.append(None)  # "Hồ sơ sai được sửa giúp", "Poor families receive support"
        if name in ("good", "bad", "topics"):
            self.open |= name == "topics" and not (self._negated or self._occurs)
            self._judge(phrase, good=name == "good")
        elif name in ("negations", "little"):
            self._negated, self._denied = not self._negated, True
            self._lacking = name == "little" and phrase in quality_list("bad")
        elif name == "hedges":
            self.signs.append(None)
        self.open |= name == "" or (name == "indefinite" and not self._denied)
        self._missed |= name == "wanted"
        self._borne |= name == "burdens"
        self._must |= name == "must" or (name == "burdens" and self._occurs)
        self._turning |= name == "turning"

    def _judge(self, phrase: str, *, good: bool) -> None:
        wished = good and self._must
        overdone = good and self._too and phrase not in quality_list("general")
        undone = self._turning and not good and phrase not in quality_list("manner")
        unsure = wished or overdone or undone or self._under
        self.signs.append(None if unsure else good is not self._negated)
        self._negated = self._lacking = False
        self._judged = phrase

    def _end(self) -> None:
        if self._lacking:
            self.signs.append(False)
        elif self._negated:
            self.signs.append(self._borne if self._borne is not self._missed else None)
        elif self._must and self._borne and not self._judged:
            self.signs.append(False)
