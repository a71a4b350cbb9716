"""The overview's pieces: cards, what deserves attention, the questions, the trend."""

from collections.abc import Callable, Iterator

from markupsafe import Markup

from lib.analysis.attention import Attention, what_needs_attention
from lib.analysis.attention_words import (
    concern_sentence,
    concern_subject,
    fall_sentence,
    nothing_sentence,
)
from lib.analysis.concerns import Concern
from lib.analysis.overview_figures import (
    EarlierFigures,
    Overview,
    OverviewFigures,
    compute_overview,
)
from lib.analysis.rates import RateChange
from lib.analysis.unclassified_answers import count_unclassified, unclassified_words
from lib.followup.deadline_words import overdue_cases_in_words
from lib.survey.selection_sentence import n_responses
from lib.ui.can_xu_ly.case_summary import CaseWork, case_work_in_view, case_work_version
from lib.ui.pieces.bars import bar_legend, question_bars
from lib.ui.pieces.cards import figure_card, figure_cards
from lib.ui.pieces.glossary import with_term_link
from lib.ui.pieces.html_cache import cached_html
from lib.ui.pieces.markup import draw_html, join_markup, page_link, tag
from lib.ui.pieces.phrases import (
    doubt_words,
    rate_change_words,
    rate_in_words,
    response_count_words,
    weighted_html,
)
from lib.ui.shell.address import link_query
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.tong_quan.commune_section import commune_section
from lib.ui.tong_quan.other_questions import other_questions_section
from lib.ui.tong_quan.overview_trend import overview_trend
from lib.ui.tong_quan.question_pictures import unrated_overview
from lib.ui.tong_quan.sipas_section import sipas_section
from lib.ui.tong_quan.told_periods import (
    dissatisfied_share,
    overall_rate_title,
    period_table,
    told_of,
)
from lib.wording import (
    format_count,
    format_day,
    format_points,
    gettext,
    ngettext,
)

_FITTING = 12  # points of a trend that stand beside the questions on a wide screen


def draw_overview_page(scope: SurveyScope) -> None:
    """Draw all of it in one piece; the work on cases only for those who may see cases."""
    # what is for leaders only may stand among the answers, so that each role has its own
    name = f"overview {scope.role} {case_work_version(scope)} {scope.displayed.today}"
    draw_html(cached_html(scope.responses, name, link_query(), lambda: _page(scope)), "overview")


def _page(scope: SurveyScope) -> Markup:
    selection = scope.view.selection
    today = scope.displayed.today
    overview = compute_overview(scope.responses, selection, scope.may, today)
    if not scope.responses.form.rated:
        return unrated_overview(scope, overview)
    attention = what_needs_attention(scope.responses, selection, scope.may, today)
    pieces = (
        told_of(scope, overview),
        _cards(overview, case_work_in_view(scope)),
        period_table(scope, overview),
        tag(
            "div",
            _attention(scope, attention),
            _questions(scope, overview),
            _trend(overview),
            class_="x-duo x-two" if len(overview.trend) <= _FITTING else "x-duo",
        ),
        commune_section(scope),
        other_questions_section(scope),
        tag("p", _note(), class_="x-note"),
        sipas_section(scope),
    )
    return join_markup(Markup("{}").format(piece) for piece in pieces)


def _cards(overview: Overview, work: CaseWork | None) -> Markup:
    """Return the cards; all their figures and changes are of the period that is told of."""
    figures = overview.now or overview.figures
    number, unit, interval = rate_in_words(figures.rate)
    whole = overview.figures is figures
    open_ = (
        unclassified_words(figures.rate, count_unclassified(overview.questions)) if whole else ""
    )
    return figure_cards(
        figure_card(gettext("Responses"), *response_count_words(figures.responses),
             *_changes(overview, lambda a: _more(figures, a))),
        figure_card(with_term_link(overall_rate_title(overview), "ty-le-hai-long"), number, unit,
             with_term_link(interval, "khoang-tin-cay") if figures.rate.low else interval,
             *([open_] if open_ else []),
             *_changes(overview, lambda a: _change(a.rate, explained=a is overview.previous))),
        figure_card(with_term_link(gettext("Dissatisfied responses"), "phieu-chua-hai-long"),
             *response_count_words(figures.dissatisfied),
             _share(figures), *_shares_then(overview), kind="x-d"),
        _work(work) if work and work.counts.all else "",
    )  # fmt: skip


def _share(figures: OverviewFigures) -> str:
    """Return "trên 176 phiếu, 27,3 %": a count says nothing without its share."""
    if not figures.rating:
        return ""
    return gettext(
        "of {all}, {share}",
        all=n_responses(figures.rating),
        share=dissatisfied_share(figures),
    )


