"""Words that may speak of a bribe or be a denunciation: a hint, for a leader to look first.

A denunciation has a law and a secrecy of its own (Luật Tố cáo); the app decides nothing, and
holds what is in doubt. People leave accents out, all or some: a word fits where it lacks
accents, never where it bears others ("đợi tiền" is not "đòi tiền").
"""

import itertools
import re
import unicodedata
from collections.abc import Iterable

from lib.survey.model.vietnamese_text import spelling_key

_SUM = (
    r"(?:\d[\d ]*|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|mấy) )"
    r"(?:k|trăm|chục|nghìn|ngàn|triệu|tr|đồng|đ|củ|lít)\b"
)
_MONEY = rf"(?:thêm )?(?:tiền|{_SUM})"
# what people give, or have to
_GIVEN = (
    rf"(?:đưa|nộp thêm|kẹp|nhét|dúi|biếu|chi thêm) {_MONEY}", "lót tay", "phong bì", "phong bao",
    "bồi dưỡng", "chung chi", "chung tiền", "gửi tiền", "hối lộ", "biếu xén", "tiền cà phê",
    "tiền cafe", "tiền trà nước", "tiền nước cho cán bộ", "bôi trơn", "lo lót", "chạy chọt",
)  # fmt: skip
# what officials take or do, and words of the law
_TAKEN = (
    rf"(?:đòi|vòi|gợi ý|xin) {_MONEY}", "vòi vĩnh", "nhận tiền", "nhận hối lộ", "ăn tiền",
    "ăn hối lộ", "ăn chặn", "làm luật", "tiêu cực phí", "tham nhũng", "nhũng nhiễu", "tố cáo",
    "tố giác", "bảo kê", "cò mồi", "quan hệ tiền", "cửa quyền đòi", "làm (?:việc )?vì tiền",
    "bribes?", "bribery", "corrupt(?:ion)?",
)  # fmt: skip
# the same words about something of every day
_OFFICE = "(?:thủ tục|quy trình|luật|lĩnh vực|công tác|quy định)(?: về)?"
_HANDLING = "(?: giải quyết| tiếp nhận| xử lý)?(?: đơn)?(?: thư)?(?: khiếu nại)?(?: ,)?(?: và)?"
_PAYMENTS = (
    "trợ cấp", "hỗ trợ", "lương", "hưu", "bồi thường", "đền bù", "chế độ", "bảo hiểm", "bảo trợ",
    "mai táng", "cứu trợ", "an sinh", "người có công", "thừa", "thối",
)  # fmt: skip
_LEARNT = (
    "nghiệp vụ", "chuyên môn", "kỹ năng", "kiến thức", "trình độ", "đạo đức", "chính trị",
    "sức khỏe", "tin học", "pháp luật",
)  # fmt: skip
_ELSEWHERE = (
    f"{_OFFICE}{_HANDLING} tố cáo",
    "(?:phòng )?(?:, )?chống tham nhũng",
    f"nhận tiền (?:{'|'.join(_PAYMENTS)})",
    "gửi tiền (?:qua bưu|qua ngân|vào|tiết kiệm|ngân hàng)",
    "phong bì (?:(?:đựng )?(?:hồ sơ|giấy|thư|công văn|kết quả)|bị rách|trả kết quả)",
    "(?:đào tạo|tập huấn|lớp|khóa)(?: ,| và)? bồi dưỡng",
    f"bồi dưỡng (?:thêm )?(?:về )?(?:{'|'.join(_LEARNT)})",
)
# not after “if”, “whoever” and “cannot”: “ai không đưa tiền”, “không thể không đưa tiền”
_NOT = (
    "(?<!nếu )(?<!hễ )(?<!ai )(?<!ai mà )(?<!thể )"
    "(?:không|ko|kg|kh|hk|k|hổng|hông|chưa|chẳng|chả|đâu)"
    "(?: hề| phải| ai| có| bị| còn| thấy| từng| bao giờ| cần| được| nghe| nhận| đưa| tiền){0,4}"
)
_OR = r"(?: ,| hay| hoặc| và)?(?: (?:không|chưa|chẳng))?"
_THEN = r" (?:\w+ )*?(?:thì|mới)\b"  # in the same clause: without it, nothing
_NOTHING = (
    r" (?:\w+ )*?bị\b|(?: ,)?(?: là| nên)? (?:không|ko|chưa|chẳng|chả) "
    r"(?:ai |được )?(?:giải quyết|làm|xử lý|tiếp nhận|nhận hồ sơ|trả|xong|cho|được|ký)\b"
)


def _letter(letter: str) -> str:
    plain, *accents = list(unicodedata.normalize("NFD", letter))
    some = (itertools.combinations(accents, n) for n in range(len(accents) + 1))
    forms = {unicodedata.normalize("NFC", plain + "".join(kept)) for kept in itertools.chain(*some)}
    forms |= {"d"} if letter == "đ" else set()
    return f"[{''.join(sorted(forms))}]" if len(forms) > 1 else letter


def _pattern(text: str) -> re.Pattern[str]:
    """Return a pattern whose accented letters fit also where accents are missing."""
    return re.compile("".join(map(_letter, text)))


def _any(patterns: Iterable[str]) -> str:
    return rf"\b(?:{'|'.join(patterns)})\b"


_MARKS = {":": ",", "(": ",", ")": ",", ";": ".", "!": ".", "?": "."}
_EITHER = _any((*_GIVEN, *_TAKEN))
_SPOKEN = _pattern(_EITHER)
_HARMLESS = (
    _pattern(_any(_ELSEWHERE)),
    _pattern(rf"\b{_NOT} {_any(_GIVEN)}(?!{_THEN}|{_NOTHING})(?:{_OR} {_EITHER})*"),
    _pattern(rf"\b{_NOT} {_any(_TAKEN)}(?!{_THEN})(?:{_OR} {_EITHER})*"),
)


def hints_denunciation(comment: str) -> bool:
    """Tell whether a comment's words may mean bribery or denunciation."""
    words = _words(comment)
    if not _SPOKEN.search(words):
        return False
    for harmless in _HARMLESS:
        words = harmless.sub(" . ", words)
    return _SPOKEN.search(words) is not None


def _words(comment: str) -> str:
    """Return the words in one spelling; marks are a comma or a full stop apart."""
    whole = re.sub(r"(?<=\d)[.,](?=\d)", "", spelling_key(comment.replace("\n", " . ")))
    return " ".join(_MARKS.get(part, part) for part in re.findall(r"\w+|[.,;:!?()]", whole))
