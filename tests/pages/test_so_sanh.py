"""So sánh, seen without a browser."""

import re


def _rows(html, table):
    body = re.search(rf"<caption[^>]*>{table}</caption>.*?<tbody>(.*?)</tbody>", html, re.S)
    return re.findall(r"<tr>.*?</tr>", body[1], re.S) if body else []


def _name(row):
    return re.search(r'scope="row"><a[^>]*>([^<]*)</a>', row)[1]


def test_communes_stand_in_the_order_of_their_names(sample, opened):
    names = [_name(row) for row in _rows(opened("so_sanh", ky="2022-Q4").html, "Theo xã")]
    assert names == [
        "Bảo Bình", "Lâm San", "Long Giao", "Nhân Nghĩa", "Sông Nhạn", "Sông Ray", "Thừa Đức",
        "Xuân Bảo", "Xuân Đông", "Xuân Đường", "Xuân Mỹ", "Xuân Quế", "Xuân Tây",
    ]  # fmt: skip


def test_the_commune_filter_chooses_the_rows(sample, opened):
    drawn = opened("so_sanh", ky="2022-Q4", xa=["xuan-tay", "song-ray"])
    assert [_name(row) for row in _rows(drawn.html, "Theo xã")] == ["Sông Ray", "Xuân Tây"]


def test_one_chosen_commune_stands_beside_all_the_others(sample, opened):
    alone = _rows(opened("so_sanh", xa="xuan-tay").html, "Theo xã")
    among = _rows(opened("so_sanh").html, "Theo xã")
    marks = [[sign for sign in row if sign in "▲▼"] for row in (*alone, among[-1])]
    assert [_name(row) for row in alone] == ["Xuân Tây"]
    assert marks[0] == marks[1] != []


def test_each_row_has_its_number_of_responses(sample, opened):
    xuan_tay = _rows(opened("so_sanh", ky="2022-Q4").html, "Theo xã")[-1]
    assert '<td class="x-n">226</td>' in xuan_tay


def test_a_cell_leads_to_its_question_and_commune(sample, opened):
    xuan_tay = _rows(opened("so_sanh", ky="2022-Q4").html, "Theo xã")[-1]
    assert re.search(r'href="/theo_cau_hoi\?ky=2022-Q4&amp;xa=xuan-tay&amp;cau=c1"', xuan_tay)


def test_the_question_filter_chooses_the_columns(sample, opened):
    drawn = opened("so_sanh", ky="2022", cau=["c2", "c10"])
    assert len(re.findall("<td", _rows(drawn.html, "Theo thời gian")[0])) == 1 + 2


def test_few_answers_are_marked_as_not_to_compare(small, opened):
    assert 'class="x-few"' in opened("so_sanh").html
