from markupsafe import Markup

from lib.ui.pieces.markup import join_markup, page_href, page_link, tag


def test_what_respondents_wrote_is_never_markup():
    assert tag("p", "<script>x</script> & **y** {0}") == (
        "<p>&lt;script&gt;x&lt;/script&gt; &amp; **y** {0}</p>"
    )


def test_our_own_markup_stays_markup():
    assert tag("p", Markup("<b>1</b>"), " ", 2) == "<p><b>1</b> 2</p>"


def test_an_attributes_value_cannot_leave_its_quotes():
    assert tag("i", title='"><script>') == '<i title="&#34;&gt;&lt;script&gt;"></i>'


def test_attributes_bear_their_names_in_html():
    assert tag("i", class_="x", aria_hidden="true") == '<i class="x" aria-hidden="true"></i>'


def test_an_address_without_parameters_is_bare():
    assert (page_href("", {}), page_href("so_sanh", {})) == ("/", "/so_sanh")


def test_an_address_repeats_a_parameter_and_encodes_its_values():
    query = {"xa": ["xuan-tay", "bao-binh"], "ky": ["a&b=ấ"]}
    assert page_href("so_sanh", query) == "/so_sanh?xa=xuan-tay&xa=bao-binh&ky=a%26b%3D%E1%BA%A5"


def test_a_links_words_and_address_are_escaped():
    assert page_link("<b>", "", {"xa": ["a", "b"]}, title="n & m") == (
        '<a data-go href="/?xa=a&amp;xa=b" title="n &amp; m">&lt;b&gt;</a>'
    )


def test_pieces_are_joined_as_they_are():
    assert join_markup([Markup("<i></i>"), Markup("<b></b>")], " · ") == "<i></i> · <b></b>"
