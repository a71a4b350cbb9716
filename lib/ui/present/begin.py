"""Where a presentation begins: the button on every survey page, and the reading it is pinned to.

What is on the wall is what a viewer may see, whoever presents; so is the reading.
"""

from pathlib import Path

import streamlit as st

from lib.roles import Role
from lib.ui import address, pin
from lib.ui.desk import the_desk
from lib.wording import gettext

PAGE = Path(__file__).parents[3] / "pages" / f"{address.PRESENTED}.py"


def button() -> None:
    """Draw the button that presents the view, pinned to the newest reading that viewers saw."""
    if st.button(gettext("Present"), key="present", width="stretch"):
        query = address.towards(address.PRESENTED) | {"ban": [], "luc": _reading()}
        st.switch_page(PAGE, query_params={n: v for n, v in query.items() if v})


def pinned() -> bool:
    """Pin an address that names no reading; return whether that changed it."""
    if address.current().get("luc"):
        return False
    if code := _reading():
        address.change(luc=code)
    return bool(code)


def _reading() -> list[str]:
    """Return the code of the reading to be shown, none where the ledger does not hold it."""
    asked = address.current().get("luc", [])
    desk = the_desk()
    found = desk.evidence.find(asked[-1]) if asked else None
    if found is not None and not found.shown:
        found = desk.evidence.reading(found.read_at, shown=True)
    found = found or pin.newest(Role.VIEWER)
    return [found.code] if found else asked
