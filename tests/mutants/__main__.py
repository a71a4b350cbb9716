"""Put each mutant into a copy of the tree and see which test notices.

`python -m tests.mutants [ID …]`, all of them where none is named. Ends with 1 where one survived
that is not said to be equivalent.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.mutants.listed import listed

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".hypothesis", ".*_cache")
PASSED, FAILED = 0, 1
SURVIVED = "SURVIVED"


def main() -> int:
    """Print a line for each mutant, then how many were noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("ids", nargs="*", metavar="ID")
    asked, every = parser.parse_args().ids, {mutant.id: mutant for mutant in listed()}
    if unknown := set(asked) - set(every):
        parser.error(f"no such mutant: {', '.join(sorted(unknown))}")
    mutants = [every[id_] for id_ in asked or every]
    tests = dict.fromkeys(test for mutant in mutants for test in mutant.tests)
    with tempfile.TemporaryDirectory() as folder:
        if failing := noticed_by(copied(Path(folder)), tests):
            sys.exit(f"without any mutant fails: {failing}")
    survived = []
    for mutant in mutants:
        with tempfile.TemporaryDirectory() as folder:
            tree = copied(Path(folder))
            line = mutant.line(tree)
            mutant.apply(tree)
            found = noticed_by(tree, mutant.tests) or mutant.equivalent or SURVIVED
        print(f"{mutant.id:4} {mutant.file}:{line}  {found}", flush=True)
        survived += [mutant.id] if found == SURVIVED else []
    equivalent = sum(bool(mutant.equivalent) for mutant in mutants)
    print(f"\n{len(mutants)} mutants, {equivalent} of them equivalent, survived: {survived or 0}")
    return bool(survived)


def copied(folder: Path) -> Path:
    """Return a copy of the tree, to be spoilt."""
    return Path(shutil.copytree(ROOT, folder / "tree", ignore=LEFT_OUT))


def noticed_by(tree: Path, tests: Iterable[str]) -> str:
    """Return the first test that fails in this tree, "" where all pass."""
    command = [sys.executable, "-m", "pytest", "-x", "-n", "0", "-q", "--tb=no", *tests]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    failed = re.search(r"^FAILED (.+?)(?: - |$)", done.stdout, re.MULTILINE)
    if done.returncode == FAILED and failed:
        return failed[1]
    if done.returncode != PASSED:
        sys.exit(f"the tests could not be run:\n{done.stdout}{done.stderr}")
    return ""


if __name__ == "__main__":
    sys.exit(main())
