"""Who is listed in [roles], as secrets.toml says it now: who is taken out is out at once."""

import dataclasses
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from lib.errors import SettingError
from lib.kept_files import file_stamp
from lib.settings import SignInRules

_log = logging.getLogger(__name__)


class ListedRoles:
    """The rules of signing in, of which the lists follow the files; the rest needs a restart."""

    def __init__(
        self,
        rules: SignInRules | None,
        files: Sequence[Path] = (),
        read: Callable[[], SignInRules | None] = lambda: None,
    ) -> None:
        """Begin with the rules of the start; `read` returns those that the files hold now."""
        self.rules = rules
        self._files, self._read = files, read
        self._stamp = self._stamps()

    def reread(self) -> bool:
        """Take in the lists if a file was written since; tell whether that changed the rules.

        While a setting there is wrong the lists stay as they were, like every other setting.
        """
        stamp, before = self._stamps(), self.rules
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        try:
            self.rules = _with_lists(before, self._read())
        except SettingError as error:
            _log.warning("The list in [roles] stays as it was: %s", error)
        return self.rules != before

    def _stamps(self) -> list[object]:
        return [file_stamp(file) for file in self._files]


def _with_lists(rules: SignInRules | None, now: SignInRules | None) -> SignInRules | None:
    """Return the rules with the lists of now; [auth] itself Streamlit reads at the start alone."""
    if rules is None:
        return None if now is None or now.by_provider else now
    lists = now or SignInRules()
    return dataclasses.replace(rules, leader=lists.leader, staff=lists.staff)
