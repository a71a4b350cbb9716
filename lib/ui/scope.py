"""What a page draws: the responses chosen by the view, and who is looking."""

import dataclasses

import numpy as np
import numpy.typing as npt

from lib.analysis.disclosure import May
from lib.roles import Role
from lib.survey.filters import chosen
from lib.survey.responses import Responses
from lib.ui import address, disclosed, phrases
from lib.ui.feed import office
from lib.ui.shown import Shown, now
from lib.ui.view import View, decode


@dataclasses.dataclass(frozen=True)
class Scope:
    """What a page draws: the responses chosen by the view, and who is looking."""

    shown: Shown
    view: View
    rows: npt.NDArray[np.bool_]
    role: Role
    may: May

    @property
    def responses(self) -> Responses:
        """All responses, chosen or not."""
        return self.shown.responses

    @property
    def private(self) -> bool:
        """Whether this viewer may see single responses."""
        return self.role >= Role.STAFF

    @property
    def hidden(self) -> bool:
        """Whether this viewer may not be shown what the view chooses."""
        return not self.may(self.view.selection, None)

    @property
    def n(self) -> int:
        """The number of responses chosen."""
        return int(self.rows.sum())

    @property
    def sentence(self) -> str:
        """Return which responses and how many, as it stands on the page and on every paper."""
        what = phrases.showing(self.responses, self.view)
        return f"{what} · {phrases.n_responses(self.n)}"

    @property
    def live(self) -> "Scope":
        """The same view of what was read last, as it was read."""
        return self if self.shown.live else scope(now(self.shown.newest), self.role)


def scope(shown: Shown, role: Role) -> Scope:
    """Return what the address chooses of these responses; nothing where it cannot be shown."""
    responses = shown.responses
    view = decode(address.current(), responses, office().places)
    if shown.refused:
        view = view.but(shown.refused)
    may = disclosed.may(responses, role)
    nothing = bool(view.unknown) or not may(view.selection, None)
    return Scope(shown, view, chosen(responses, view.selection) & (not nothing), role, may)
