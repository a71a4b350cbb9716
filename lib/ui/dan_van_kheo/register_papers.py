"""What may be taken along of the register: the summary, a report to sign, an empty register."""

import dataclasses

import streamlit as st

from lib.movement.model_summary import ModelSummary, summarise_models
from lib.movement.register_records import Register
from lib.movement.register_selection import select_register
from lib.reports.movement_report import movement_report_docx
from lib.reports.movement_workbook import movement_xlsx
from lib.reports.paper_basis import MovementBasis
from lib.reports.paper_issuer import paper_issuer
from lib.reports.register_template import register_template_xlsx
from lib.ui.dan_van_kheo.register_frame import RegisterScope
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.process import the_feed, the_office, the_settings
from lib.ui.tong_quan.paper_buttons import draw_paper_button
from lib.wording import gettext


def draw_register_papers(scope: RegisterScope) -> None:
    """Draw the buttons; a file is made when somebody asks for it."""
    with st.container(key="noprint_papers"):
        draw_static_html(tag("h2", gettext("Downloads"), class_="x-h2"))
        with st.container(horizontal=True):
            if scope.register.models:
                _of_view(scope)
            draw_template_button()


def draw_template_button() -> None:
    """Draw the button that takes an empty register along."""
    words = gettext("Empty register (Excel)")
    draw_paper_button(words, register_template_xlsx, "so-dan-van-kheo-mau.xlsx")


def _of_view(scope: RegisterScope) -> None:
    draw_paper_button(
        gettext("Summary table (Excel)"),
        lambda: movement_xlsx(scope.register, _summary(scope), _about(scope)),
        "bieu-tong-hop-dan-van-kheo.xlsx",
    )
    draw_paper_button(gettext("Report (Word)"), lambda: _report(scope), "bao-cao-dan-van-kheo.docx")


def _report(scope: RegisterScope) -> bytes:
    survey = the_feed().snapshot
    otherwise = survey.made.form.office if survey else ""
    issues = paper_issuer(the_settings().letterhead, scope.day, otherwise)
    return movement_report_docx(
        scope.register, _summary(scope), scope.coverage, _about(scope), issues
    )


def _summary(scope: RegisterScope) -> ModelSummary:
    return summarise_models(scope.register, _year_earlier(scope), the_office().places, scope.day)


def _year_earlier(scope: RegisterScope) -> Register | None:
    """Return the same part a year earlier; None without a period that has such a year."""
    selection = scope.view.selection
    earlier = selection.period and selection.period.year_ago()
    if earlier is None:
        return None
    return select_register(scope.whole, dataclasses.replace(selection, period=earlier)).register


def _about(scope: RegisterScope) -> MovementBasis:
    chosen = scope.view.selection
    named = next((d.name for d in scope.whole.datasets if d.code == chosen.dataset), "")
    return MovementBasis(
        period=chosen.period,
        selection=scope.sentence,
        source=named or scope.whole.title,
        read_at=the_office().local(scope.read_at),
        sample=scope.invented,
        models_without_time=scope.chosen.models_without_time,
        results_without_period=scope.chosen.results_without_period,
    )
