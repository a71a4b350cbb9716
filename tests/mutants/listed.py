"""The mutants as `mutants.toml` lists them, and how one is put into a tree."""

import dataclasses
import tomllib
from pathlib import Path

LIST = Path(__file__).with_name("mutants.toml")


@dataclasses.dataclass(frozen=True)
class Mutant:
    """One fault: in this file `old` becomes `new`, and these tests are to notice."""

    id: str
    file: str
    old: str  # stands once in the file
    new: str
    tests: tuple[str, ...]  # files or single tests, the likeliest first
    equivalent: str = ""  # why nobody can notice

    def times(self, tree: Path) -> int:
        """Return how often the old text stands in the file."""
        return self._text(tree).count(self.old)

    def apply(self, tree: Path) -> None:
        """Put the fault into the tree."""
        (tree / self.file).write_text(self._text(tree).replace(self.old, self.new), "utf-8")

    def line(self, tree: Path) -> int:
        """Return in which line of the file it begins."""
        return self._text(tree).partition(self.old)[0].count("\n") + 1

    def _text(self, tree: Path) -> str:
        return (tree / self.file).read_text("utf-8")


def listed() -> list[Mutant]:
    """Return all mutants in the order of the list."""
    every = tomllib.loads(LIST.read_text("utf-8"))
    return [
        Mutant(id_, **{**fields, "tests": tuple(fields["tests"].split())})
        for id_, fields in every.items()
    ]
