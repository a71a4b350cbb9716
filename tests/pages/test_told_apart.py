"""What a list offers has names that can be told apart."""

import pytest

from tests import small_form

TIME, ATTITUDE, WAITING, COMMUNE, _, COMMENT = small_form.HEADER
WHERE = "tại Bộ phận Một cửa của Ủy ban nhân dân"


@pytest.fixture
def alike(office, tmp_path):
    """An office whose communes have hamlets of one name, whose questions begin alike."""
    asked = [f"Ông/Bà có hài lòng về thái độ công chức {WHERE} {who} không?" for who in "ABC"]
    header = [TIME, *asked, COMMUNE, "Ông/Bà ở ấp nào?"]
    rows = [
        [time, *["Hài lòng"] * 3, f"Xã {commune}", f"Ấp {hamlet}"]
        for (time, *_), commune, hamlet in zip(
            small_form.rows(n=24)[1:],
            ["Xuân Tây", "Sông Ray"] * 12,
            [1, 1, 2, 2] * 6,
            strict=True,
        )
    ]
    office(SURVEY_FILE=str(small_form.write(tmp_path / "alike.csv", [header, *rows])))


def test_hamlets_of_one_name_bear_their_communes_names(alike, opened):
    drawn = opened(xa=["xuan-tay", "song-ray"], ap="xuan-tay.ap-1")
    hamlets = drawn.test.multiselect(key="filter_ap")
    assert sorted(hamlets.options) == [
        f"Ấp {n} – {commune}" for n in (1, 2) for commune in ("Sông Ray", "Xuân Tây")
    ]
    assert "Ấp 1 – Xuân Tây" in drawn.text


def test_a_hamlet_of_a_name_of_its_own_bears_nothing_more(sample, opened):
    options = opened(xa="xuan-tay").test.multiselect(key="filter_ap").options
    assert [name for name in options if "–" in name] == []


def test_questions_that_begin_alike_have_different_short_names(alike, opened):
    names = opened("theo_cau_hoi").test.selectbox(key="shown_question").options
    assert [name[-3:] for name in names[:3]] == ["… A", "… B", "… C"]
