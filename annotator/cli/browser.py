"""The reader in a browser: textual-serve's server with a door, its own page, and no shell.

One process of `annotator` runs for each tab. A door stands before every request: another site's
page must not reach the reader through the person's own browser, and where a token is set, nobody
without it gets in. The page loads nothing from anywhere else.
"""

import asyncio
import hashlib
import hmac
import html
import ipaddress
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Middleware
from textual_serve.app_service import AppService
from textual_serve.server import Server

_PAGE = Template(Path(__file__).with_name("browser.html").read_text("utf-8"))
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_PATIENCE = 10.0
"""Seconds that a tab's process has for its end, once asked."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Door:
    """Lets a request in or answers 403.

    With a token, `?token=` opens the door once: it is answered with a cookie that holds its hash,
    and the address without it. Comparisons take the same time whatever is wrong.
    """

    def __init__(self, host: str, port: int, token: str | None) -> None:
        self._host = host
        self._cookie = f"annotator-{port}"
        self._hash = None if token is None else _hash(token)

    def middleware(self) -> Middleware:
        """The door as aiohttp wants it."""

        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            self._check_site(request)
            if self._hash is None or _same(request.cookies.get(self._cookie, ""), self._hash):
                return await handler(request)
            if not _same(_hash(request.query.get("token", "")), self._hash):
                raise web.HTTPForbidden(text="This reader needs its token: add ?token=... once.\n")
            entered = web.HTTPSeeOther(request.rel_url.without_query_params("token"))
            entered.headers.update(_HEADERS)
            entered.set_cookie(
                self._cookie, self._hash, httponly=True, samesite="Lax", secure=request.secure
            )
            return entered

        return guard

    def _check_site(self, request: web.Request) -> None:
        """Refuse another site's page, and a foreign name that was made to mean this machine."""
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="Another site's page may not use this reader.\n")
        name = urlsplit(f"//{request.host}").hostname or ""
        if is_loopback(self._host) and not is_loopback(name):
            raise web.HTTPForbidden(text="This reader is for this machine only.\n")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), wanted.encode())


class Tab(AppService):
    """The process behind one browser tab, started from a list of words without a shell."""

    def __init__(self, words: Sequence[str], socket: web.WebSocketResponse, server: Server) -> None:
        super().__init__(
            "",
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=lambda: _close(socket),
            download_manager=server.download_manager,
        )
        self._words = words

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = self._build_environment(width, height)
        self._process = await asyncio.create_subprocess_exec(
            *self._words, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment
        )
        self._stdin = self._process.stdin
        return self._process

    async def end(self) -> None:
        """Ask the process to end, and see that it does."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await self.stop()
                if self._process is not None:
                    await self._process.wait()
        except TimeoutError:
            if self._process is not None:
                self._process.kill()


class Browser(Server):
    """Serves `words`, a command that runs a Textual app, to browsers that the door lets in."""

    def __init__(
        self,
        words: Sequence[str],
        title: str,
        host: str,
        port: int,
        token: str | None,
        started: Callable[[], None],
    ) -> None:
        super().__init__("", host=host, port=port, title=title)
        self._words = words
        self._door = Door(host, port, token)
        self._started = started
        self._sockets: set[web.WebSocketResponse] = set()

    def serve(self, debug: bool = False) -> None:
        """Serve until interrupted or terminated. Raises OSError when the address is not free."""
        web.run_app(
            self._make_app(),
            host=self.host,
            port=self.port,
            print=lambda *_: self._started(),
            access_log=None,
            shutdown_timeout=_PATIENCE,
        )

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._door.middleware())
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing yet: `started` is called once the address is ours."""

    async def on_shutdown(self, app: web.Application) -> None:
        """Close every tab, so that its process saves and ends."""
        await asyncio.gather(*(socket.close() for socket in self._sockets))

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page with the terminal in it."""
        size = request.query.get("fontsize", "16")
        page = _PAGE.substitute(
            title=html.escape(self.title), font_size=size if size.isdecimal() else "16"
        )
        return web.Response(text=page, content_type="text/html", headers=_HEADERS)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run a tab's process for as long as its socket is open."""
        socket = web.WebSocketResponse(heartbeat=15)
        await socket.prepare(request)
        self._sockets.add(socket)
        tab = Tab(self._words, socket, self)
        try:
            await tab.start(_cells(request, "width", 80), _cells(request, "height", 24))
            await self._process_messages(socket, tab)
        finally:
            self._sockets.discard(socket)
            await tab.end()
            await socket.close()
        return socket


async def _close(socket: web.WebSocketResponse) -> None:
    await socket.close()


def _cells(request: web.Request, name: str, usual: int) -> int:
    given = request.query.get(name, "")
    return min(int(given), 1000) if given.isdecimal() else usual
