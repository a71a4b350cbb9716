"""Puts a newer version of the app into its folder: `python -m tools.update`, or with a zip.

The code is replaced; settings in `.streamlit`, the environment and whatever else the office keeps
here stay, and the data is elsewhere anyway. The version of before is kept beside. What the new one
needs is installed when it is started. The standard library alone, as `start.py`.
"""

import contextlib
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.start import ROOT, NotStartedError, place_asked_for, runs_at

PREVIOUS = "phien-ban-truoc"
KEPT = (".streamlit", ".venv", ".git", "wheels", PREVIOUS)
LAST = "tools"  # until it is replaced, an update that was broken off can be made again
WHICH = """Hãy kéo tệp zip của phiên bản mới thả lên “Cap nhat.cmd”, hoặc chạy lệnh kèm tên tệp:
python -m tools.update TỆP.zip"""
RUNS = "Ứng dụng đang chạy. Hãy dừng ứng dụng rồi cập nhật lại."
NOT_OURS = "{} không phải là tệp zip của ứng dụng này, hoặc tải về chưa hết. Chưa có gì thay đổi."
REFUSED = "Không ghi được {}. Chưa có gì thay đổi; đóng các cửa sổ đang mở thư mục này rồi làm lại."
NO_PULL = "git không lấy được phiên bản mới; nguyên nhân nằm trong những dòng ở trên."
DONE = """Đã cập nhật từ phiên bản {} lên {}. Số liệu và cài đặt giữ nguyên.
Bây giờ khởi động ứng dụng như thường."""
KEPT_BESIDE = "Mã nguồn trước đó nằm trong thư mục {}."


class NotUpdatedError(Exception):
    """Why the app stays as it was, in words for who wanted the newer one."""


def update_folder(root: Path, archive: Path) -> None:
    """Replace the code in `root` by that of the archive, all of it or, where it fails, nothing.

    Raises NotUpdatedError.
    """
    with tempfile.TemporaryDirectory(prefix=".cap-nhat-", dir=root) as folder:
        new = _unpacked(archive, Path(folder))
        old = root / PREVIOUS
        try:
            if old.exists():
                shutil.rmtree(old)
            with _undone_on_failure() as move:
                for name in _replaced(new):
                    if (root / name).exists():
                        move(root / name, old / name)
                    move(new / name, root / name)
        except OSError as error:
            raise NotUpdatedError(REFUSED.format(error.filename)) from None


def _unpacked(archive: Path, folder: Path) -> Path:
    """Return the top of the code in the archive, which may stand in a folder of its own there."""
    try:
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
    except (OSError, zipfile.BadZipFile):
        raise NotUpdatedError(NOT_OURS.format(archive)) from None
    tops = [folder, *(path for path in folder.iterdir() if path.is_dir())]
    for top in tops:
        needed = ("app.py", "requirements.txt", ".streamlit/config.toml", "tools/start.py")
        if version_of(top) and all((top / name).is_file() for name in needed):
            for script in top.glob("tools/*.sh"):
                script.chmod(0o755)  # of which a zip tells Python nothing
            return top
    raise NotUpdatedError(NOT_OURS.format(archive))


def version_of(root: Path) -> str:
    """Return the version of the app in this folder, "" where it is another thing."""
    file = root / "pyproject.toml"
    project = tomllib.loads(file.read_text(encoding="utf-8"))["project"] if file.is_file() else {}
    return str(project["version"]) if project.get("name") == "survey-explorer" else ""


def _replaced(new: Path) -> list[str]:
    """Return what is put in place, `tools` at the end; of `.streamlit` it is one file."""
    names = [path.name for path in new.iterdir() if path.name not in KEPT]
    return sorted([*names, ".streamlit/config.toml"], key=lambda name: (name == LAST, name))


@contextlib.contextmanager
def _undone_on_failure() -> Iterator[Callable[[Path, Path], None]]:
    """Give what moves a file or folder; where one cannot be moved, those before go back."""
    done: list[tuple[Path, Path]] = []

    def move(old: Path, new: Path) -> None:
        new.parent.mkdir(parents=True, exist_ok=True)
        old.rename(new)
        done.append((old, new))

    try:
        yield move
    except OSError:
        for old, new in reversed(done):
            new.rename(old)
        raise


def update_app(root: Path, named: list[str]) -> None:
    """Update by the zip that is named, else by git where the folder is a checkout, and say so."""
    if runs_at(*place_asked_for(root, [])):
        raise NotUpdatedError(RUNS)
    before = version_of(root)
    if named:
        update_folder(root, Path(named[0]))
    elif not (root / ".git").exists():
        raise NotUpdatedError(WHICH)
    elif subprocess.run(["git", "pull", "--ff-only"], cwd=root, check=False).returncode:
        raise NotUpdatedError(NO_PULL)
    print(DONE.format(before, version_of(root)))
    if named:
        print(KEPT_BESIDE.format(root / PREVIOUS))


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        update_app(ROOT, sys.argv[1:])
    except (NotUpdatedError, NotStartedError) as error:
        sys.exit(str(error))
