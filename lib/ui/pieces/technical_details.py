"""What only whoever runs the app or checks it needs, folded away below what everybody reads."""

from markupsafe import Markup

from lib.ui.pieces.markup import tag
from lib.wording import gettext


def technical_details(*content: object) -> Markup:
    """Return content behind the words "Chi tiết kỹ thuật", which open it."""
    return tag("details", tag("summary", gettext("Technical details")), *content, class_="x-tech")
