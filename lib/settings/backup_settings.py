"""Where a copy of everything is kept each night: the table [backup]."""

import dataclasses

from lib.settings.declaration import setting
from lib.wording import mark


@dataclasses.dataclass(frozen=True)
class BackupRules:
    """Where to; "": nothing is copied."""

    folder: str = setting(
        "", '[backup] folder = "E:/sao-luu-khao-sat"',
        mark("the folder into which everything is copied each night; fourteen copies are kept"),
        words=mark("nothing is copied"),
    )  # fmt: skip