def _shares_then(overview: Overview) -> Iterator[str]:
    """Yield what share was dissatisfied in the period before and a year earlier."""
    if overview.previous:
        yield gettext("{share} before", share=dissatisfied_share(overview.previous.figures))
    if overview.year_ago:
        share = dissatisfied_share(overview.year_ago.figures)
        yield " ".join((gettext("a year earlier:"), share))


def _work(work: CaseWork) -> Markup:
    """Return one card and one line of it: how many are open, how many late; never whose."""
    counts = work.counts
    words = overdue_cases_in_words(counts.overdue)
    lines = [tag("b", words, class_="x-late") if counts.overdue else words]
    if work.as_of:
        lines.append(gettext("as of {day}", day=format_day(work.as_of)))
    way = page_link(gettext("See the cases"), "can_xu_ly", link_query())
    number = format_count(counts.open)
    title = with_term_link(gettext("Needs action"), "viec-can-xu-ly")
    return figure_card(title, number, gettext("open"), *lines, way)


def _changes(overview: Overview, words: Callable[[EarlierFigures], Markup]) -> Iterator[Markup]:
    if overview.previous:
        yield words(overview.previous)
    if overview.year_ago:
        yield Markup("{} {}").format(gettext("a year earlier:"), words(overview.year_ago))


def _more(now: OverviewFigures, against: EarlierFigures) -> Markup:
    difference = now.responses - against.figures.responses
    words = ngettext("{n} response more", "{n} responses more", difference)
    if difference < 0:
        words = ngettext("{n} response fewer", "{n} responses fewer", -difference)
    return Markup("{}").format(words if difference else gettext("unchanged"))


def _change(change: RateChange | None, *, explained: bool) -> Markup:
    if change is None:
        return Markup("{}").format(gettext("too few responses to compare"))
    if format_points(change.difference) == format_points(0):
        return tag("b", gettext("unchanged"))
    told = Markup("<b>{}</b>{}").format(rate_change_words(change), doubt_words(change))
    term = "ro-ret" if change.clear else "chua-du-co-so-ket-luan"
    return with_term_link(told, term) if explained else told


def _attention(scope: SurveyScope, attention: Attention) -> Markup:
    """Return what is clearly lower; one sentence where nothing is, or where nobody can say."""
    heading = tag("h2", gettext("Worth attention"), class_="x-h2")
    if attention.nothing:
        words = nothing_sentence(attention)
        return tag("section", heading, tag("p", words, class_="x-read"))
    falls = (weighted_html(fall_sentence(fall)) for fall in (attention.fall,) if fall)
    concerns = (_concern(scope, concern) for concern in attention.concerns)
    items = (tag("li", told) for told in (*falls, *concerns))
    return tag("section", heading, tag("ul", join_markup(items)), class_="x-attention")


def _concern(scope: SurveyScope, concern: Concern) -> Markup:
    """Return one sentence that begins with the link to what it tells."""
    changed = {}
    if concern.question:
        changed["cau"] = [concern.question]
    if concern.commune:
        changed["xa"] = [concern.commune]
    query = link_query(ky=[concern.period.code], **changed)
    page = "theo_cau_hoi" if concern.question else ""
    name = page_link(concern_subject(scope.responses, concern), page, query)
    return Markup("{} ({}): {}").format(
        name, concern.period.name(), weighted_html(concern_sentence(concern))
    )


def _questions(scope: SurveyScope, overview: Overview) -> Markup:
    asked = overview.questions
    name = ngettext("{n} question", "{n} questions, from the lowest rate", len(asked))
    if overview.period and overview.now is not overview.figures:
        name = gettext("{name}: {period}", name=name, period=_all_chosen(scope))
    head = tag("div", tag("h2", name, class_="x-h2"), bar_legend(asked), class_="x-head")
    return tag("section", head, question_bars(asked, link_query()), class_="x-questions")


def _all_chosen(scope: SurveyScope) -> str:
    period = scope.view.selection.period
    return period.name() if period else gettext("all periods")


def _trend(overview: Overview) -> Markup:
    if len(overview.trend) < 2:
        return Markup("")
    heading = tag("h2", gettext("Overall rate over time"), class_="x-h2")
    return tag("section", heading, overview_trend(overview, linked=True), class_="x-over-time")


def _note() -> str:
    return gettext(
        "A voluntary survey, no random sample. Satisfaction rate = (very satisfied + "
        "satisfied) / valid answers. “Not statistically significant”: chance could "
        "explain the difference (95%)."
    )
