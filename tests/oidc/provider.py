"""The provider: it approves whoever it is told to, and checks what a real one would."""

import base64
import hashlib
import secrets
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlencode

from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT_ID, CLIENT_SECRET = "survey-explorer", "a-secret-of-the-test"
COOKIE_SECRET = "0123456789abcdef" * 4

Claims = Mapping[str, Any]


def person(mail: str, **more: object) -> dict[str, object]:
    """Return the claims of somebody whose address the provider verified."""
    return {"sub": f"sub-{mail}", "email": mail, "email_verified": True} | more


class Provider:
    """Signs in `next_person`; `ago` is how many seconds ago that person did so."""

    def __init__(self) -> None:
        """Know nobody yet; `url` is set by whoever serves the app."""
        self.url = ""
        self.next_person: Claims | None = None  # None: refuses
        self.ago = 0
        self.signed_out = 0  # how often somebody was sent here to sign out
        self._codes: dict[str, dict[str, Any]] = {}
        self._key = RSAKey.generate_key(2048, {"kid": "test", "use": "sig", "alg": "RS256"})
        routes = (
            Route("/.well-known/openid-configuration", self._configuration),
            Route("/authorize", self._authorize),
            Route("/token", self._token, methods=["POST"]),
            Route("/keys", lambda _: JSONResponse({"keys": [self._key.as_dict(private=False)]})),
            Route("/sign-out", self._sign_out),
        )
        self.app = Starlette(routes=routes)

    def secrets(self, roles: str) -> str:
        """Return a secrets file for an app on this machine that signs in here."""
        told = {
            "redirect_uri": "http://127.0.0.1:{port}/oauth2callback",
            "cookie_secret": COOKIE_SECRET,
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "server_metadata_url": f"{self.url}/.well-known/openid-configuration",
        }
        lines = "".join(f'{name} = "{value}"\n' for name, value in told.items())
        return f"[auth]\n{lines}\n[roles]\n{roles}"

    def _configuration(self, _: Request) -> Response:
        ends = {
            "authorization_endpoint": "/authorize",
            "token_endpoint": "/token",
            "jwks_uri": "/keys",
            "end_session_endpoint": "/sign-out",
        }
        told = {name: self.url + path for name, path in ends.items()}
        more = {
            "issuer": self.url,
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }
        return JSONResponse(told | more)

    def _authorize(self, request: Request) -> Response:
        asked = request.query_params
        if asked["client_id"] != CLIENT_ID or "openid" not in asked["scope"].split():
            return Response("not a client of ours", 400)
        answer = {"state": asked["state"]}
        if self.next_person is None:
            answer["error"] = "access_denied"
        else:
            answer["code"] = secrets.token_urlsafe(16)
            self._codes[answer["code"]] = {**asked, "claims": dict(self.next_person)}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(answer)}", 302)

    async def _token(self, request: Request) -> Response:
        form = {name: value[0] for name, value in parse_qs((await request.body()).decode()).items()}
        asked = self._codes.pop(form.get("code", ""), None)
        basic = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        known = request.headers.get("authorization") == f"Basic {basic}"
        if not known or asked is None or not _proves(asked, form):
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = asked["claims"] | {
            "iss": self.url,
            "aud": CLIENT_ID,
            "iat": now - self.ago,
            "exp": now + 3600,
            "nonce": asked["nonce"],
        }
        token = jwt.encode({"alg": "RS256", "kid": "test"}, claims, self._key)
        return JSONResponse(
            {"id_token": token, "access_token": secrets.token_hex(8), "token_type": "Bearer"}
        )

    def _sign_out(self, request: Request) -> Response:
        self.signed_out += 1
        return RedirectResponse(request.query_params["post_logout_redirect_uri"], 302)


def _proves(asked: Claims, form: Mapping[str, str]) -> bool:
    """Tell whether who comes with the code is who asked for it (PKCE)."""
    digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    same = form.get("redirect_uri") == asked["redirect_uri"]
    return same and asked.get("code_challenge") == challenge
