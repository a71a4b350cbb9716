"""Sign-in of service accounts: keys given out, signed assertions checked, tokens that expire."""

import functools
import itertools
import time
from typing import Any

import google.auth.exceptions
import google.auth.jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

AUDIENCE = "https://oauth2.googleapis.com/token"  # of every assertion, wherever it is sent
WRITING = "https://www.googleapis.com/auth/spreadsheets"
GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
EMAIL = "app@khao-sat.iam.gserviceaccount.com"


@functools.cache
def _pair(number: int) -> tuple[str, str]:
    key = rsa.generate_private_key(65537, 2048)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return private.decode(), public.decode()


def account(token_uri: str, email: str = EMAIL, key: int = 0) -> dict[str, str]:
    """Return a service account as Google hands it out; only key 0 is known to the server."""
    return {
        "type": "service_account",
        "project_id": "khao-sat",
        "private_key_id": f"k{key}",
        "private_key": _pair(key)[0],
        "client_email": email,
        "client_id": "1",
        "token_uri": token_uri,
    }


class Tokens:
    """Access tokens given out, and the scopes that each was asked for."""

    def __init__(self) -> None:
        """Begin with none."""
        self.scopes: list[str] = []
        self._emails: dict[str, str] = {}
        self._writing: set[str] = set()
        self._numbers = itertools.count(1)

    def grant(self, form: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        """Answer a token request: an RS256 assertion signed with a known key, not too old."""
        try:
            if form.get("grant_type") != [GRANT]:
                raise ValueError("unsupported grant")
            claims = google.auth.jwt.decode(form["assertion"][0], _pair(0)[1], audience=AUDIENCE)
        except (ValueError, KeyError, google.auth.exceptions.GoogleAuthError):
            refusal = {"error": "invalid_grant", "error_description": "Invalid JWT Signature."}
            return 400, refusal
        token = f"ya29.{next(self._numbers)}.{time.monotonic_ns():x}"
        self._emails[token] = claims["iss"]
        self.scopes.append(claims["scope"])
        if WRITING in claims["scope"].split():
            self._writing.add(token)
        return 200, {"access_token": token, "expires_in": 3599, "token_type": "Bearer"}

    def holder(self, authorization: str) -> str | None:
        """Return the account that an Authorization header proves; None if it does not."""
        return self._emails.get(authorization.removeprefix("Bearer "))

    def may_write(self, authorization: str) -> bool:
        """Tell whether the token was asked for in order to write, too."""
        return authorization.removeprefix("Bearer ") in self._writing

    def expire(self) -> None:
        """End every token now, as Google does after an hour."""
        self._emails.clear()
