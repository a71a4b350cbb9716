"""The published figures, through the whole product: the survey of Xuân Tây, 4th quarter 2022."""

import re

import pytest

from tests.pages.conftest import office, opened, sample

__all__ = ["office", "opened", "sample"]

# The article names four rates; of the six others it says that they lie from 90 to 96 %.
PUBLISHED = {"c1": "99,1", "c2": "98,2", "c3": "98,7", "c4": "100,0"}
ROW = re.compile(r"<tr[^>]*><th[^>]*>[^/]*<a[^>]*cau=(c\d+)\".*?x-rate x-num\"><b>([\d,]+) %", re.S)


@pytest.fixture
def overview(sample, opened):
    """The overview that the published link opens."""
    return opened(xa="xuan-tay", ky="2022-Q4")


@pytest.fixture
def rates(overview):
    """The rate of each question as it stands on the screen."""
    return dict(ROW.findall(overview.html))


def test_the_link_shows_226_responses(overview):
    assert overview.n_responses == "226 phiếu"


@pytest.mark.parametrize("question", PUBLISHED)
def test_a_published_rate_is_shown(rates, question):
    assert rates[question] == PUBLISHED[question]


def test_the_other_questions_lie_from_90_to_96_percent(rates):
    others = [float(rates[q].replace(",", ".")) for q in rates.keys() - PUBLISHED.keys()]
    assert len(others) == 6
    assert all(90 <= rate <= 96 for rate in others)
