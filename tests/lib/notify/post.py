"""A mail server on this machine, and an office whose cases it is told of."""

import datetime as dt
import email
import email.policy
import functools
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from lib.desk import Desk
from lib.followup.working_days import WorkingDays
from lib.journal.journal_store import JournalStore
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore
from lib.notify.apprise_channel import open_channels
from lib.notify.notifier import Notifier
from lib.office_clock import OfficeClock
from lib.settings import NotifyRules, TrackingRules
from lib.survey.responses import Responses
from tests.building import responses
from tests.running import free_port

MONDAY = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)  # 08:00 at the office
SINCE = dt.date(2026, 10, 1)  # of tracking
HEADER = "Dấu thời gian,Ông/Bà có hài lòng không?,Ông/Bà ở xã nào?,Họ và tên,Ý kiến góp ý"
ALWAYS = tuple(
    f"31/08/2026 08:0{at}:00,Hài lòng,Xã {commune},,"
    for at in range(5)
    for commune in ("Xuân Đông", "Sông Ray")
)
COMMENT = "Gọi cho Nguyễn Văn Bền 0912345678"
NEW = f"02/11/2026 07:30:00,Không hài lòng,Xã Sông Ray,Trần Thị Hoa,{COMMENT}"
OTHER = "02/11/2026 07:40:00,Không hài lòng,Xã Xuân Đông,,Chờ lâu"
HELD = "02/11/2026 07:45:00,Không hài lòng,Xã Xuân Đông,,Cán bộ đòi tiền"


@functools.cache
def read(*rows: str) -> Responses:
    """Return the responses of an office of two communes, these among them."""
    return responses("\n".join((HEADER, *ALWAYS, *rows)))


class Post:
    """A real SMTP server: `start`, `stop`, and the letters that it accepted."""

    def __init__(self) -> None:
        self.port = free_port()
        self.letters: list[EmailMessage] = []
        self.refuses = False
        self._controller: Controller | None = None

    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:  # noqa: N802
        """Accept a letter, or refuse it."""
        if self.refuses:
            return "451 later"
        content = envelope.content
        assert isinstance(content, bytes)
        letter = email.message_from_bytes(content, policy=email.policy.default)
        assert isinstance(letter, EmailMessage)
        letter["X-To"] = ",".join(envelope.rcpt_tos)
        self.letters.append(letter)
        return "250 kept"

    def start(self) -> None:
        """Listen."""
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        """Listen no longer."""
        if self._controller:
            self._controller.stop()
            self._controller = None

    def url(self, to: str = "chutich@example.gov.vn") -> str:
        """Return the address of somebody whose letters come here."""
        return f"mailto://127.0.0.1:{self.port}?from=khaosat@example.gov.vn&to={to}"

    @property
    def titles(self) -> list[str]:
        """The subjects of the letters, in the order in which they came."""
        return [str(letter["Subject"]) for letter in self.letters]

    @property
    def texts(self) -> list[str]:
        """What stands in the letters."""
        return [letter.get_content() for letter in self.letters]


class Office:
    """One process of an office: a desk, what tells its cases, and a clock to be moved."""

    def __init__(
        self,
        store: JournalStore | Path,
        *urls: str,
        now: dt.datetime = MONDAY,
        since: dt.date = SINCE,
    ) -> None:
        self.now = now
        journal = Journal(SqlStore.file(store) if isinstance(store, Path) else store)
        journal.take_in()
        tracking = TrackingRules(since=since)
        self.desk = Desk(journal, tracking, WorkingDays(), OfficeClock(lambda: self.now))
        settings = NotifyRules(urls, "https://khaosat.example.gov.vn")
        self.notifier = Notifier(self.desk, settings, open_channels(settings))

    def look(self, made: Responses, **later: float) -> None:
        """Let time pass, look as the journal's thread does, and wait until all is sent."""
        self.now += dt.timedelta(**later)
        self.desk.journal.take_in()
        self.desk.register_codes(made)
        if thread := self.notifier.look(made):
            thread.join(30)
            assert not thread.is_alive()
