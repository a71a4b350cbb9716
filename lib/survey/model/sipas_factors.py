"""The five factors of the state's method for measuring satisfaction (SIPAS).

Named by the Ministry of Home Affairs, Quyết định 2640/QĐ-BNV of 10/10/2017, and kept in its
surveys since: access, procedures, officials, results, and how feedback is dealt with.
"""

import enum

from lib.survey.model.vietnamese_text import fold_accents
from lib.wording import mark


class Factor(enum.StrEnum):
    """What of a service a question is about."""

    ACCESS = "access"
    PROCEDURE = "procedure"
    OFFICIALS = "officials"
    RESULT = "result"
    FEEDBACK = "feedback"
    NONE = "none"  # the service as a whole, or something else


FACTOR_NAMES = {
    Factor.ACCESS: mark("Access to the service"),
    Factor.PROCEDURE: mark("Administrative procedures"),
    Factor.OFFICIALS: mark("Officials who deal with it"),
    Factor.RESULT: mark("Results of the service"),
    Factor.FEEDBACK: mark("Receiving and dealing with feedback"),
}

# The first line of which some word stands in the question decides; without accents, and whole:
# "phi" is not in "phiếu".
_WORDS = (
    (Factor.NONE, ("nhin chung", "noi chung", "tong the", "overall", "in general")),
    (Factor.FEEDBACK, ("gop y", "phan anh", "kien nghi", "khieu nai", "feedback", "complaints")),
    (Factor.RESULT, ("giay hen", "dung hen", "tre hen")),
    (Factor.OFFICIALS, ("cong chuc", "can bo", "nhan vien", "thai do", "sach nhieu", "staff")),
    (Factor.RESULT, ("ket qua", "result", "outcome")),
    (Factor.PROCEDURE, ("di lai", "giay to", "thoi han", "thoi gian giai quyet", "phi", "le phi")),
    (Factor.ACCESS, ("co so vat chat", "trang thiet bi", "noi ngoi", "thong tin", "niem yet")),
)


def factor_from_words(text: str) -> Factor:
    """Return the factor that a question's words speak of, NONE where they speak of none."""
    bare = "".join(letter if letter.isalnum() else " " for letter in fold_accents(text))
    words = f" {' '.join(bare.split())} "
    found = (factor for factor, signs in _WORDS if any(f" {sign} " in words for sign in signs))
    return next(found, Factor.NONE)
