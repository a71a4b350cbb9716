"""What this process has one of: settings, sign-ins, the office, its feeds, its desk, its pins."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lib.desk import Desk, journal_store
from lib.evidence.pinned_responses import PinnedResponses
from lib.evidence.shown_tables import tables_shown_last
from lib.movement.register_records import Register
from lib.notify.apprise_channel import open_channels
from lib.notify.notifier import Notifier
from lib.notify.refused_channels import RefusedChannels
from lib.office import Office
from lib.office_clock import utc_now
from lib.roles import Role
from lib.sample_desk import sample_desk
from lib.server.listed_roles import ListedRoles
from lib.server.process_parts import ProcessParts
from lib.server.sessions import SignInSessions
from lib.settings import Settings, read_settings
from lib.settings.secrets_files import secrets_files
from lib.setup.nightly_backup import NightlyBackup
from lib.setup.office_backup import OfficeFolders
from lib.sources.reading_file import SourceReading
from lib.sources.source_feed import Feed
from lib.sources.viewer_feed import ViewerFeed
from lib.survey.responses import Responses

the_process = ProcessParts()


@the_process.part()
def the_settings() -> Settings:
    """Return the settings; raises SettingError, and asks again at the next call."""
    return read_settings(os.environ, own_folder())


def own_folder() -> Path:
    """Return the office's folder of settings."""
    return Path.cwd() / ".streamlit"


@the_process.part()
def the_sessions() -> SignInSessions:
    """Return the sign-ins of this process; raises SettingError."""
    settings, folder = the_settings(), own_folder()
    listed = ListedRoles(
        settings.sign_in,
        [file.path for file in secrets_files(folder, Path.home())],
        lambda: read_settings(os.environ, folder).sign_in,
    )
    return SignInSessions(listed, settings.data_dir)


@the_process.part()
def the_office() -> Office:
    """Return the configured survey; raises SettingError."""
    return Office.open(the_settings(), own_folder())


def _end_feed(feed: Feed[Any] | None) -> None:
    if feed:
        feed.stop()
        feed.stir()  # the pages that listen find the one that took its place


@the_process.part(_end_feed)
def the_feed() -> Feed[Responses]:
    """Return the running feed, started by the server or by the first viewer."""
    feed = the_office().feed()
    feed.start()
    return feed


@the_process.part(_end_feed)
def the_register_feed() -> Feed[Register] | None:
    """Return the running feed of the Dân vận khéo register, None where the office has none."""
    feed = the_office().register_feed()
    if feed:
        feed.start()
    return feed


@the_process.part()
def the_viewer_feed() -> ViewerFeed[Responses]:
    """Return what viewers see of the feed."""
    return the_office().steps(the_feed(), the_settings().k, _shown_last)


def _shown_last() -> list[SourceReading] | None:
    """Return what the journal notes as shown last, asked before this process notes anything."""
    if the_office().sample:
        return None
    store = journal_store(the_settings())
    try:
        shown = tables_shown_last(store)
    finally:
        store.close()
    if shown is None:
        return None
    tables, read_at = shown
    return [SourceReading((table,), read_at.isoformat(), read_at) for table in tables]


def feed_for_role(role: Role) -> Feed[Responses] | ViewerFeed[Responses]:
    """Return where somebody of this role finds the newest snapshot and its number."""
    return the_viewer_feed() if role is Role.VIEWER else the_feed()


@the_process.part(lambda desk: desk.journal.stop())
def the_desk() -> Desk:
    """Return the running desk; the sample's needs its rows, so call it once there are some."""
    feed, desk = the_feed(), _opened()
    journal = desk.journal
    held = desk.evidence.hold_journal
    journal.chores += [held, _observing(desk), desk.retain, *_notifying(desk), *_copying()]
    journal.watched = lambda: feed.watched
    feed.listen(lambda _: journal.wake())
    journal.listen(lambda _: feed.stir())
    journal.start()
    return desk


def _opened() -> Desk:
    if not the_office().sample:
        return Desk.open(the_settings(), own_folder())
    feed = the_feed()
    feed.ready()
    snapshot = feed.snapshot
    assert snapshot is not None, "the bundled sample can always be read"
    return sample_desk(snapshot.made, the_office().clock)


def _observing(desk: Desk) -> Callable[[], None]:
    """Return the chore that has the ledger take in what was read, and what viewers see of it."""
    feed, steps = the_feed(), the_viewer_feed()

    def chore() -> None:
        # what viewers see may be older than the newest: it is a reading of its own
        step, newest = steps.snapshot, feed.snapshot
        if step and step.whole:
            desk.observe(step.made, step.read_at)
        if step:
            desk.evidence.showed(step.read_at)
        if newest and newest.whole:
            desk.observe(newest.made, newest.read_at)

    return chore


def _notifying(desk: Desk) -> Iterator[Callable[[], object]]:
    """Yield the chore that tells the office of its cases; never of the sample's."""
    rules, feed = the_settings().notify, the_feed()
    if rules.urls and not the_office().sample:
        notifier = Notifier(desk, rules, open_channels(rules))
        yield lambda: notifier.look(feed.snapshot.made) if feed.snapshot else None


def _copying() -> Iterator[Callable[[], object]]:
    """Yield the chore that copies everything each night."""
    if backup := the_backup():
        yield backup.look


@the_process.part()
def the_backup() -> NightlyBackup | None:
    """Return what copies everything each night, None where nothing is: of the sample never."""
    settings = the_settings()
    if the_office().sample or not settings.backup.folder:
        return None
    folders = OfficeFolders(settings.data_dir, own_folder())
    return NightlyBackup(folders, Path(settings.backup.folder).expanduser(), utc_now)


@the_process.part()
def the_refused_channels() -> RefusedChannels:
    """Return what knows which channels of the settings do not accept their messages."""
    return RefusedChannels(the_desk().journal)


@the_process.part()
def the_pins() -> PinnedResponses:
    """Return the readings that links are pinned to."""
    survey = the_office()
    return PinnedResponses(
        the_desk().evidence, lambda tables: survey.as_described(tables, survey.describing())
    )
