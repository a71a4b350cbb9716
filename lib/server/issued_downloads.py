"""Which download was made for whom: its address alone opens it for nobody else."""

from collections import OrderedDict

from starlette.requests import HTTPConnection
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from lib.errors import SurveyError
from lib.server.sessions import TheSessions

_MOST = 10_000  # addresses; Streamlit lets a file go with its page


class IssuedDownloads:
    """Remembers to whom the address of each finished download was sent."""

    def __init__(self, the_sessions: TheSessions) -> None:
        """Prepare; nothing was sent yet."""
        self._the_sessions = the_sessions
        self._owners: OrderedDict[str, set[object]] = OrderedDict()

    def to_page(self, connection: HTTPConnection) -> "PageDownloads":
        """Return what notes the downloads of a page that was just opened."""
        return PageDownloads(self, self._person(connection))

    def add(self, url: str, person: object) -> None:
        """Note that a person was sent the address of a file."""
        name = url.rpartition("/")[2]
        self._owners.setdefault(name, set()).add(person)
        self._owners.move_to_end(name)
        while len(self._owners) > _MOST:
            self._owners.popitem(last=False)

    def made_for(self, connection: HTTPConnection) -> bool:
        """Tell whether the file that is asked for was made for whoever asks."""
        name = connection.scope["path"].rpartition("/")[2]
        return self._person(connection) in self._owners.get(name, ())

    def _person(self, connection: HTTPConnection) -> object:
        try:
            return self._the_sessions().person(connection)
        except SurveyError:
            return None  # while a setting is wrong nobody is known


class PageDownloads:
    """The downloads that one page asked for and has no address of yet."""

    def __init__(self, issued: IssuedDownloads, person: object) -> None:
        """Begin with none."""
        self._issued, self._person = issued, person
        self._open = 0

    def ask(self) -> None:
        """Note that the page asks for a download."""
        self._open += 1

    def hear(self, sent: bytes | None) -> None:
        """Note what is sent to the page, where it may be a download's address."""
        if not self._open or not sent:
            return
        message = ForwardMsg()
        message.ParseFromString(sent)
        if message.HasField("backend_operation_response"):
            self._open -= 1
            if url := message.backend_operation_response.deferred_file.url:
                self._issued.add(url, self._person)
