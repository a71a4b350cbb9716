"""Words that may speak of a bribe or be a denunciation: a hint, for a leader to look first.

A denunciation has a law and a secrecy of its own (Luật Tố cáo); the app decides nothing.
"""

import re

from lib.survey.text import fold

# without accents, as people type them; each stands as words of its own
PHRASES = (
    "hoi lo", "dua tien", "doi tien", "vi tien", "voi tien", "voi vinh", "lot tay", "phong bi",
    "chung chi tien", "chung tien", "gui tien", "nhan tien", "nop them tien", "dua them tien",
    "goi y tien", "goi y boi duong", "tien boi duong", "boi duong them", "tien ca phe",
    "tien cafe", "tien nuoc cho can bo", "bieu xen", "quan he tien", "lam luat", "tieu cuc phi",
    "an tien", "an hoi lo", "tham nhung", "to cao", "don to cao", "bao ke", "cua quyen doi",
    "bribe", "bribery", "corruption",
)  # fmt: skip
# what turns one of them into its opposite or into something of every day
HARMLESS = re.compile(
    r"\b(?:khong|chua|ko|k|chang)(?: he| phai| ai| co| bi){0,2} "
    r"(?:doi|nhan|dua|voi|goi y|lay|nop them|an)(?: them)? (?:tien|boi duong)"
    r"|\b(?:giai quyet|tiep nhan|luat|quy trinh|thu tuc|don thu|khieu nai) to cao"
    r"|\bto cao va\b|\bkhieu nai,? to cao\b|\bphong chong tham nhung\b"
)
_SPOKEN = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(PHRASES, key=len, reverse=True)))})\b")


def hints(comment: str) -> bool:
    """Tell whether a comment's words may mean bribery or denunciation."""
    words = " ".join(re.findall(r"[\w,]+", fold(comment)))
    return _SPOKEN.search(HARMLESS.sub(" ", words)) is not None
