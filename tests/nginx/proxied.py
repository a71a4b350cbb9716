"""The office's nginx on free ports of loopback, by the very file that stands under tools/server."""

import contextlib
import datetime as dt
import http.client
import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.running import ROOT, free_port, wait_for

SITE, NAME = ROOT / "tools" / "server" / "nginx.conf", "khaosat.example.gov.vn"
FRAME = """
daemon off;
master_process off;
pid nginx.pid;
error_log nginx.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  {site}
}}
"""


def nginx_program() -> str | None:
    """Return where nginx is, None where it is not installed."""
    return shutil.which("nginx") or shutil.which("/usr/sbin/nginx")


class Proxied:
    """A browser's way to the app: by name, through https."""

    def __init__(self, plain: int, secure: int, certificate: Path) -> None:
        self.plain, self.secure = plain, secure
        self.trusting = ssl.create_default_context(cafile=str(certificate))

    def socket(self) -> socket.socket:
        """Return a connection to the server, on which nothing is said yet."""
        return socket.create_connection(("127.0.0.1", self.secure), timeout=20)

    def ask(
        self, method: str, path: str, body: bytes = b"", **headers: str
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Return status, headers and body of an answer."""
        asked = http.client.HTTPConnection(NAME)
        asked.sock = self.trusting.wrap_socket(self.socket(), server_hostname=NAME)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with contextlib.closing(asked):
            with contextlib.suppress(ConnectionError):  # refused before the body was read
                asked.request(method, path, body, named)
            answer = asked.getresponse()
            return answer.status, answer.headers, answer.read()


@contextlib.contextmanager
def proxied(program: str, folder: Path, app: str) -> Iterator[Proxied]:
    """Run nginx before the app at this address."""
    plain, secure = free_port(), free_port()
    certificate, key = _certified(folder)
    changed = {
        r"listen 80;": f"listen 127.0.0.1:{plain};",
        r"listen 443 ": f"listen 127.0.0.1:{secure} ",
        r"127\.0\.0\.1:8501": urlsplit(app).netloc,
        r"/etc/letsencrypt/\S+/fullchain\.pem": str(certificate),
        r"/etc/letsencrypt/\S+/privkey\.pem": str(key),
    }
    site = SITE.read_text(encoding="utf-8")
    for asked, given in changed.items():
        site, times = re.subn(asked, given, site)
        assert times, asked
    (folder / "nginx.conf").write_text(FRAME.format(site=site), encoding="utf-8")
    command = [program, "-p", str(folder), "-e", "nginx.log", "-c", "nginx.conf"]
    with subprocess.Popen(command) as nginx:
        try:
            wait_for(lambda: nginx.poll() is not None or _listens(secure), "nginx")
            assert nginx.poll() is None, (folder / "nginx.log").read_text()
            yield Proxied(plain, secure, certificate)
        finally:
            nginx.terminate()


def _listens(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def _certified(folder: Path) -> tuple[Path, Path]:
    """Make a certificate of the office's name that signs itself, and its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), dt.datetime.now(dt.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(pem))
    kind, open_ = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(pem, kind, open_))
    return folder / "certificate.pem", folder / "key.pem"
