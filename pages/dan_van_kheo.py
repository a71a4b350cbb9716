"""Dân vận khéo: the register of models, what they achieved, where nothing happens yet."""

from lib.ui.movement import breakdown, frame, listing, model, overview, papers
from lib.wording import gettext


def draw(scope: frame.Scope) -> None:
    """Draw the model that the link names, or those in view in figures and in a list."""
    if scope.view.model:
        model.draw_page(scope, scope.view.model)
        return
    overview.choose_dataset(scope.whole, scope.view.selection.dataset)
    if not scope.register.models and not scope.register.facts:
        overview.draw_empty(scope)
    else:
        overview.draw_cards(scope)
        listing.draw_list(scope)
        overview.draw_places(scope)
        breakdown.draw(scope)
        overview.draw_totals(scope)
    overview.draw_unread(scope)
    papers.draw(scope)


frame.show(gettext("Dân vận khéo"), draw, papers.template)
