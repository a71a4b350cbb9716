"""What the responses of one sealed reading said, packed; the one part that erasure rewrites."""

import dataclasses
import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from json.encoder import encode_basestring
from typing import Any

from lib.evidence.canonical_answer import canonical_answer
from lib.evidence.ledger_columns import LedgerSheet

SaidAnswers = Mapping[str, str]  # what was answered, by number of the column; blanks left out


@dataclasses.dataclass(frozen=True)
class SealedContents:
    """The responses with a hash in the reading's lines, in their order; lists of equal length.

    A row that was erased has the nonce None and says nothing. One that is too old to be kept has
    its nonce still: whether the Sheet says the same can be told, what it said cannot.
    """

    nonces: Sequence[str | None] = ()
    sources: Sequence[str] = ()
    times: Sequence[str] = ()  # the sheet's wall clock to the second, "" unknown
    said: Mapping[str, Sequence[str | None]] = dataclasses.field(default_factory=dict)
    sheets: Mapping[str, LedgerSheet] = dataclasses.field(default_factory=dict)  # that changed
    old: Sequence[int] = ()  # rows too old to be kept
    since: str = ""  # when the survey was last read otherwise: ISO, UTC; "" unknown
    partly: Sequence[int] = ()  # rows of which a column was let go: their hashes show nothing
    states_source: bool = False  # their hashes stand for the source as well; of layout 3 on
    # of columns that name persons, how many cells are filled: by source and digest of the header
    persons: Mapping[str, Mapping[str, int]] = dataclasses.field(default_factory=dict)

    def row(self, at: int) -> SaidAnswers:
        """Return what one response said."""
        return {number: text for number, texts in self.said.items() if (text := texts[at])}

    def without(self, rows: Collection[int]) -> "SealedContents":
        """Return the contents with these rows erased."""
        return dataclasses.replace(
            self,
            nonces=_emptied(self.nonces, rows),
            times=[text or "" for text in _emptied(self.times, rows)],
            said={number: _emptied(texts, rows) for number, texts in self.said.items()},
        )

    def without_columns(
        self, columns: Mapping[str, Collection[str]], which: Callable[[str], bool] = bool
    ) -> "SealedContents":
        """Return the contents without what rows of these sources say below these numbers.

        With `which`, without those of these answers alone of which it is true.
        """
        said, partly = dict(self.said), set(self.partly)
        for source, numbers in columns.items():
            rows = {at for at, own in enumerate(self.sources) if own == source}
            for number in said.keys() & numbers:
                texts = said[number]
                gone = {at for at in rows if (text := texts[at]) and which(text)}
                partly |= gone
                said[number] = _emptied(texts, gone)
        kept = {number: texts for number, texts in said.items() if any(texts)}
        return dataclasses.replace(self, said=kept, partly=sorted(partly))

    def let_go(self, rows: Collection[int]) -> "SealedContents":
        """Return the contents without what these rows said, which is too old to be kept."""
        said = {number: _emptied(texts, rows) for number, texts in self.said.items()}
        return dataclasses.replace(self, said=said, old=sorted({*self.old, *rows}))


def _emptied(values: Sequence[str | None], rows: Collection[int]) -> list[str | None]:
    gone = frozenset(rows)
    return [None if at in gone else value for at, value in enumerate(values)]


def pack_contents(contents: SealedContents) -> bytes:
    """Return the contents as gzipped JSON, the same bytes for the same contents."""
    text = json.dumps(_written(contents), ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=6, mtime=0)


def unpack_contents(packed: bytes) -> SealedContents:
    """Return the contents; none where somebody's hand made them unreadable."""
    try:
        return _contents(json.loads(gzip.decompress(packed)))
    except (OSError, EOFError, zlib.error, ValueError, TypeError, LookupError, AttributeError):
        return SealedContents()


