"""Keys that do what a button or a link of the page does; “?” lists them, no field hears them.

Who does not want them, because he speaks to his computer or hits keys by chance, switches them off
in that list; his browser remembers it.
"""

import dataclasses
from collections.abc import Sequence

import streamlit as st

from lib.wording import gettext

# Called at every redraw, so its state hangs on the element.
_JS = """export default function ({ parentElement, data }) {
  const s = parentElement.__keys ||= {}
  const button = parentElement.querySelector('button')
  const dialog = parentElement.querySelector('dialog')
  s.ways = data.ways
  const off = () => localStorage.getItem('shortcuts') === 'off'
  const name = () => { button.textContent = off() ? data.title : `${data.title} (?)` }
  const lines = () => s.ways.map(({ key, words }) => {
    const line = document.createElement('p'), name = document.createElement('kbd')
    name.textContent = key
    line.append(name, ' ', words)
    return line
  })
  const choice = () => {
    const label = document.createElement('label'), box = document.createElement('input')
    box.type = 'checkbox'
    box.checked = !off()
    box.onchange = () => { localStorage.setItem('shortcuts', box.checked ? 'on' : 'off'); name() }
    label.onclick = (event) => event.stopPropagation()
    label.append(box, ' ', data.choice)
    return label
  }
  name()
  dialog.setAttribute('aria-label', data.title)
  const help = () => {
    if (dialog.open) return
    dialog.replaceChildren(choice(), ...lines())
    dialog.showModal()
  }
  button.onclick = help
  dialog.onclick = () => dialog.close()
  if (!s.pressed) {
    const fields = 'input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"]'
    s.pressed = (event) => {
      const at = event.composedPath()[0]
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || dialog.open) return
      if (off()) return
      if (at.closest?.(fields)) return
      if (event.key === '?') { event.preventDefault(); return help() }
      const way = s.ways.find(({ key }) => key === event.key)
      if (!way) return
      event.preventDefault()
      const all = [...document.querySelectorAll(way.selector)]
      if (way.step) {
        const here = all.indexOf(document.activeElement)
        const next = here < 0 ? 0 : here + way.step
        all[next]?.focus()
      } else if (all[0]?.matches('input, textarea')) {
        all[0].focus()
      } else all[0]?.click()
    }
    document.addEventListener('keydown', s.pressed)
  }
  return () => {
    document.removeEventListener('keydown', s.pressed)
    delete parentElement.__keys
  }
}"""
_CSS = """button { font: inherit; font-size: 0.9rem; border: 0; padding: 0.25rem 0;
  background: none; color: var(--st-link-color); cursor: pointer; text-decoration: underline; }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
dialog { border: 1px solid var(--st-border-color); border-radius: 8px; padding: 1rem 1.5rem;
  color: var(--st-text-color); font: inherit; }
p { margin: 0.4rem 0; }
label { display: block; margin-bottom: 0.8rem; cursor: pointer; }
kbd { display: inline-block; min-width: 1.2rem; text-align: center; margin-right: 0.6rem;
  border: 1px solid var(--st-border-color); border-radius: 4px; padding: 0 0.4rem; }"""

_keys = st.components.v2.component(
    "shortcuts", html='<button type="button"></button><dialog></dialog>', css=_CSS, js=_JS
)


@dataclasses.dataclass(frozen=True)
class Shortcut:
    """A key, and the element of the page that it clicks, or the field that it goes to.

    With a `step` it goes to the next or the one before of all such elements.
    """

    key: str
    selector: str
    words: str
    step: int = 0


def draw_shortcuts(shortcuts: Sequence[Shortcut]) -> None:
    """Let the keys work while this page is open, and draw the button that lists them."""
    with st.container(key="noprint_keys"):
        _keys(
            key="shortcuts",
            data={
                "title": gettext("Keyboard shortcuts"),
                "choice": gettext("Use these keys (this browser remembers it)"),
                "ways": [dataclasses.asdict(one) for one in shortcuts],
            },
        )
