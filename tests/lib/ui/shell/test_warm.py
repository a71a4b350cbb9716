"""Nothing of a page is left for its first viewer to import."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]
WARMED = "import sys; from lib.ui.shell.warm import warm_up; warm_up(); print(*sys.modules)"


def test_every_module_of_the_pages_is_imported_before_anybody_comes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WARMED],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "SURVEY_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    files = [path.relative_to(ROOT).with_suffix("") for path in ROOT.glob("lib/ui/**/*.py")]
    names = {".".join(path.parts).removesuffix(".__init__") for path in files}
    assert names - set(done.stdout.split()) == {"lib.ui.shell.main"}  # the script that draws
