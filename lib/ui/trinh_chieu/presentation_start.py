"""Where a presentation begins: the way to it on every survey page, and what it is pinned to.

What is on the wall is what a viewer may see, whoever presents; so is the reading.
"""

from lib.errors import JournalError
from lib.roles import Role
from lib.ui.pieces.markup import draw_html, page_link, tag
from lib.ui.shell.address import PRESENTATION_PAGE, change_address, current_address, query_for_page
from lib.ui.shell.pin import newest_sealed_reading
from lib.ui.shell.process import the_desk
from lib.wording import gettext


def draw_presentation_link() -> None:
    """Draw the way to the view as slides; of a reading that viewers never saw, to the one before.

    A link and not a widget: it makes one entry in the browser's history, and Back undoes it.
    """
    query = query_for_page(PRESENTATION_PAGE)
    query.pop("ban", None)
    if codes := query.get("luc"):
        query["luc"] = _viewer_readings(codes)
    way = page_link(gettext("Present"), PRESENTATION_PAGE, query, **{"class": "x-button"})
    draw_html(tag("p", way, class_="x-present"), key="present")


def pin_presentation() -> bool:
    """Pin an address that names no reading to the newest that viewers saw; tell whether it did."""
    if current_address().get("luc"):
        return False
    try:
        reading = newest_sealed_reading(Role.VIEWER)
    except JournalError:
        return False  # the wall says that nothing is pinned
    if reading is not None:
        change_address(luc=[reading.code])
    return reading is not None


def _viewer_readings(codes: list[str]) -> list[str]:
    evidence = the_desk().evidence
    reading = evidence.find(codes[-1])
    if reading is not None and not reading.seen_by_viewers:
        reading = evidence.reading(reading.read_at, seen_only=True)
    return [reading.code] if reading else codes
