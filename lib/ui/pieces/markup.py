"""HTML for reading: every value escaped by markupsafe, a click answered without a reload.

`Markup("<td>{}</td>").format(value)` is the only way values enter; literals alone are markup.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from lib.server.streamlit_internals import BASE_PATH_JS

LINKS_DRAWN_AT = "_links_drawn_at"  # in the session: the address that the links start from
LINK_ORIGIN = "_tu"  # the parameter that tells the server of it

# An <a> in st.html would load the whole app anew. Here a click makes one entry in the browser's
# history and tells Streamlit as Back does, and from where; a click with a modifier stays the
# browser's.
_JS = """export default function ({ parentElement, data }) {
  const box = parentElement.querySelector('.x-box')
  BASE_PATH
  const read = (place) => {
    place.tabIndex = -1
    place.focus({ preventScroll: true })
  }
  if (box.__html !== data.html) {
    box.__html = data.html
    box.innerHTML = data.html
    const here = box.querySelector('[data-here]') // what a link asked for is read first
    if (here) { here.scrollIntoView(); read(here) }
  }
  const sort = (head) => {
    const at = head.cellIndex, table = head.closest('table'), body = table.tBodies[0]
    const down = head.ariaSort !== 'descending'
    const value = (row) => row.cells[at].dataset.sort ?? ''
    const order = (a, b) => isNaN(a) || isNaN(b) ? a.localeCompare(b, 'vi') : a - b
    const rows = [...body.rows].sort((a, b) => order(value(a), value(b)) * (down ? -1 : 1))
    for (const each of table.tHead.rows[0].cells) each.removeAttribute('aria-sort')
    head.ariaSort = down ? 'descending' : 'ascending'
    body.append(...rows)
  }
  // a line that stays closed in the browser where somebody closed it
  for (const line of box.querySelectorAll('[data-once]')) {
    const closed = `closed:${line.dataset.once}`
    line.hidden = localStorage.getItem(closed) !== null
    line.querySelector('button').onclick = () => {
      localStorage.setItem(closed, 'yes')
      line.hidden = true
      read(document.querySelector('.x-title'))
    }
  }
  box.onclick = (event) => {
    const head = event.target.closest('th button')?.closest('th')
    if (head) return sort(head)
    const link = event.target.closest('a[data-go]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    const path = base + link.getAttribute('href')
    const origin = 'LINK_ORIGIN=' + encodeURIComponent(data.at)
    history.pushState(null, '', path + (path.includes('?') ? '&' : '?') + origin)
    dispatchEvent(new PopStateEvent('popstate'))
    history.replaceState(null, '', path)
    // what is opened is read from its beginning, wherever the link stood
    const main = document.querySelector('[data-testid="stMain"]')
    main?.scrollTo(0, 0)
    // the link goes, and the keyboard with it: it goes on at the heading of what is opened
    const settle = () => {
      const title = main.querySelector('.x-title')
      if (title && document.activeElement === document.body) read(title)
    }
    const drawn = new MutationObserver(settle)
    if (main) drawn.observe(main, { childList: true, subtree: true })
    setTimeout(() => drawn.disconnect(), 5000)
  }
}"""

_drawn = st.components.v2.component(
    "markup",
    js=_JS.replace("BASE_PATH", BASE_PATH_JS).replace("LINK_ORIGIN", LINK_ORIGIN),
    html='<div class="x-box"></div>',
    isolate_styles=False,
)


def draw_html(html: Markup, key: str) -> None:
    """Draw HTML whose links made by `link` change the view or open a page, without a reload."""
    drawn_at = st.session_state.get(LINKS_DRAWN_AT, "")
    _drawn(key=key, data={"html": keep_percent_signs(html), "at": drawn_at})


def draw_static_html(html: Markup) -> None:
    """Draw HTML without links."""
    st.html(keep_percent_signs(html))


def keep_percent_signs(html: Markup) -> str:
    """Return HTML in which a line never begins with a percent sign."""
    return html.replace(" %", "\N{NO-BREAK SPACE}%")


def page_href(page: str, query: Mapping[str, list[str]]) -> str:
    """Return the address of a page ("" is the first one) with these parameters."""
    return f"/{page}" + (f"?{urlencode(query, doseq=True)}" if query else "")


def page_link(
    words: object, page: str, query: Mapping[str, list[str]], **attributes: str
) -> Markup:
    """Return a link to a page; it keeps the reader's place when clicked inside `draw`."""
    link = Markup('<a data-go href="{}"{}>{}</a>')
    return link.format(page_href(page, query), _written(attributes), words)


def join_markup(pieces: Iterable[Markup], between: str = "") -> Markup:
    """Return the pieces as one."""
    return Markup(between).join(pieces)


def tag(name: str, *content: object, **attributes: str) -> Markup:
    """Return an element; `class_` is written as class, contents are escaped."""
    inner = join_markup(Markup("{}").format(piece) for piece in content)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), _written(attributes), inner)


def _written(attributes: Mapping[str, str]) -> Markup:
    return join_markup(
        Markup(' {}="{}"').format(n.rstrip("_").replace("_", "-"), v) for n, v in attributes.items()
    )
