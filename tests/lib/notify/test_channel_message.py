"""What the message says, and what it must not."""

import numpy as np
import pytest

from lib.followup.case_arrays import Cases
from lib.notify.channel_message import ChannelMessage, compose_message
from lib.notify.channel_news import ChannelNews
from lib.survey.responses import Responses
from lib.wording import use_language
from tests.building import responses
from tests.lib.notify.post import NEW, OTHER, Office, read


def said(made: Responses, file, *, late: bool = False, address: str = "") -> ChannelMessage:
    """Return the message of all cases as new ones, or all as overdue ones."""
    cases: Cases = Office(file).desk.cases(made)
    every, none = np.ones(cases.n, dtype=np.bool_), np.zeros(cases.n, dtype=np.bool_)
    return compose_message(
        made, cases, ChannelNews(none, every) if late else ChannelNews(every, none), address
    )


def test_communes_are_counted_most_first(file):
    third = "02/11/2026 07:50:00,Không hài lòng,Xã Xuân Đông,,"
    told = said(read(NEW, OTHER, third), file)
    first = told.body.partition("\n")[0]
    assert first == "3 ý kiến chưa hài lòng mới: xã Xuân Đông 2, xã Sông Ray 1"


@pytest.mark.parametrize("place", ["nhà bà Hoa 0912345678", ""])
def test_a_place_that_few_gave_may_be_their_own_words_and_is_not_repeated(file, place):
    told = said(read(NEW, f"02/11/2026 07:50:00,Không hài lòng,{place},,"), file)
    assert "nơi khác hoặc không ghi 1" in told.body
    assert "Hoa" not in told.body


def test_without_communes_in_the_form_there_is_only_the_number(file):
    rows = ("02/11/2026 08:00:00,Hài lòng", "02/11/2026 08:01:00,Không hài lòng")
    made = responses("\n".join(("Dấu thời gian,Ông/Bà có hài lòng không?", *rows)))
    assert said(made, file).body.startswith("1 ý kiến chưa hài lòng mới\n")


def test_the_link_stands_there_only_where_the_address_is_known(file):
    assert "http" not in said(read(NEW), file).body
    assert "https://a.vn/can_xu_ly\n" in said(read(NEW), file, address="https://a.vn").body


def test_overdue_ones_are_told_in_words_of_their_own(file):
    use_language("en")
    assert said(read(NEW), file, late=True).title == "1 overdue case"
