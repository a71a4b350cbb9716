"""The screen is told when the feed moved; it does not ask. See also lib/server/push.py."""

import streamlit as st

from lib.server.streamlit_internals import BASE_PATH_JS

# Called at every redraw, so its state hangs on the element. A hidden tab closes its socket.
_JS = """export default function ({ parentElement, data, setTriggerValue }) {
  const s = parentElement.__feed ||= { ws: null, wait: 1000, ended: false }
  s.have = data.number
  s.tell = (n) => setTriggerValue('moved', n)
  BASE_PATH
  const url = base.replace(/^http/, 'ws') + data.path
  const open = () => {
    if (s.ended || s.ws || document.hidden) return
    const ws = s.ws = new WebSocket(url)
    ws.onopen = () => { s.wait = 1000 }
    ws.onmessage = (event) => {
      const n = event.data
      if (n !== s.have && n !== s.told) { s.told = n; s.tell(n) }
    }
    ws.onclose = () => {
      s.ws = null
      if (s.ended || document.hidden) return
      setTimeout(open, s.wait * (0.5 + Math.random()))
      s.wait = Math.min(s.wait * 2, 30000)
    }
  }
  if (!s.started) {
    s.started = true
    s.seen = () => { if (document.hidden) { s.ws && s.ws.close() } else open() }
    document.addEventListener('visibilitychange', s.seen)
    open()
  }
  return () => {
    s.ended = true
    document.removeEventListener('visibilitychange', s.seen)
    s.ws && s.ws.close()
    delete parentElement.__feed
  }
}"""

_listener = st.components.v2.component(
    "feed_push", js=_JS.replace("BASE_PATH", BASE_PATH_JS), html="<i hidden></i>"
)


def redraw_when_moved(state: str, feed: str = "feed") -> None:
    """Redraw the fragment that calls this whenever the state of a feed is no longer this one."""
    with st.container(key=f"listener_{feed}"):
        _listener(
            key=f"{feed}_push",
            data={"number": state, "path": f"/{feed}"},
            on_moved_change=lambda: None,
            height=1,
        )
