"""What may be taken along of the register: the summary, a report to sign, an empty register."""

import dataclasses

import streamlit as st

from lib.movement.filters import chosen
from lib.movement.records import Register
from lib.movement.summary import Summary, summary
from lib.reports import movement_report, movement_table, register_template
from lib.reports.issuer import issuer
from lib.reports.movement_about import About
from lib.ui.feed import configured, office, the_feed
from lib.ui.markup import still, tag
from lib.ui.movement.frame import Scope
from lib.ui.papers import button
from lib.wording import gettext


def draw(scope: Scope) -> None:
    """Draw the buttons; a file is made when somebody asks for it."""
    with st.container(key="noprint_papers"):
        still(tag("h2", gettext("Take along"), class_="x-h2"))
        with st.container(horizontal=True):
            if scope.register.models:
                _of_view(scope)
            template()


def template() -> None:
    """Draw the button that takes an empty register along."""
    words = gettext("Empty register (xlsx)")
    button(words, register_template.xlsx_file, "so-dan-van-kheo-mau.xlsx")


def _of_view(scope: Scope) -> None:
    button(
        gettext("Summary table (xlsx)"),
        lambda: movement_table.xlsx_file(scope.register, _summary(scope), _about(scope)),
        "bieu-tong-hop-dan-van-kheo.xlsx",
    )
    button(gettext("Report (docx)"), lambda: _report(scope), "bao-cao-dan-van-kheo.docx")


def _report(scope: Scope) -> bytes:
    survey = the_feed().snapshot
    otherwise = survey.made.form.office if survey else ""
    issues = issuer(configured().letterhead, scope.day, otherwise)
    return movement_report.docx_file(
        scope.register, _summary(scope), scope.coverage, _about(scope), issues
    )


def _summary(scope: Scope) -> Summary:
    return summary(scope.register, _year_earlier(scope), office().places, scope.day)


def _year_earlier(scope: Scope) -> Register | None:
    """Return the same part a year earlier; None without a period that has such a year."""
    of = scope.view.selection
    earlier = of.period and of.period.year_ago()
    if earlier is None:
        return None
    return chosen(scope.whole, dataclasses.replace(of, period=earlier)).register


def _about(scope: Scope) -> About:
    of = scope.view.selection
    named = next((d.name for d in scope.whole.datasets if d.code == of.dataset), "")
    return About(
        period=of.period,
        selection=scope.sentence,
        source=named or scope.whole.title,
        read_at=office().local(scope.read_at),
        sample=scope.invented,
        models_without_time=scope.chosen.models_without_time,
        results_without_period=scope.chosen.results_without_period,
    )
