"""The bundled sample: invented responses in the shape of a Google Form's Sheet.

Nobody wrote them: tools/sample/make.py did, with a seeded generator. Only the counts of Xã Xuân
Tây in the fourth quarter of 2022 are real: they add up to the rates published for it.
"""

from pathlib import Path
from typing import Final

SAMPLE_RESPONSES: Final = Path(__file__).with_name("responses.csv")
SAMPLE_DESCRIPTION: Final = Path(__file__).with_name("survey.toml")
# Dân vận khéo: the article's models, then invented ones
SAMPLE_MODELS: Final = Path(__file__).with_name("models.csv")
SAMPLE_RESULTS: Final = Path(__file__).with_name("results.csv")