def _written(contents: SealedContents) -> dict[str, object]:
    """Return the contents by the keys that ledgers have for ever; their order is in the bytes."""
    context = written_context(contents)
    return {
        "nonces": contents.nonces,
        "sources": contents.sources,
        "times": contents.times,
        "said": contents.said,
        "sheets": context["sheets"],
        "old": contents.old,
        "since": context["since"],
        **({"partly": contents.partly} if contents.partly else {}),
        **({"states_source": True} if contents.states_source else {}),
        **({"persons": contents.persons} if contents.persons else {}),
    }


def written_context(contents: SealedContents) -> dict[str, object]:
    """Return what no erasure touches, by the keys that ledgers have for ever, in this order."""
    return {
        "states_source": contents.states_source,
        "sheets": {
            source: {
                "title": sheet.title,
                "timezone": sheet.timezone,
                "commune": sheet.commune,
                "headers": sheet.headers,
                "status": sheet.status,
                "private": sheet.private,
                **({"origin": sheet.origin} if sheet.origin else {}),
            }
            for source, sheet in contents.sheets.items()
        },
        "since": contents.since,
    }


def _contents(written: dict[str, Any]) -> SealedContents:
    """Return what was written; a ValueError where a key is none of ours."""
    contents = SealedContents(
        nonces=written.pop("nonces", ()),
        sources=written.pop("sources", ()),
        times=written.pop("times", ()),
        said=written.pop("said", {}),
        sheets={source: _sheet(sheet) for source, sheet in written.pop("sheets").items()},
        old=written.pop("old", ()),
        since=written.pop("since", ""),
        partly=written.pop("partly", ()),
        states_source=bool(written.pop("states_source", False)),
        persons=written.pop("persons", {}),
    )
    _refuse_unknown(written)
    return contents


def _sheet(written: dict[str, Any]) -> LedgerSheet:
    sheet = LedgerSheet(
        title=written.pop("title"),
        timezone=written.pop("timezone", None),
        commune=written.pop("commune", None),
        headers=written.pop("headers", {}),
        status=written.pop("status", {}),
        private=written.pop("private", ()),
        origin=written.pop("origin", ""),
    )
    _refuse_unknown(written)
    return sheet


def _refuse_unknown(rest: Collection[str]) -> None:
    if rest:
        raise ValueError(", ".join(rest))


def answer_commitment(nonce: str, said: str) -> str:
    """Return the SHA-256, hexadecimal, of a nonce and what was stated, as UTF-8."""
    return hashlib.sha256(f"{nonce}{said}".encode()).hexdigest()


def stated_answers(contents: SealedContents) -> Iterator[str]:
    """Yield what each response says as one text: JSON pairs of name and value.

    The source where it is stated, the time, then the answers by number.
    """
    columns = [[_pair("source", source) for source in contents.sources]]
    columns = columns if contents.states_source else []
    columns.append([_pair("time", time) for time in contents.times])
    for number in sorted(contents.said, key=column_order):
        texts = contents.said[number]
        pairs = {text: _pair(number, canonical_answer(text)) if text else "" for text in set(texts)}
        columns.append([pairs[text] for text in texts])
    return (f"[{','.join(filter(None, row))}]" for row in zip(*columns, strict=True))


def column_order(number: str) -> int:
    """Return the place of a column's number among others: c2 before c10."""
    return int(number[1:])


def honest_contents(contents: SealedContents, hashes: Sequence[str]) -> SealedContents:
    """Return the contents, erased where they are not what these hashes of their lines stand for."""
    if len(hashes) != len(contents.nonces):
        return dataclasses.replace(
            SealedContents([None] * len(hashes), [""] * len(hashes), [""] * len(hashes)),
            sheets=contents.sheets,
            since=contents.since,
            states_source=contents.states_source,
            persons=contents.persons,
        )
    stated = zip(contents.nonces, stated_answers(contents), hashes, strict=True)
    unproven = {*contents.old, *contents.partly}
    false = [
        at
        for at, (nonce, said, hash_) in enumerate(stated)
        if nonce is not None and at not in unproven and answer_commitment(nonce, said) != hash_
    ]
    return contents.without(false) if false else contents


def _pair(name: str, text: str) -> str:
    return f'["{name}",{encode_basestring(text)}]'
