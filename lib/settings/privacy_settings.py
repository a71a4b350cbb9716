"""What those who see totals only are shown: the table [privacy]."""

from lib.settings.declaration import Setting
from lib.settings.layers import SettingLayers
from lib.wording import mark

LEAST_GROUP = 5  # of fewer people nobody is told a rate
_K = Setting(
    "[privacy] k",
    None,
    mark("so many responses stand at least behind every figure that a viewer sees"),
    "[privacy] k = 5",
    str(LEAST_GROUP),
)
PRIVACY_SETTINGS = (_K,)


def read_privacy_k(layers: SettingLayers) -> int:
    """Return how many responses stand at least behind what a viewer sees."""
    return layers.whole(_K, LEAST_GROUP)
