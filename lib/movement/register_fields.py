"""What a column of the register holds, by its header as offices write it."""

import enum
import re

from lib.survey.model.lexicon import is_time_header
from lib.survey.model.vietnamese_text import clean_text, fold_accents
from lib.survey.recognise.personal_data import names_a_person


class RegisterField(enum.StrEnum):
    """What a column is for."""

    NUMBER = "number"  # STT
    STAMP = "stamp"  # a form's time of submission
    CONTACT = "contact"  # dropped when read
    CODE = "code"
    NAME = "name"
    KIND = "kind"
    OWNER = "owner"
    UNIT = "unit"  # who carries it out
    PLACE = "place"
    SECTOR = "sector"
    REGISTERED_WITH = "registered_with"
    YEAR = "year"
    TIME = "time"
    SINCE = "since"
    UNTIL = "until"
    CONTENT = "content"
    OUTCOME = "outcome"
    LEVEL = "level"
    RECOGNISED_BY = "recognised_by"
    DECISION = "decision"
    AWARD = "award"
    STATE = "state"
    REPLICATED = "replicated"
    PRIORITY = "priority"
    QUESTIONS = "questions"
    NOTE = "note"
    SOURCE = "source"
    DATASET = "dataset"
    INDICATOR = "indicator"
    VALUE = "value"
    QUALIFIER = "qualifier"  # bằng, hơn, khoảng
    MEASURE = "measure"  # đơn vị tính
    PERIOD = "period"
    WAY = "way"  # in the period, or lũy kế
    MEASURED = "measured"  # a figure of every model: number of people, money raised


_HEADERS = {
    RegisterField.NUMBER: "stt, tt, so tt, so thu tu, thu tu",
    RegisterField.CONTACT: "dau moi, dau moi lien he, nguoi lien he, lien he, nguoi phu "
    "trach, can bo phu "
    "trach, nguoi dang ky, nguoi khai, nguoi nhap, nguoi bao cao, nguoi lap, ho ten, ho va ten, "
    "so dien thoai, dien thoai, sdt, email, dia chi email, dia chi thu dien tu, nguoi dung dau",
    RegisterField.CODE: "ma, ma mo hinh, ma so, ma so mo hinh, ma mo hinh dien hinh",
    RegisterField.NAME: "ten, ten mo hinh, mo hinh, ten dien hinh, mo hinh dan van kheo, ten "
    "mo hinh dien "
    "hinh, mo hinh dien hinh, ten goi, ten goi mo hinh, dien hinh dan van kheo, ten mh",
    RegisterField.KIND: "loai, loai mo hinh, loai hinh, phan loai, loai mo hinh dien hinh",
    RegisterField.OWNER: "chu the, chu the thuc hien, tap the ca nhan, loai chu the, hinh thuc",
    RegisterField.UNIT: "don vi thuc hien, don vi chu tri, co quan thuc hien, don vi dang "
    "ky, co quan don "
    "vi, co quan, don vi phu trach, don vi xay dung, tap the ca nhan thuc hien, co quan chu tri, "
    "don vi thuc hien mo hinh, ten don vi, ten tap the ca nhan, don vi dia phuong",
    RegisterField.PLACE: "dia ban, dia ban thuc hien, noi thuc hien, dia diem, dia phuong, "
    "xa, ap, xa "
    "phuong, ap xa, dia chi, xa thi tran, dia diem thuc hien, noi trien khai, pham vi, "
    "dia ban trien khai, xa phuong thi tran",
    RegisterField.SECTOR: "linh vuc, linh vuc dan van kheo, thuoc linh vuc, nhom linh vuc",
    RegisterField.REGISTERED_WITH: "cap dang ky, dang ky voi, dang ky cap",
    RegisterField.YEAR: "nam dang ky, nam, nam xay dung, nam trien khai, nam thuc hien, thoi "
    "gian dang ky",
    RegisterField.TIME: "thoi gian thuc hien, thoi gian, thoi gian trien khai, giai doan",
    RegisterField.SINCE: "bat dau, ngay bat dau, thoi gian bat dau, thoi diem bat dau, tu "
    "ngay, nam bat "
    "dau, tu nam, bat dau tu",
    RegisterField.UNTIL: "ket thuc, ngay ket thuc, thoi gian ket thuc, thoi diem ket thuc, "
    "den ngay, nam "
    "ket thuc, den nam",
    RegisterField.CONTENT: "noi dung, noi dung cach lam, cach lam, noi dung thuc hien, noi "
    "dung mo hinh, "
    "muc tieu, mo ta, cach thuc thuc hien, tom tat noi dung",
    RegisterField.OUTCOME: "ket qua, ket qua thuc hien, hieu qua, ket qua noi bat, ket qua "
    "dat duoc",
    RegisterField.LEVEL: "cap cong nhan, cong nhan cap, duoc cong nhan cap, muc cong nhan",
    RegisterField.RECOGNISED_BY: "co quan cong nhan, don vi cong nhan, cong nhan boi, noi "
    "cong nhan",
    RegisterField.DECISION: "so quyet dinh, quyet dinh, quyet dinh cong nhan, so quyet dinh "
    "ngay, so qd, "
    "qd cong nhan, so qd ngay, so ngay quyet dinh",
    RegisterField.AWARD: "hinh thuc khen, khen thuong, hinh thuc khen thuong",
    RegisterField.STATE: "tinh trang, trang thai, hien trang, tinh trang hien nay, tinh hinh",
    RegisterField.REPLICATED: "nhan rong toi, nhan rong, nhan rong tai, nhan rong den, don "
    "vi nhan rong, "
    "noi nhan rong, da nhan rong toi, da nhan rong tai, dia ban nhan rong",
    RegisterField.PRIORITY: "dia ban uu tien, uu tien, noi uu tien, dia ban kho khan, noi kho khan",
    RegisterField.QUESTIONS: "cau hoi khao sat lien quan, cau hoi khao sat, cau hoi lien quan",
    RegisterField.NOTE: "ghi chu, ghi chu khac",
    RegisterField.SOURCE: "nguon, nguon so lieu, nguon tai lieu, can cu, tai lieu, nguon thong tin",
    RegisterField.DATASET: "bo du lieu",
    RegisterField.INDICATOR: "chi tieu, ten chi tieu, chi so, noi dung chi tieu, chi tieu ket qua, "
    "chi tieu danh gia, tieu chi",
    RegisterField.VALUE: "gia tri, so lieu, so luong, ket qua so luong, gia tri dat duoc, tri so, "
    "gia tri ket qua, ket qua gia tri",
    RegisterField.QUALIFIER: "muc chinh xac, do chinh xac, bang hon khoang",
    RegisterField.MEASURE: "don vi tinh, dvt, don vi do",
    RegisterField.PERIOD: "ky, ky bao cao, ky so lieu, thoi ky, thoi diem, ky ket qua",
    RegisterField.WAY: "cach tinh, kieu so lieu, luy ke, trong ky luy ke",
    RegisterField.MEASURED: "so nguoi tham gia, so ho tham gia, so nguoi ho tham gia, kinh "
    "phi van dong, "
    "kinh phi, ngay cong, so ngay cong, dien tich hien dat, dien tich dat hien, hien dat, "
    "so luot nguoi tham gia, so tien van dong, tong kinh phi, kinh phi thuc hien",
}
_KNOWN = {header: field for field, headers in _HEADERS.items() for header in headers.split(", ")}
_LONGEST_FIRST = sorted((known for known in _KNOWN if " " in known), key=len, reverse=True)
_ASIDE = re.compile(r"\([^)]*\)?")
_NUMBERED = re.compile(r"^(?:\d{1,2}|[ivx]+|[a-z])\s*[.)]\s+")
_MEASURES = {
    "so nguoi tham gia": "người",
    "so luot nguoi tham gia": "lượt người",
    "so ho tham gia": "hộ",
    "ngay cong": "công",
    "so ngay cong": "công",
}


