"""The page where one enters a name and a PIN: plain HTML, for phones, keyboards, any browser."""

from markupsafe import Markup

from lib.wording import current_language, gettext

PIN_PATH = "/dang_nhap"
NAME_FIELD, PIN_FIELD, RETURN_FIELD = "ten", "pin", "ve"

_PAGE = Markup("""<!doctype html>
<html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<style>
body {{ margin: 0; background: #f3f6f9; color: #16202b; line-height: 1.5;
  font: 17px/1.5 "Source Sans", "Segoe UI", Roboto, "Noto Sans", sans-serif; }}
main {{ max-width: 24rem; margin: 8vh auto 2rem; padding: 1.5rem; background: #fff;
  border: 1px solid #c5cdd6; border-radius: 6px; }}
h1 {{ font-size: 1.5rem; margin: 0 0 .25rem; line-height: 1.2; }}
p {{ margin: .5rem 0; overflow-wrap: anywhere; }}
label {{ display: block; margin: 1rem 0 .25rem; font-weight: 600; }}
input, button {{ box-sizing: border-box; width: 100%; min-height: 48px; padding: .5rem .75rem;
  font: inherit; border: 1px solid #7b8794; border-radius: 6px; background: #fff; color: inherit; }}
button {{ margin-top: 1.25rem; border-color: #0b4f8a; background: #0b4f8a; color: #fff;
  font-weight: 600; cursor: pointer; }}
a {{ display: inline-block; padding: .6rem 0; color: #0b4f8a; }}
:focus-visible {{ outline: 3px solid #0b4f8a; outline-offset: 2px; }}
.said {{ padding: .6rem .8rem; border: 1px solid #8a1420; border-left-width: 6px;
  border-radius: 6px; background: #fdecec; color: #8a1420; }}
@media (max-width: 30rem) {{
  main {{ margin: 0; min-height: 100vh; border: 0; box-sizing: border-box; }} }}
</style></head><body><main><h1>{title}</h1>{said}{form}
<p><a href="{back}">{without}</a></p></main></body></html>
""")
_FORM = Markup("""
<form method="post" action=".{path}?lang={language}">
<label for="{name}">{name_words}</label>
<input id="{name}" name="{name}" value="{typed}" required maxlength="100" autocomplete="username"
 autocapitalize="words" spellcheck="false"{focus_name}>
<label for="{pin}">{pin_words}</label>
<input id="{pin}" name="{pin}" type="password" required maxlength="64" inputmode="numeric"
 autocomplete="current-password"{focus_pin}>
<input type="hidden" name="{return_field}" value="{back}">
<button>{title}</button></form>
<p>{forgotten}</p>""")


def pin_page_html(said: str, back: str, *, form: bool, typed: str = "") -> str:
    """Return the page; `said` is what went wrong, `back` where one came from, "" the first page.

    Without `form` there is nothing to fill in, for the reason that is said.
    """
    words = {"language": current_language(), "title": gettext("Sign in"), "back": back or "."}
    fields = _FORM.format(
        **words | {"back": back},
        path=PIN_PATH,
        name=NAME_FIELD,
        pin=PIN_FIELD,
        return_field=RETURN_FIELD,
        typed=typed,
        name_words=gettext("Name"),
        pin_words=gettext("PIN"),
        focus_name="" if typed else Markup(" autofocus"),
        focus_pin=Markup(" autofocus") if typed else "",
        forgotten=gettext("Forgotten your PIN? Whoever runs the app sets a new one."),
    )
    alert = Markup('<p class="said" role="alert">{}</p>').format(said) if said else ""
    without = gettext("See totals without signing in")
    return str(_PAGE.format(**words, said=alert, form=fields if form else "", without=without))
