import datetime as dt

import pytest

from lib.movement.model_rows import question_ids_in_text
from lib.movement.register_choices import (
    ModelKind,
    ModelOwner,
    ModelSector,
    ModelState,
    RecognitionLevel,
)
from tests.lib.movement.registers import CAMERA, MODELS, models, refused, register

WHOLE = (
    *("STT", "Tên mô hình", "Loại", "Chủ thể", "Đơn vị thực hiện", "Địa bàn", "Lĩnh vực"),
    *("Cấp đăng ký", "Năm đăng ký", "Thời gian thực hiện", "Cấp công nhận", "Số quyết định, ngày"),
    *("Tình trạng", "Nhân rộng tới", "Câu hỏi khảo sát liên quan", "Địa bàn ưu tiên"),
)


def test_a_whole_row_becomes_a_model():
    row = (1, "Camera an ninh", "Mô hình", "Tập thể", "Công an xã", "Ấp 2, xã Xuân Tây", "QP-AN",
           "Xã", 2022, "từ 03/2022 đến nay", "Huyện", "12/QĐ-UBND, 10/10/2022", "Nhân rộng",
           "Xã Xuân Đông; trường Lê Lợi", "c6, câu 7", "Nơi khó khăn")  # fmt: skip
    read = register(models(row, headers=WHOLE))
    model = read.models["camera-an-ninh"]
    assert (model.kind, model.owner, model.sector, model.state) == (
        ModelKind.MODEL, ModelOwner.GROUP, ModelSector.DEFENCE, ModelState.REPLICATED,
    )  # fmt: skip
    assert (model.registered_with, model.level) == (
        RecognitionLevel.COMMUNE,
        RecognitionLevel.DISTRICT,
    )
    assert (model.year, model.since, model.until) == (2022, dt.date(2022, 3, 1), None)
    assert [place.code for place in model.communes] == ["xuan-tay"]
    assert model.replicated_to == ("Xã Xuân Đông", "trường Lê Lợi")
    assert [place.code for place in model.replicated_communes] == ["xuan-dong"]
    assert (model.questions, model.priority) == (("c6", "c7"), "Nơi khó khăn")
    assert read.unread == ()


def test_what_is_not_stated_is_empty_and_no_mistake():
    read = register(models(("Camera", "-", "", "chưa có", "không nêu")))
    model = read.models["camera"]
    assert (model.unit, model.communes, model.sector, model.state, model.year, model.begun) == (
        "", (), None, None, None, None,
    )  # fmt: skip
    assert read.unread == ()


@pytest.mark.parametrize(
    ("at", "text"), [(2, "Xã Không Có"), (3, "Thể thao"), (4, "Đang suy nghĩ")]
)
def test_a_word_that_nobody_knows_is_listed_and_the_model_stays(at, text):
    row = tuple(text if place == at else cell for place, cell in enumerate(CAMERA))
    read = register(models(row))
    assert list(read.models) == ["camera"]
    assert refused(read) == [("Mô hình", 2, MODELS[at], text)]


def test_an_unreadable_year_is_listed():
    read = register(models((*CAMERA, "năm ngoái"), headers=(*MODELS, "Năm đăng ký")))
    assert refused(read) == [("Mô hình", 2, "Năm đăng ký", "năm ngoái")]


def test_a_row_without_a_name_is_listed():
    read = register(models(("", *CAMERA[1:])))
    assert (read.models, refused(read)) == ({}, [("Mô hình", 2, "Tên mô hình", "")])


def test_of_two_models_with_one_name_the_first_keeps_its_code_and_the_second_is_listed():
    read = register(
        models(CAMERA, ("Camera", "Đoàn xã", *CAMERA[2:]), ("camera", "Đoàn xã", *CAMERA[2:]))
    )
    assert list(read.models) == ["camera", "camera-doan-xa", "camera-doan-xa-2"]
    assert [row for _, row, _, _ in refused(read)] == [3, 4]
    assert [notice.code for notice in read.notices] == ["same_name", "same_name"]


def test_codes_of_their_own_tell_two_models_of_one_name_apart():
    read = register(models((*CAMERA, "CA-1"), (*CAMERA, "CA-2"), headers=(*MODELS, "Mã")))
    assert (list(read.models), read.unread) == (["ca-1", "ca-2"], ())


@pytest.mark.parametrize("place", ["", "Toàn xã", "Ấp 3"])
def test_without_a_commune_in_its_place_the_units_name_says_where(place):
    read = register(models(("Nuôi dê", "Hội Nông dân xã Sông Ray", place)))
    [model] = read.models.values()
    assert ([one.code for one in model.communes], read.unread) == (["song-ray"], ())


def test_a_place_is_of_the_day_of_its_start_and_followed_to_today():
    headers = (*MODELS, "Năm đăng ký")
    old, new = (*CAMERA, 2023), ("Kẻng", "", "Xã Xuân Đông", "", "", 2026)
    read = register(models(old, new, headers=headers), today=dt.date(2026, 11, 1))
    found = [[p.code for p in (*m.communes, *m.communes_today)] for m in read.models.values()]
    assert found == [["xuan-tay", "xuan-dong-2025"], ["xuan-dong-2025"] * 2]


def test_without_a_start_the_day_of_the_source_counts():
    row = ("Camera", "", "Huyện Cẩm Mỹ", "", "", "Bài báo ngày 10/02/2023")
    read = register(models(row, headers=(*MODELS, "Nguồn")), today=dt.date(2026, 11, 1))
    [model] = read.models.values()
    assert (len(model.communes), len(model.communes_today), model.everywhere) == (13, 6, True)


def test_datasets_keep_their_names_and_short_codes():
    rows = [("A", "", "", "", "", "Bài báo"), ("B", "", "", "", "", "Ví dụ")]
    read = register(models(*rows, headers=(*MODELS, "Bộ dữ liệu")))
    assert [(one.code, one.name) for one in read.datasets] == [
        ("bai-bao", "Bài báo"), ("vi-du", "Ví dụ"),
    ]  # fmt: skip
    assert [model.dataset for model in read.models.values()] == ["bai-bao", "vi-du"]


@pytest.mark.parametrize("text", ["c6, c7", "C6; câu 7", "câu 6, 7", "6/7", "c6 c7"])
def test_questions_are_named_as_people_write_them(text):
    assert question_ids_in_text(text) == ("c6", "c7")