def field_for_header(header: str) -> RegisterField | None:
    """Return what a column is for; None where no office was known to write such a header.

    "Đơn vị", "Kết quả" and the like depend on the columns beside them: see `settled`.
    """
    plain = _plain(header)
    if is_time_header(header):
        return RegisterField.STAMP
    if plain in _KNOWN:
        return _KNOWN[plain]
    begun = (known for known in _LONGEST_FIRST if plain.startswith(f"{known} "))
    known = next(begun, None)
    if known:
        return _KNOWN[known]
    if plain == "don vi":
        return RegisterField.UNIT
    return RegisterField.CONTACT if names_a_person(header) else None


def settle_fields(
    recognised: dict[int, RegisterField], headers: dict[int, str]
) -> dict[int, RegisterField]:
    """Return the fields with those settled that depend on the columns beside them.

    In a table of results "Đơn vị" is what values are measured in, "Kết quả" the value,
    "Năm" and "Thời gian" the period.
    """
    fields = set(recognised.values())
    if RegisterField.INDICATOR not in fields:
        return recognised
    moved = {
        RegisterField.OUTCOME: RegisterField.VALUE,
        RegisterField.YEAR: RegisterField.PERIOD,
        RegisterField.TIME: RegisterField.PERIOD,
    }
    result = dict(recognised)
    for at, field in recognised.items():
        instead = moved.get(field)
        if field is RegisterField.UNIT and _plain(headers[at]) == "don vi":
            instead = RegisterField.MEASURE
        if instead and instead not in result.values():
            result[at] = instead
    return result


def unit_in_header(header: str) -> str:
    """Return the unit that a header states, in brackets or by what it counts; else ""."""
    stated = re.search(r"\(([^)]+)\)\s*$", header)
    return clean_text(stated[1]) if stated else _MEASURES.get(_plain(header), "")


def indicator_in_header(header: str) -> str:
    """Return what a header of figures counts, without its unit."""
    return clean_text(_ASIDE.sub("", header))


def _plain(header: str) -> str:
    words = re.sub(r"[\W_]+", " ", _NUMBERED.sub("", _ASIDE.sub(" ", fold_accents(header))))
    return " ".join(re.sub(r"\bva\b", " ", words).split())
