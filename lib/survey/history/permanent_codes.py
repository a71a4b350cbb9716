"""The codes under which links name the answers to a question: given once, for ever.

A code is made of an answer's text. It is kept by a digest of the text, too short to be undone.
"""

from collections.abc import Iterable, Mapping, Sequence

from lib.survey.history.header_likeness import answer_digest
from lib.survey.model.dimension import unused_code
from lib.survey.model.vietnamese_text import link_slug

AnswerCodes = Mapping[str, str]  # digest of an answer → its code, the oldest first


def joined_codes(kept: Iterable[AnswerCodes]) -> dict[str, str]:
    """Return the codes of columns that are one question now; those of the first ones hold."""
    joined: dict[str, str] = {}
    for codes in kept:
        used = set(joined.values())
        joined |= {
            digest: code
            for digest, code in codes.items()
            if digest not in joined and code not in used
        }
    return joined


def permanent_codes(kept: AnswerCodes, options: Sequence[Sequence[str]]) -> list[str]:
    """Return the code of each option: the first that any of its spellings was given, or a new one.

    No two have one code. Where spellings that counted as one are apart again, it is that of the
    spelling which had it first, or else of the option that comes first.
    """
    digests = [list(map(answer_digest, spellings)) for spellings in options]
    first_given: dict[str, str] = {}
    for digest, code in kept.items():
        first_given.setdefault(code, digest)
    age = {digest: at for at, digest in enumerate(kept)}
    held = {digest: at for at, told in enumerate(digests) for digest in told}
    codes: dict[str, int] = {}
    used = set(kept.values())
    for at, told in enumerate(digests):
        known = sorted(filter(age.__contains__, told), key=age.__getitem__)
        old = (kept[digest] for digest in known)
        own = (code for code in old if held.get(first_given[code], at) == at and code not in codes)
        code = next(own, None) or unused_code(link_slug(options[at][0]), used)
        codes[code] = at
        used.add(code)
    return list(codes)


def codes_to_keep(
    kept: AnswerCodes, options: Sequence[Sequence[str]], codes: Sequence[str]
) -> dict[str, str]:
    """Return what is not kept yet of the codes of these options, by the digests of their texts."""
    before = set(kept.values())
    told = ((answer_digest(each[0]), code) for each, code in zip(options, codes, strict=True))
    return {digest: code for digest, code in told if digest not in kept or code not in before}
