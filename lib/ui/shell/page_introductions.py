"""What each page answers, said in one sentence at the first visit, and its page of the guide."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from lib.ui.pieces.markup import page_link, tag
from lib.ui.shell.address import HELP_PAGE, help_query
from lib.ui.shell.survey_view import PIN_PARAMETERS
from lib.wording import gettext, mark


class PageIntroduction(NamedTuple):
    """The guide's page and section about a page, and the sentence of what it answers."""

    guide: str
    section: str
    sentence: str


# by the addresses of the pages; slides and the help itself have none
PAGE_INTRODUCTIONS: Mapping[str, PageIntroduction] = {
    "": PageIntroduction(
        "tong-quan",
        "",
        mark(
            "This page tells how satisfied people are, what got worse, and which "
            "questions are weakest."
        ),
    ),
    "theo_cau_hoi": PageIntroduction(
        "kham-pha",
        "xem-mot-cau-hoi",
        mark(
            "This page tells what was answered to one question, over time, by place and by sector."
        ),
    ),
    "so_sanh": PageIntroduction(
        "kham-pha",
        "so-sanh-va-lap-bang-cheo",
        mark(
            "This page tells where communes, hamlets and sectors differ, and which "
            "differences are more than chance."
        ),
    ),
    "can_xu_ly": PageIntroduction(
        "viec-can-xu-ly",
        "",
        mark(
            "This page tells which dissatisfied responses need action, who is in "
            "charge, and until when."
        ),
    ),
    "dan_van_kheo": PageIntroduction(
        "dan-van-kheo",
        "",
        mark(
            "This page tells which models the register of Dân vận khéo holds, where "
            "they are, and what they achieved."
        ),
    ),
    "tac_dong": PageIntroduction(
        "tac-dong",
        "",
        mark("This page tells how satisfaction moved before and after each model and measure."),
    ),
    "du_lieu": PageIntroduction(
        "du-lieu",
        "",
        mark(
            "This page tells which sheets the figures come from, when they were read, "
            "and how each column is understood."
        ),
    ),
    "toan_ven": PageIntroduction(
        "toan-ven",
        "trang-toan-ven-du-lieu",
        mark(
            "This page tells whether any response was edited or removed after it came, "
            "and how anybody can check it."
        ),
    ),
    "bat_dau": PageIntroduction(
        "bat-dau",
        "",
        mark("This page tells how to bring one's own answers in, and how to set up the app."),
    ),
    "can_xac_nhan": PageIntroduction(
        "xac-nhan",
        "",
        mark(
            "This page tells which questions are in no rate yet, because it is not "
            "known how their answers count."
        ),
    ),
}


def guide_link(page: str, title: object) -> Markup:
    """Return the question mark behind a page's title that leads to its guide, if it has one."""
    about = PAGE_INTRODUCTIONS.get(page)
    if not about:
        return Markup("")
    spoken = gettext("Guide to this page: {title}", title=title)
    link = {"class_": "x-term", "aria_label": spoken, "title": spoken}
    asked = help_query(about.guide, about.section)
    # a viewer's link may name a reading that he is not shown, nor told of
    query = {name: values for name, values in asked.items() if name not in PIN_PARAMETERS}
    return page_link("", HELP_PAGE, query, **link)


def first_visit_line(page: str) -> Markup:
    """Return what a page answers, for browsers in which nobody closed it yet; hidden at first."""
    about = PAGE_INTRODUCTIONS.get(page)
    if not about:
        return Markup("")
    close = tag("button", "×", type="button", aria_label=gettext("Do not show this again"))
    words = tag("span", gettext(about.sentence))
    return tag("p", words, close, class_="x-first-visit", hidden="", data_once=page or "tong_quan")
