"""How codes of answers are given and kept, without any form."""

from lib.survey.history.header_likeness import answer_digest
from lib.survey.history.permanent_codes import codes_to_keep, joined_codes, permanent_codes

TRUE, CORRECT, WRONG = "Đúng", "Chính xác", "Sai"


def kept(**codes: str) -> dict[str, str]:
    return {answer_digest(text): code for text, code in codes.items()}


def test_spellings_that_are_apart_again_have_codes_of_their_own_and_the_first_keeps_its() -> None:
    first = kept(Đúng="dung")
    together = [(CORRECT, TRUE), (WRONG,)]
    assert permanent_codes(first, together) == ["dung", "sai"]
    then = first | codes_to_keep(first, together, ["dung", "sai"])
    apart = [(CORRECT,), (TRUE,), (WRONG,)]
    assert permanent_codes(then, apart) == ["chinh-xac", "dung", "sai"]
    last = then | codes_to_keep(then, apart, ["chinh-xac", "dung", "sai"])
    assert permanent_codes(last, [(CORRECT,)]) == ["chinh-xac"]
    assert permanent_codes(then, [(CORRECT,), (WRONG,)]) == ["dung", "sai"]


def test_a_code_of_an_answer_that_is_gone_is_not_given_to_that_of_a_joined_question() -> None:
    joined = joined_codes([kept(Có="co"), kept(Cỏ="co")])
    assert permanent_codes(joined, [("Cỏ",)]) == ["co-2"]
