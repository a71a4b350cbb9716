"""Which open pages show an uploader: only these may send files, and only a leader's."""

from collections import OrderedDict

MOST_FILES = 20  # of one page, until it shows no uploader any more
_MOST_PAGES = 1_000


class OpenUploads:
    """The pages, by Streamlit's session, that were last drawn with an uploader."""

    def __init__(self) -> None:
        """Begin with none."""
        self._sent: OrderedDict[str, int] = OrderedDict()

    def note(self, session: str, *, shown: bool) -> None:
        """Note whether a page shows an uploader now."""
        if not shown:
            self._sent.pop(session, None)
            return
        self._sent.setdefault(session, 0)
        self._sent.move_to_end(session)
        while len(self._sent) > _MOST_PAGES:
            self._sent.popitem(last=False)

    def shown_to(self, session: str) -> bool:
        """Tell whether this page shows an uploader."""
        return session in self._sent

    def take(self, session: str) -> bool:
        """Tell whether this page may send one file more, and count it."""
        sent = self._sent.get(session, MOST_FILES)
        if sent < MOST_FILES:
            self._sent[session] = sent + 1
        return sent < MOST_FILES


the_uploads = OpenUploads()
