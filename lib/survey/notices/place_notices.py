"""What somebody should know about the communes that responses name."""

from collections.abc import Iterator

import numpy as np

from lib.survey.model.places import place_title
from lib.survey.model.survey_form import FormNotice
from lib.survey.responses import Responses
from lib.wording import mark


def merged_commune_notices(responses: Responses) -> Iterator[FormNotice]:
    """Yield a notice of the communes that the list of places counts with others by now."""
    named = responses.commune >= 0
    pairs = np.unique(np.stack([responses.commune[named], responses.commune_today[named]]), axis=1)
    moved = [
        (responses.communes[at], responses.today[today])
        for at, today in pairs.T.tolist()
        if responses.communes[at].code != responses.today[today].code
    ]
    if moved:
        places = "; ".join(
            f"{place_title(was, responses.communes)} → {place_title(now, responses.today)}"
            for was, now in moved
        )
        text = mark("After the merger these communes count with others: {places}")
        yield FormNotice("communes_merged", text, None, (("places", places),))
