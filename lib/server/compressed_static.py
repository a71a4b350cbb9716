"""Streamlit's own scripts and styles, compressed once in the life of the process.

Streamlit serves them as they are: 7.6 MB for a page with plotly. They bear a hash in their
names, so a browser keeps them for good once it has them. In passing, lists learn to find
without accents.
"""

import asyncio
import gzip
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.server.streamlit_internals import (
    STATIC_FOLDER,
    STATIC_PREFIX,
    with_search_without_accents,
)

# Fonts and pictures are compressed already. Windows' registry may call a script text/plain,
# which a browser then refuses to run, so the system is not asked.
_KINDS = {".js": "text/javascript", ".css": "text/css"}
_HEADERS = {
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": "gzip",
    "vary": "accept-encoding",
}


class CompressedStatic:
    """Answers for a static text file with its compressed bytes; passes on everything else."""

    def __init__(self, app: ASGIApp, folder: Path = STATIC_FOLDER) -> None:
        """Wrap Streamlit; `folder` is what it serves as static files."""
        self.app = app
        files = (file for file in folder.rglob("*") if file.suffix in _KINDS)
        self.files = {
            f"{STATIC_PREFIX}{file.relative_to(folder).as_posix()}": file for file in files
        }
        self.packing: dict[Path, asyncio.Task[bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a GET that accepts gzip and asks for a whole known file."""
        file = self._asked(scope)
        if file is None:
            await self.app(scope, receive, send)
            return
        body = await self._packed(file)
        answer = Response(body, headers=_HEADERS, media_type=_KINDS[file.suffix])
        await answer(scope, receive, send)

    def _asked(self, scope: Scope) -> Path | None:
        if scope["type"] != "http" or scope["method"] != "GET":
            return None
        headers = Headers(scope=scope)
        if "range" in headers or "gzip" not in headers.get("accept-encoding", ""):
            return None
        path: str = scope["path"]
        return self.files.get(path[max(path.rfind(STATIC_PREFIX), 0) :])

    async def _packed(self, file: Path) -> bytes:
        """Return the compressed file; those who ask while it is being made wait for the same."""
        if file not in self.packing:
            self.packing[file] = asyncio.create_task(asyncio.to_thread(_pack, file))
        return await asyncio.shield(self.packing[file])


def _pack(file: Path) -> bytes:
    return gzip.compress(with_search_without_accents(file.read_bytes()), mtime=0)
