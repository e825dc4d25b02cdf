"""`annotator serve`: where it listens, whom it lets in, and that a browser shows the reader."""

import asyncio
import contextlib
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from chromium import page
from shell import Shell

aiohttp = pytest.importorskip("aiohttp", reason="the extra [serve] is not installed")
pytest.importorskip("textual_serve", reason="the extra [serve] is not installed")

TOKEN = "träum süß & ?=%2F"


@dataclass(frozen=True)
class Served:
    """A running server: its process and its address on this machine."""

    process: "subprocess.Popen[str]"
    address: str

    @property
    def host(self) -> str:
        """Address and port as a Host header has them."""
        return self.address.removeprefix("http://").rstrip("/")


Serve = Callable[..., Served]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts servers, and ends them after the test as Ctrl+C would."""
    started: list[subprocess.Popen[str]] = []

    def start(corpus: Path, *words: str) -> Served:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "annotator", "serve", str(corpus), "--port", str(port)]
        process = subprocess.Popen(
            [*command, *words], cwd=tmp_path, stderr=subprocess.PIPE, text=True
        )
        started.append(process)
        assert process.stderr is not None
        assert str(port) in process.stderr.readline()
        return Served(process, f"http://127.0.0.1:{port}/")

    yield start
    for process in started:
        process.send_signal(signal.SIGINT)
        process.wait(30)
        assert process.stderr is not None
        process.stderr.close()


@contextlib.asynccontextmanager
async def client() -> Any:
    """An HTTP client that follows no redirect by itself."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        yield session


async def status(session: Any, address: str, **headers: str) -> int:
    """The status of one GET."""
    async with session.get(address, headers=headers, allow_redirects=False) as answer:
        return int(answer.status)


async def socket_status(session: Any, address: str, **headers: str) -> int:
    """The status of a websocket's handshake."""
    try:
        async with session.ws_connect(f"{address}ws", headers=headers):
            return 101
    except aiohttp.WSServerHandshakeError as refusal:
        return int(refusal.status)


async def first_bytes(session: Any, address: str) -> bytes:
    """The first thing the reader draws in a new tab."""
    async with session.ws_connect(f"{address}ws?width=80&height=24") as tab:
        message = await tab.receive(timeout=60)
        return bytes(message.data)


async def test_the_page_on_this_machine_loads_nothing_from_elsewhere(
    serve: Serve, corpus: Path
) -> None:
    served = serve(corpus)
    async with client() as session, session.get(served.address) as answer:
        text = await answer.text()
        rule = answer.headers["Content-Security-Policy"]
    links = re.findall(r"(?:src|href)=\"([^\"]*)\"|url\(\"([^\"]*)\"\)", text)
    assert len(links) >= 4
    assert not [link for pair in links for link in pair if "//" in link]
    assert rule.startswith("default-src 'self';")
    assert corpus.name in text


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "news.example"])
def test_an_address_that_others_reach_needs_a_flag_and_a_token(
    run: Shell, corpus: Path, host: str
) -> None:
    plain = run("serve", corpus, "--host", host)
    assert plain.code == 2
    assert "other machines can reach" in plain.err
    assert "--public" in plain.err
    flagged = run("serve", corpus, "--host", host, "--public")
    assert flagged.code == 2
    assert "needs a token" in flagged.err


async def test_without_the_token_nothing_is_served(serve: Serve, corpus: Path) -> None:
    served = serve(corpus, "--host", "0.0.0.0", "--public", "--token", TOKEN)
    async with client() as session:
        for path in ("", "?token=", "?token=guess", "static/js/textual.js", "download/x"):
            assert await status(session, served.address + path) == 403, path
        assert await socket_status(session, served.address) == 403
        assert await socket_status(session, served.address, Cookie="annotator=guess") == 403


async def test_the_token_is_shown_once_and_then_a_cookie_opens_all(
    serve: Serve, corpus: Path
) -> None:
    served = serve(corpus, "--host", "0.0.0.0", "--public", "--token", TOKEN)
    async with client() as session:
        shown = session.get(served.address, params={"token": TOKEN}, allow_redirects=False)
        async with shown as answer:
            assert answer.status == 303
            assert answer.headers["Location"] == "/"
            cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert TOKEN not in cookie
        assert await status(session, served.address) == 200
        assert await first_bytes(session, served.address)


async def test_another_sites_page_cannot_use_the_reader(serve: Serve, corpus: Path) -> None:
    served = serve(corpus)
    async with client() as session:
        assert await socket_status(session, served.address, Origin="http://evil.example") == 403
        assert await socket_status(session, served.address, Origin="null") == 403
        assert await status(session, served.address, Host="evil.example:8000") == 403
        assert await status(session, served.address, Host=f"localhost:{served.host[-5:]}") == 200
        own = f"http://{served.host}"
        assert await socket_status(session, served.address, Origin=own) == 101


async def test_paths_and_names_never_reach_a_shell(
    serve: Serve, corpus: Path, tmp_path: Path
) -> None:
    odd = Path(shutil.copyfile(corpus, tmp_path / "-a b';$(touch made) `touch made`\".db"))
    served = serve(odd, "--as", "-x; $(touch made)")
    async with client() as session:
        assert await first_bytes(session, served.address)
    assert not (tmp_path / "made").exists()


async def test_a_tabs_process_ends_with_the_tab_and_with_the_server(
    serve: Serve, corpus: Path
) -> None:
    served = serve(corpus)
    listed = Path(f"/proc/{served.process.pid}/task/{served.process.pid}/children")
    if not listed.exists():
        pytest.skip("not run: this system does not list a process's children")

    async def none_left() -> None:
        async with asyncio.timeout(30):
            while listed.exists() and listed.read_text("ascii").split():
                await asyncio.sleep(0.05)

    async with client() as session:
        assert await first_bytes(session, served.address)
        await none_left()
        async with session.ws_connect(f"{served.address}ws") as tab:
            await tab.receive(timeout=60)
            (child,) = listed.read_text("ascii").split()
            served.process.send_signal(signal.SIGTERM)
            assert await asyncio.to_thread(served.process.wait, 30) == 0
            assert not Path(f"/proc/{child}").exists()


def test_a_taken_port_is_said_in_one_line(serve: Serve, corpus: Path, run: Shell) -> None:
    served = serve(corpus)
    port = served.host.rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "serve", str(corpus), "--port", port],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert f"cannot listen on http://127.0.0.1:{port}/" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_wrong_with_the_corpus_is_said_before_serving(run: Shell, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("no corpus\n", "utf-8")
    assert run("serve", other).code == 6
    assert run("serve", tmp_path / "none.db").code == 6


def test_a_missing_extra_is_named(corpus: Path) -> None:
    code = (
        "import sys; sys.modules['textual_serve'] = None; from annotator.cli import main; "
        f"main(['serve', {str(corpus)!r}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 12
    assert "framing-annotator[serve]" in done.stderr


async def test_a_browser_shows_the_stories_and_a_key_opens_the_reader(
    serve: Serve, corpus: Path, tmp_path: Path
) -> None:
    served = serve(corpus)
    async with page(tmp_path / "browser") as shown:
        await shown.open(served.address)
        await shown.until(lambda: "0 of 3 done" in shown.screen and "Free Quay" in shown.screen)
        assert "Lena Orvik" not in shown.screen
        await shown.press("Enter", "\r")
        await shown.until(lambda: "Lena Orvik" in shown.screen and "accept" in shown.screen)
        assert set("Lena Orvik") <= set(await shown.value("window.drawn"))
        own = (served.address, f"ws://{served.host}/", "data:")
        assert [url for url in shown.requests if not url.startswith(own)] == []
