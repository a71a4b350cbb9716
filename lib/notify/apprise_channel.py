"""A way to tell somebody, and the only importer of Apprise."""

import logging

import apprise

from lib.settings import NotifyRules
from lib.settings.declaration import StatedSetting
from lib.settings.notify_settings import NOTIFY_URLS
from lib.wording import mark

# Its own lines name servers and people; whether a message was accepted is for us to say.
logging.getLogger("apprise").setLevel(logging.CRITICAL + 1)


class Channel:
    """One address of the settings."""

    def __init__(self, url: str, app: str) -> None:
        """Prepare; `app` is where the app is opened. Raises ValueError for an unknown address."""
        self._url = url
        self._asset = apprise.AppriseAsset(app_id="Survey explorer", app_url=app)
        self._service()

    def send(self, title: str, body: str) -> bool:
        """Return whether the other side accepted this plain text; takes as long as it takes."""
        return bool(self._service().notify(body, title, body_format=apprise.NotifyFormat.TEXT))

    def _service(self) -> apprise.Apprise:
        """Return a fresh one: a used one waits, so that it sends no two messages in 5 seconds."""
        service = apprise.Apprise(asset=self._asset)
        if not service.add(self._url):
            raise ValueError("an unknown address")
        return service


def open_channels(rules: NotifyRules) -> tuple[Channel, ...]:
    """Return a channel for each address; a SettingError says which is wrong, never the address."""
    return tuple(_channel(rules, at, url) for at, url in enumerate(rules.urls, 1))


def _channel(rules: NotifyRules, at: int, url: str) -> Channel:
    try:
        return Channel(url, rules.address)
    except ValueError:
        problem = mark("entry {entry} is no address that Apprise knows")
        raise StatedSetting(NOTIFY_URLS, None, rules.where).wrong(problem, entry=at) from None
