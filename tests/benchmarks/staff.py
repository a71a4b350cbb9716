"""Members of staff without a browser: they open cases and take them up, as the page has them do."""

import asyncio
import dataclasses
import re
import time

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.benchmarks.crowd import SPREAD, Viewer

CASE = re.compile(rb"viec=([a-z0-9]+)")
OPEN = "tt=moi"
SAVED = "Đã lưu.".encode()
TAKE_UP, TRY_AGAIN = "slip_taken_up", "act_again"  # the second where a colleague was quicker


@dataclasses.dataclass
class Staff(Viewer):
    """One at the machine itself, where nobody signs in and everybody may do all."""

    page = "can_xu_ly"
    said: bytes = b""  # what the server sent since the last question
    buttons: dict[str, tuple[str, str]] = dataclasses.field(default_factory=dict)

    async def look(self, query: str) -> float:
        """Take up some case that nobody works on, whatever is asked for; return how long it took.

        ValueError where it is not said to be saved.
        """
        took = await self._ask(OPEN)
        codes = dict.fromkeys(CASE.findall(self.said))
        if not codes:
            return took
        code = self.chance.choice([*codes]).decode()
        took += await self._ask(f"{OPEN}&viec={code}")
        if TAKE_UP not in self.buttons:  # another was quicker
            return took
        took += await self._ask(f"{OPEN}&viec={code}", TAKE_UP)
        if SAVED not in self.said and TRY_AGAIN not in self.buttons:
            raise ValueError(f"not saved: {code}")
        return took

    async def work(self, think: float, end: float) -> list[float]:
        """Take up one case after the other until the end, return what each took."""
        took = []
        while time.monotonic() < end:
            took.append(await self.look(""))
            await asyncio.sleep(think * self.chance.uniform(1 - SPREAD, 1 + SPREAD))
        return took

    async def _ask(self, query: str, press: str = "") -> float:
        message = self.asking(query)
        if press:
            button, fragment = self.buttons[press]
            message.rerun_script.fragment_id = fragment
            message.rerun_script.widget_states.widgets.add(id=button, trigger_value=True)
        self.said, self.buttons = b"", {}
        return await self.ask(message)

    def hear(self, message: ForwardMsg) -> None:
        """Note what was drawn, and its buttons."""
        self.said += message.delta.SerializeToString()
        if name := message.delta.new_element.button.id:
            self.buttons[name.rpartition("-")[2]] = name, message.delta.fragment_id
