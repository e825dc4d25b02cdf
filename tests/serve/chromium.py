"""Headless Chromium over its DevTools protocol: open a page, press keys, see what it did."""

import asyncio
import base64
import itertools
import os
import re
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

aiohttp = pytest.importorskip("aiohttp", reason="the extra [serve] is not installed")

PROGRAM = shutil.which("chromium") or shutil.which("google-chrome")
PATIENCE = 60.0
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--window-size=1400,900",
    "--remote-debugging-port=0",
)
_ESCAPES = re.compile(r"\x1b\[[0-9;:?$<>=]*[@-~]|\x1b[^\[]")
_NOTE_GLYPHS = """
window.drawn = '';
for (const kind of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
  const draw = kind.prototype.fillText;
  kind.prototype.fillText = function (text, ...rest) {
    window.drawn += text;
    return draw.call(this, text, ...rest);
  };
}
"""


class Page:
    """One page: `requests` are the addresses it asked for, `screen` the text its terminal got."""

    def __init__(self, socket: Any) -> None:
        self.requests: list[str] = []
        self.sent: list[str] = []
        self.screen = ""
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Any]] = {}

    async def listen(self) -> None:
        """Take in what the browser says."""
        async for message in self._socket:
            self._hear(message.json())

    def _hear(self, said: dict[str, Any]) -> None:
        if "id" in said:
            self._answers.pop(said["id"]).set_result(said.get("result"))
        elif said["method"] == "Network.requestWillBeSent":
            self.requests.append(said["params"]["request"]["url"])
        elif said["method"] == "Network.webSocketCreated":
            self.requests.append(said["params"]["url"])
        elif said["method"] == "Network.webSocketFrameReceived":
            frame = said["params"]["response"]
            if frame["opcode"] == 2:
                data = base64.b64decode(frame["payloadData"])
                self.screen += _ESCAPES.sub("", data.decode("utf-8", "replace"))

    async def do(self, method: str, **parameters: Any) -> Any:
        """One DevTools command and its answer."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        return await asyncio.wait_for(self._answers[number], PATIENCE)

    async def open(self, address: str) -> None:
        """Go to an address, noting what the page asks for, receives and draws."""
        await self.do("Network.enable")
        await self.do("Page.enable")
        await self.do("Page.addScriptToEvaluateOnNewDocument", source=_NOTE_GLYPHS)
        await self.do("Page.navigate", url=address)

    async def value(self, expression: str) -> Any:
        """What a JavaScript expression is on the page."""
        answer = await self.do("Runtime.evaluate", expression=expression)
        return answer["result"].get("value")

    async def press(self, key: str, text: str) -> None:
        """Press a key in the terminal."""
        await self.value("document.querySelector('.xterm-helper-textarea').focus()")
        code = {"windowsVirtualKeyCode": 13} if key == "Enter" else {}
        await self.do("Input.dispatchKeyEvent", type="keyDown", key=key, text=text, **code)
        await self.do("Input.dispatchKeyEvent", type="keyUp", key=key, **code)

    async def until(self, wanted: Callable[[], bool]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(PATIENCE):
            while not wanted():
                await asyncio.sleep(0.05)


@asynccontextmanager
async def page(folder: Path) -> AsyncIterator[Page]:
    """A page of a fresh browser; the test is not run where there is none, except in CI."""
    if PROGRAM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("chromium is not installed; CI must test in a browser")
        pytest.skip("not run: chromium is not installed")
    command = [PROGRAM, *_FLAGS, f"--user-data-dir={folder}", "about:blank"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as browser:
        try:
            port = await asyncio.to_thread(_port, browser)
            async with aiohttp.ClientSession() as session:
                async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                    targets = await answer.json()
                address = next(t for t in targets if t["type"] == "page")["webSocketDebuggerUrl"]
                async with session.ws_connect(address, max_msg_size=0) as socket:
                    opened = Page(socket)
                    listening = asyncio.create_task(opened.listen())
                    yield opened
                    listening.cancel()
        finally:
            browser.terminate()
            browser.wait(PATIENCE)


def _port(browser: "subprocess.Popen[bytes]") -> int:
    assert browser.stderr is not None
    for line in browser.stderr:
        if found := re.search(rb"DevTools listening on ws://[^:]+:(\d+)/", line):
            return int(found[1])
    raise AssertionError("chromium ended before it listened")
