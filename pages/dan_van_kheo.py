"""Dân vận khéo: the register of models, what they achieved, where nothing happens yet."""

from lib.ui.dan_van_kheo.model_breakdown import draw_model_breakdown
from lib.ui.dan_van_kheo.model_list import draw_model_list
from lib.ui.dan_van_kheo.model_page import draw_model_page
from lib.ui.dan_van_kheo.register_frame import RegisterScope, draw_register_page
from lib.ui.dan_van_kheo.register_overview import (
    draw_dataset_choice,
    draw_no_models,
    draw_register_cards,
    draw_register_places,
    draw_result_totals,
    draw_unread_cells,
)
from lib.ui.dan_van_kheo.register_papers import draw_register_papers, draw_template_button
from lib.wording import gettext


def draw(scope: RegisterScope) -> None:
    """Draw the model that the link names, or those in view in figures and in a list."""
    if scope.view.model:
        draw_model_page(scope, scope.view.model)
        return
    draw_dataset_choice(scope.whole, scope.view.selection.dataset)
    if not scope.register.models and not scope.register.facts:
        draw_no_models(scope)
    else:
        draw_register_cards(scope)
        draw_model_list(scope)
        draw_register_places(scope)
        draw_model_breakdown(scope)
        draw_result_totals(scope)
    draw_unread_cells(scope)
    draw_register_papers(scope)


draw_register_page(gettext("Dân vận khéo"), draw, draw_template_button)
