"""On a narrow screen the filters lie over the page: the way from them to what they chose."""

import streamlit as st

from lib.wording import gettext

# As in look.css: where the screen is wider the panel stands beside the page.
_JS = """export default function ({ parentElement, data }) {
  const narrow = matchMedia('(max-width: 768px)')
  const panel = document.querySelector('[data-testid="stSidebar"]')
  const fold = '[data-testid="stSidebarCollapseButton"] button[aria-expanded="true"]'
  // what is folded on a narrow screen is not to be folded on a wide one: Streamlit remembers it
  const forget = () => {
    const folded = Object.keys(localStorage).filter((key) => key.startsWith('stSidebarCollapsed'))
    for (const key of folded) localStorage.removeItem(key)
  }
  const close = () => { panel?.querySelector(fold)?.click(); forget(); setTimeout(forget, 500) }
  const button = parentElement.querySelector('button')
  button.textContent = data.words
  button.onclick = close
  const last = panel?.__page
  if (panel) panel.__page = data.page
  if (narrow.matches && last !== data.page) close()
}"""

_drawn = st.components.v2.component(
    "filter_panel",
    js=_JS,
    html='<button type="button" class="x-button x-primary"></button>',
    isolate_styles=False,
)


def draw_panel_closing(page: str) -> None:
    """Draw the button that closes the panel; by itself it closes where another page is opened."""
    _drawn(key="see_results", data={"words": gettext("See the results"), "page": page})
