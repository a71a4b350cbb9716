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
TAKE_UP, NOTE = "slip_taken_up", "slip_note"
TRY_AGAIN = "act_again"  # where a colleague was quicker


@dataclasses.dataclass
class Staff(Viewer):
    """One at the machine itself, where nobody signs in and everybody may do all."""

    page = "can_xu_ly"
    said: bytes = b""  # what the server sent since the last question
    note: str = ""
    buttons: dict[str, tuple[str, str]] = dataclasses.field(default_factory=dict)

    async def look(self, query: str) -> float:
        """Take up some case that nobody works on, whatever is asked for; return how long it took.

        ValueError where it is not said to be saved.
        """
        began = time.perf_counter()
        if (code := await self.choose()) and await self.take_up(code) is False:
            raise ValueError(f"not saved: {code}")
        return time.perf_counter() - began

    async def choose(self) -> str:
        """Open a case of the list of new ones; return its code, "" where there is none."""
        await self.asked(OPEN)
        codes = dict.fromkeys(CASE.findall(self.said))
        if not codes:
            return ""
        code = self.chance.choice([*codes]).decode()
        await self.asked(f"{OPEN}&viec={code}")
        return code

    async def take_up(self, code: str, note: str = "") -> bool | None:
        """Take up the case that is open, return whether that is said to be saved.

        None where a colleague was quicker.
        """
        if TAKE_UP not in self.buttons:
            return None
        await self.asked(f"{OPEN}&viec={code}", TAKE_UP, note)
        return None if TRY_AGAIN in self.buttons else SAVED in self.said

    async def work(self, think: float, end: float) -> list[float]:
        """Take up one case after the other until the end, return what each took."""
        took = []
        while time.monotonic() < end:
            took.append(await self.look(""))
            await asyncio.sleep(think * self.chance.uniform(1 - SPREAD, 1 + SPREAD))
        return took

    async def asked(self, query: str, press: str = "", note: str = "") -> None:
        """Have the page drawn, a button pressed and a note written on it."""
        message = self.asking(query)
        if press:
            button, message.rerun_script.fragment_id = self.buttons[press]
            widgets = message.rerun_script.widget_states.widgets
            widgets.add(id=button, trigger_value=True)
            if note:
                widgets.add(id=self.note, string_value=note)
        self.said, self.buttons = b"", {}
        await self.ask(message)

    def hear(self, message: ForwardMsg) -> None:
        """Note what was drawn, its buttons and the field for a note."""
        self.said += message.delta.SerializeToString()
        if name := message.delta.new_element.button.id:
            self.buttons[name.rpartition("-")[2]] = name, message.delta.fragment_id
        if NOTE in (field := message.delta.new_element.text_area.id):
            self.note = field
