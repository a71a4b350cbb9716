"""Whether agreement praises: of a row in a grid the row is the statement that one agrees with."""

import re

from lib.survey.model.statement_direction import statement_is_good, statement_signs
from lib.survey.recognise.question_grids import split_grid_header

# "(1: không đồng ý – 5: đồng ý)" tells of the scale, not of what is stated.
_SCALE = re.compile(r"\([^()]*(?:\d|đồng ý|agree)[^()]*\)", re.IGNORECASE)


def agreement_praises(header: str) -> bool | None:
    """Return whether agreeing with what a header states praises; None where it is not certain.

    What stands above the rows of a grid may turn them all round, where it judges itself.
    """
    stem, row = split_grid_header(_SCALE.sub("", header).strip())
    if not row:
        return statement_is_good(stem)
    return None if statement_signs(stem) else statement_is_good(row)
