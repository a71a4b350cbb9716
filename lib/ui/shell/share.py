"""Sharing the view: copy the link, show its QR code."""

import functools
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st

from lib.settings.sign_in_settings import LOOPBACK_HOSTS
from lib.ui.pieces.markup import page_href, tag
from lib.ui.shell.address import current_address
from lib.wording import gettext

# location.href at the click is the true address. On plain http there is no navigator.clipboard.
_JS = """export default ({ parentElement, data }) => {
  const button = parentElement.querySelector('button')
  button.textContent = data.label
  button.onclick = async () => {
    const url = window.location.href
    let done = false
    try { await navigator.clipboard.writeText(url); done = true } catch {}
    if (!done) {
      const area = document.createElement('textarea')
      area.value = url; document.body.append(area); area.select()
      try { done = document.execCommand('copy') } catch {}
      area.remove()
    }
    if (!done) { window.prompt(data.label, url); return }
    button.textContent = data.done
    setTimeout(() => { button.textContent = data.label }, 3000)
  }
}"""
_CSS = """button { width: 100%; padding: 0.5rem 0.75rem; font: inherit; font-size: 0.875rem;
  cursor: pointer; border: 1px solid var(--st-border-color); border-radius: 6px; background: #fff;
  color: var(--st-text-color); }
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }"""

_copy = st.components.v2.component(
    "copy_link", html='<button type="button" aria-live="polite"></button>', css=_CSS, js=_JS
)


def draw_share_buttons() -> None:
    """Draw the button that copies the link, and the one that shows it as a QR code."""
    _copy(key="copy_link", data={"label": gettext("Copy link"), "done": gettext("Copied")})
    url = _url()
    if st.button(gettext("QR code"), key="qr_code", width="stretch"):
        st.dialog(gettext("QR code"))(_show_qr)(url)
    if urlsplit(url).hostname in LOOPBACK_HOSTS:
        st.html(tag("p", gettext("This link opens on this machine only."), class_="x-read"))


def _show_qr(url: str) -> None:
    """Draw the code large enough to be scanned across a table, and the address it holds."""
    if code := qr_code_svg(url):
        st.image(code, width="stretch")
    st.code(url, language=None, wrap_lines=True)


@functools.lru_cache(maxsize=256)
def qr_code_svg(url: str) -> str:
    """Return the QR code of an address as SVG, as large as where it stands; "" if too long."""
    try:
        return str(segno.make(url, micro=False).svg_inline(border=2, omitsize=True))
    except segno.DataOverflowError:
        return ""


def whole_page_address(page: str, query: Mapping[str, list[str]]) -> str:
    """Return the whole address of a page of this app, as the one on the screen begins."""
    here = (st.context.url or "").rstrip("/").removesuffix(str(st.session_state["_page"]))
    return here.rstrip("/") + page_href(page, query)


def _url() -> str:
    query = urlencode(current_address(), doseq=True)
    return (st.context.url or "") + (f"?{query}" if query else "")
