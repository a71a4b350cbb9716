"""Who is looking: in the sample the role one tries."""

from lib.roles import Role


def test_the_sample_is_shown_to_a_leader_at_first(sample, opened):
    drawn = opened("can_xu_ly", xa="xuan-tay", ky="2022-Q4")
    assert drawn.test.sidebar.selectbox(key="role").value is Role.LEADER
    assert "<article" in drawn.html


def test_a_viewer_of_the_sample_sees_what_a_viewer_would(sample, opened):
    drawn = opened("can_xu_ly", xa="xuan-tay", ky="2022-Q4")
    drawn.test.sidebar.selectbox(key="role").set_value(Role.VIEWER).run()
    assert "<article" not in drawn.html
    assert "Ở đây chỉ hiển thị số tổng hợp" in drawn.text


def test_nobody_chooses_a_role_over_real_responses(small, opened):
    assert not [box for box in opened().test.sidebar.selectbox if box.key == "role"]
