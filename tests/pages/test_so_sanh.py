"""So sánh, seen without a browser."""

import re

import pytest


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
    assert len(re.findall("<td", _rows(drawn.html, "Theo thời gian")[0])) == 2 + 2


def test_few_answers_are_marked_as_not_to_compare(small, opened):
    assert 'class="x-few"' in opened("so_sanh").html


def _heads(html):
    head = re.search(r"<caption[^>]*>Theo xã</caption>.*?<thead>(.*?)</thead>", html, re.S)[1]
    return [html_words(each) for each in re.findall(r"<th.*?</th>", head, re.S)]


def html_words(markup):
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def test_the_overall_rate_stands_before_the_questions(sample, opened):
    assert _heads(opened("so_sanh", ky="2022-Q4").html)[1:3] == ["Số phiếu", "Chung"]


def test_rows_are_ordered_by_any_column_the_lowest_or_the_highest_first(sample, opened):
    def overall(**query):
        rows = _rows(opened("so_sanh", ky="2022-Q4", **query).html, "Theo xã")
        cells = [re.findall(r"<td.*?</td>", row, re.S)[1] for row in rows]
        return [
            float(html_words(c).split()[0].replace(",", ".")) for c in cells if "x-none" not in c
        ]

    by_name = overall()
    assert overall(xep="chung") == sorted(by_name) != by_name
    assert overall(xep="-chung") == sorted(by_name, reverse=True)


def test_an_order_by_a_column_that_does_not_exist_is_said_and_is_that_of_names(sample, opened):
    drawn = opened("so_sanh", ky="2022-Q4", xep="-c99")
    assert "không có ở đây: “-c99”" in drawn.text
    assert _name(_rows(drawn.html, "Theo xã")[0]) == "Bảo Bình"


def test_a_table_that_does_not_exist_is_said_and_is_that_of_rates(sample, opened):
    drawn = opened("so_sanh", ky="2022-Q4", bang="cheoo")
    assert "không có ở đây: “cheoo”" in drawn.text
    assert _rows(drawn.html, "Theo xã")


@pytest.mark.parametrize("known", [{"xep": "-N"}, {"xep": "c2", "cau": "c1"}, {"bang": "Ty-Le"}])
def test_what_a_link_names_and_exists_is_not_called_unknown(sample, opened, known):
    assert "không có ở đây" not in opened("so_sanh", ky="2022-Q4", **known).text


def test_the_rows_are_whatever_somebody_chooses(sample, opened):
    drawn = opened("so_sanh", theo="linh_vuc")
    assert "Đất đai" in [_name(row) for row in _rows(drawn.html, "Theo lĩnh vực")]
    assert _rows(drawn.html, "Theo xã") == []


def test_rows_that_the_link_names_and_do_not_exist_are_said(sample, opened):
    assert "“c99”" in opened("so_sanh", theo="c99").text


def test_hamlets_of_one_name_are_told_apart_by_their_communes(sample, opened):
    drawn = opened("so_sanh", bang="cheo", cau="c1", theo="ap")
    names = re.findall(r'<th scope="row"><a[^>]*>([^<]*)</a>', drawn.html)
    assert len(names) == len(set(names)) > 20
