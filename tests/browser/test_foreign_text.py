"""What a respondent or a form's author typed is shown as they typed it, never obeyed."""

import pytest

from tests import small_form
from tests.browser.screen import SURVEY_PAGES, Screen
from tests.running import wait_for
from tests.test_app import status

SCRIPT = "<script>window.obeyed = 1</script>"
IMAGE = "<img src=x onerror='window.obeyed = 1'>"
MARKDOWN = "**đậm** [x](https://example.com) :red[đỏ] $x^2$"
FORMULA = '=HYPERLINK("https://example.com";"xem")'
COMMENTS = (SCRIPT, IMAGE, MARKDOWN, FORMULA)


@pytest.fixture(scope="module")
def odd(start_once, tmp_path_factory):
    """An office whose headers, answers, communes, sectors and comments are all markup."""
    header, *rows = small_form.rows()
    header = [header[0], f"{header[1]} {IMAGE} {MARKDOWN}", *header[2:]]
    first = rows[0]
    unplaced = [[*first[:1], f"{IMAGE} {MARKDOWN}", *first[2:]] for _ in range(8)]
    sector = [[*first[:4], f"{IMAGE} {MARKDOWN}", ""] for _ in range(8)]
    communes = [[*first[:3], f"Xã {IMAGE} {MARKDOWN}", *first[4:]] for _ in range(8)]
    said = [
        [first[0], *small_form.response(text, attitude=small_form.DISSATISFIED)]
        for text in COMMENTS
    ]
    file = tmp_path_factory.mktemp("file") / "odd.csv"
    known = [header, *rows, *sector, *communes, *said]
    url = start_once(SURVEY_FILE=str(small_form.write(file, known)))
    wait_for(lambda: status(url) == "ok", "the first reading")  # in which all answers are known
    small_form.write(file, [header, *rows, *unplaced, *sector, *communes, *said])
    return url


@pytest.fixture
def screen(page, odd):
    """A tab for that office."""
    return Screen(page, odd)


def test_nothing_typed_is_obeyed_on_any_page(screen):
    drawn = "[data-testid=stMain] :is(strong, em, a[href*='example.com'], img[src=x], .katex)"
    for path in SURVEY_PAGES:
        screen.go(path).shows("40 phiếu")
        assert screen.page.evaluate("window.obeyed") is None
        assert screen.page.locator(drawn).count() == 0
        assert screen.page.locator("[data-testid=stSidebar] :is(strong, .katex)").count() == 0


def test_a_comment_is_shown_as_it_was_typed(screen):
    screen.open("/can_xu_ly")
    for typed in COMMENTS:
        screen.says(typed)


def test_an_answer_is_shown_in_a_chart_and_a_list_as_it_was_typed(screen):
    screen.open("/theo_cau_hoi?cau=c1").says(MARKDOWN)
    names = screen.page.locator(".x-chart tbody th")
    names.first.wait_for()
    assert "<img src=x" in " ".join(names.all_text_contents())
    sectors = screen.widget("filter_linh_vuc").locator("input")
    sectors.click()
    sectors.fill("img")
    screen.page.get_by_role("option").first.wait_for()
    assert IMAGE in " ".join(screen.page.get_by_role("option").all_inner_texts())
