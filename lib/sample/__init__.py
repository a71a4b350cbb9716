"""The bundled sample: invented responses in the shape of a Google Form's Sheet.

Nobody wrote them: lib/sample/make.py did, with a seeded generator. Only the counts of Xã Xuân
Tây in the fourth quarter of 2022 are real: they add up to the rates published for it.
"""

from pathlib import Path
from typing import Final

RESPONSES: Final = Path(__file__).with_name("responses.csv")
DESCRIPTION: Final = Path(__file__).with_name("survey.toml")
SENTENCES: Final = Path(__file__).with_name("comments.toml")  # what the comments are made of
MODELS: Final = Path(__file__).with_name("models.csv")  # Dân vận khéo: the article's, then invented
RESULTS: Final = Path(__file__).with_name("results.csv")
