"""What nobody would write: sound links, files and tables, damaged in every way; and how many were tried."""

import io
import os
import zipfile
from collections import Counter
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st

TRIED: Counter[str] = Counter()
# `make fuzz` asks for many more, and for others each time.
_ASKED = os.environ.get("FUZZ_INPUTS")
fuzzed = settings(max_examples=int(_ASKED or 200), derandomize=_ASKED is None)

Given = TypeVar("Given", str, bytes)
_CROOKED = [
    "", " ", "\t", "\r\n", "\x00", "\x1b", "\ufeff", "\u202e", "\ud7ff", "\U0001f600", "é" * 60,
    "0", "-1", "1e999", "9" * 400, "٣", "½", "NaN", "null", "=1+1", "@",
    "~", "+", "%", "%ff", "&", "=", ";", ",", '"', "'", "../../", "<script>", "]]>", "{{", "&a *a", "!!python/object:",
]  # fmt: skip


def tried(kind: str) -> None:
    """Count an input; the sum is told when the tests end."""
    TRIED[kind] += 1


def crooked() -> st.SearchStrategy[str]:
    """A word that breaks programs, or any text."""
    return st.sampled_from(_CROOKED) | st.text(max_size=30)


@st.composite
def damaged_text(draw: st.DrawFn, sound: list[str]) -> str:
    """A sound text with a few pieces taken out, repeated, moved, or replaced by crooked ones."""
    text = draw(st.sampled_from(sound))
    for _ in range(draw(st.integers(1, 4))):
        start, end = _place(draw, len(text))
        text = text[:start] + draw(st.one_of(st.just(""), crooked(), st.just(text[start:end] * 2))) + text[end:]
    return text


@st.composite
def damaged_bytes(draw: st.DrawFn, sound: list[bytes]) -> bytes:
    """A sound file with a few bytes taken out, repeated or replaced, perhaps cut short."""
    content = draw(st.sampled_from(sound))
    for _ in range(draw(st.integers(1, 4))):
        start, end = _place(draw, len(content))
        new = draw(st.one_of(st.just(b""), st.binary(max_size=20), st.just(content[start:end] * 2)))
        content = content[:start] + new + content[end:]
    return content[: draw(st.integers(0, len(content)))] if draw(st.booleans()) else content


@st.composite
def damaged_workbook(draw: st.DrawFn, sound: bytes) -> bytes:
    """A workbook whose envelope is whole, and one of whose parts is not."""
    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    try:
        parts[name] = draw(damaged_text([parts[name].decode()])).encode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        parts[name] = draw(damaged_bytes([parts[name]]))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return made.getvalue()


def _place(draw: st.DrawFn, length: int) -> tuple[int, int]:
    start = draw(st.integers(0, length))
    return start, min(length, start + draw(st.integers(0, 12)))
