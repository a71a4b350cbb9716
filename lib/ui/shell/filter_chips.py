"""What is chosen, above every page: each filter with the way to take it back."""

from collections.abc import Iterator

from markupsafe import Markup

from lib.survey.responses import Responses
from lib.survey.selection import Selection
from lib.survey.selection_sentence import named_choices
from lib.ui.pieces.markup import join_markup, page_link, tag
from lib.ui.shell.address import addressed_page, link_query
from lib.ui.shell.value_parameter import VALUE_PARAMETER, value_query
from lib.wording import gettext

ViewQuery = dict[str, list[str]]


def filter_chips(responses: Responses, selection: Selection, *, questions: bool) -> Markup:
    """Return a chip for each chosen value, each a link to the view without it; "" for none.

    Without `questions` there is none for these: one of them is what the page is about.
    """
    chosen = [*_chosen(responses, selection)]
    if questions:
        chosen += _chosen_questions(responses, selection)
    chips = [_chip(words, query) for words, query in chosen]
    if not chips:
        return Markup("")
    return tag("nav", *chips, class_="x-filters", aria_label=gettext("Filters in use"))


def _chosen(responses: Responses, selection: Selection) -> Iterator[tuple[str, ViewQuery]]:
    """Yield what each chosen value is called, and the parameters of the view without it."""
    if selection.period:
        yield selection.period.name(), link_query(ky=[])
    for dimension, code, words in named_choices(responses, selection):
        left = tuple(each for each in selection.chosen_of(dimension) if each != code)
        without = selection.choosing(dimension, left)
        yield words, selection_query(without.choosing("ap", ()) if dimension == "xa" else without)


def _chosen_questions(
    responses: Responses, selection: Selection
) -> Iterator[tuple[str, ViewQuery]]:
    labels = {question.id: question.whole_label for question in responses.form.rated}
    for question in selection.questions:
        rest = [each for each in selection.questions if each != question]
        yield labels[question], link_query(cau=rest)


def _chip(words: str, query: ViewQuery) -> Markup:
    cross = tag("span", "×", aria_hidden="true")
    takes = tag("span", gettext("take this filter back"), class_="x-hidden")
    return page_link(join_markup([tag("span", words), cross, takes]), addressed_page(), query)


def selection_query(selection: Selection) -> ViewQuery:
    """Return the parameters of a link to these responses on the page that is drawn."""
    return link_query(
        ky=[selection.period.code] if selection.period else [],
        xa=list(selection.communes),
        ap=list(selection.hamlets),
        linh_vuc=list(selection.sectors),
        **{VALUE_PARAMETER: value_query(selection)},
    )
