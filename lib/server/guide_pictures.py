"""Serves the pictures of the guide; they were taken of the sample, so that anybody may see them."""

from pathlib import Path

from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

PICTURES_PATH = "/hinh"


def guide_pictures_route(folder: Path) -> Mount:
    """Return the route of the pictures in this folder."""
    return Mount(PICTURES_PATH, StaticFiles(directory=folder))
