"""Words as XML can hold them: the one cleaner of everything that is written as docx or xlsx.

A respondent's phone sends what no document may contain, and one such character would cost the
office its whole paper.
"""

import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_words(words: str) -> str:
    """Return the words without control characters, halves of letters and what is no letter."""
    return _NOT_XML.sub("", words)
