"""What those who see totals only are shown: the table [privacy]."""

from lib.settings.declared import Setting
from lib.settings.layers import Layers
from lib.wording import mark

LEAST = 5  # of fewer people nobody is told a rate
K = Setting(
    "[privacy] k",
    None,
    mark("so many responses stand at least behind every figure that a viewer sees"),
    "[privacy] k = 5",
    str(LEAST),
)
SETTINGS = (K,)


def k(layers: Layers) -> int:
    """Return how many responses stand at least behind what a viewer sees."""
    return layers.whole(K, LEAST)
