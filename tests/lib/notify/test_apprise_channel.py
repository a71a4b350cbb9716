"""Addresses of channels: which are known, and what is never repeated."""

import pytest

from lib.errors import SettingError
from lib.notify.apprise_channel import open_channels
from lib.settings import NotifyRules

GMAIL = "mailtos://motcua.xuantay:abcdefghijklmnop@gmail.com?to=chutich@example.gov.vn"


@pytest.mark.parametrize("wrong", ["motcua:geheim@gmail.com", "mail://x:geheim@y", "mailto://"])
def test_a_wrong_address_is_named_by_its_place_and_never_repeated(wrong):
    with pytest.raises(SettingError) as caught:
        open_channels(NotifyRules((GMAIL, wrong), where="secrets.toml"))
    assert "[notify] urls" in str(caught.value)
    assert "mục 2" in str(caught.value)
    assert "geheim" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "url", [GMAIL, "tgram://123456789:abcdefghijklmnop_qrstuvwxyz/12315544", "json://127.0.0.1"]
)
def test_channels_of_many_kinds_are_known(url):
    assert len(open_channels(NotifyRules((url,)))) == 1


def test_a_text_of_several_lines_arrives_as_it_was_written(post):
    [channel] = open_channels(NotifyRules((post.url(),)))
    assert channel.send("Tiêu đề <b>", "Dòng một & <i>\n\nDòng hai: đủ dấu")
    assert post.titles == ["Tiêu đề <b>"]
    assert " ".join(post.texts[0].split()) == "Dòng một & <i> Dòng hai: đủ dấu"
    assert post.letters[0].get_content_type() == "text/plain"


def test_what_is_refused_is_not_said_to_be_accepted(post):
    [channel] = open_channels(NotifyRules((post.url(),)))
    post.refuses = True
    assert not channel.send("Tiêu đề", "Chữ")
    post.stop()
    assert not channel.send("Tiêu đề", "Chữ")
