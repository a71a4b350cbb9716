"""How the guide's Markdown becomes HTML: its links stay in the app, its tables and code scroll."""

import struct
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup

from lib.server.guide_pictures import PICTURES_PATH
from lib.survey.model.vietnamese_text import link_slug
from lib.ui.pieces.html_tables import (
    SCROLL_REGION_END,
    scroll_region,
    scroll_region_start,
)
from lib.ui.pieces.markup import page_href
from lib.ui.shell.address import HELP_PAGE, help_query
from lib.wording import gettext

_Env = MutableMapping[str, Any]


class GuideRenderer(RendererHTML):
    """Writes a page; `env` holds the `pages`, the folder of `pictures`, the `section` asked for.

    Whatever else stands in the text is escaped by the library, which lets no HTML through.
    """

    def heading_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env
    ) -> str:
        """Return a heading that a link can lead to."""
        anchor = str(tokens[idx].attrGet("id"))
        env["heading"] = tokens[idx + 1].content
        here = Markup(" data-here") if anchor == env["section"] else ""
        return Markup('<{} id="{}"{}>').format(tokens[idx].tag, anchor, here)

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return a link into the app or to the web; what only the source code has is no link."""
        target = str(tokens[idx].attrGet("href"))
        parts = urlsplit(target)
        if parts.scheme:
            return Markup('<a href="{}" target="_blank" rel="noopener">').format(target)
        name = Path(parts.path).stem if parts.path else env["page"]
        if parts.path not in ("", f"{name}.md") or name not in env["pages"]:
            return ""
        query = help_query(page=name, section=link_slug(unquote(parts.fragment)))
        return Markup('<a data-go href="{}">').format(page_href(HELP_PAGE, query))

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return the end of a link, or where to find what is no link."""
        start = max(at for at in range(idx) if tokens[at].type == "link_open")
        if self.link_open(tokens, start, options, env):
            return "</a>"
        return Markup(" ({})").format(gettext("in the documents of the source code"))

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return a picture whose place is kept until it is loaded."""
        name = Path(str(tokens[idx].attrGet("src"))).name
        wide, high = _png_size(env["pictures"] / name)
        # relative, as the app may stand below another path
        picture = Markup('<img src="{}/{}" alt="{}" width="{}" height="{}" loading="lazy">')
        return picture.format(PICTURES_PATH[1:], name, tokens[idx].content, wide, high)

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return a table that scrolls by itself, so that the page never does."""
        label = gettext("Table: {heading}", heading=env["heading"])
        return scroll_region_start(label) + Markup('<table class="x-table">')

    def table_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env
    ) -> str:
        """Return the end of a table and of what scrolls it."""
        return Markup("</table>") + SCROLL_REGION_END

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: _Env) -> str:
        """Return lines to be copied as they stand."""
        label = gettext("Lines to be copied: {heading}", heading=env["heading"])
        lines = Markup("<pre><code>{}</code></pre>").format(tokens[idx].content)
        return scroll_region(lines, label)


def _png_size(picture: Path) -> tuple[int, int]:
    wide, high = struct.unpack(">II", picture.read_bytes()[16:24])
    return wide, high
