"""Words of respondents, of registers and sheets in labels, which Streamlit reads as Markdown.

Labels of fields, also hidden ones, of buttons and of choices side by side are; what stands in
a list of options is not.
"""

import re

_MARKS = re.compile(r"[!#$&*+\-.:<=>@\[\\\]^_`{|}~]")
# what is found in words whatever stands before it: codes of emojis and icons, addresses
_FOUND = re.compile(r":(?=[\w/])|@|www(?=\.)", re.IGNORECASE)
_UNSEEN = "\N{WORD JOINER}"


def plain_label(words: str) -> str:
    """Return Markdown that shows these words as they are, in one line."""
    line = _FOUND.sub(rf"\g<0>{_UNSEEN}", " ".join(words.split()))
    return _MARKS.sub(r"\\\g<0>", line)
