"""What a child does when it meets the title that each of these looks for: stands for a fault of the native reader.

Apart from the tests, for a child has little memory, and imports the whole module of a function that it is given.
"""

import ctypes
import itertools
import os
from collections.abc import Sequence

from nes_model.spreadsheets.process_apart import MEMORY


def abort(_: Sequence[str]) -> bool:
    os.abort()


def fault(_: Sequence[str]) -> bool:
    return bool(ctypes.string_at(0))


def leave(_: Sequence[str]) -> bool:
    os._exit(3)


def fill(_: Sequence[str]) -> bool:
    return bool(bytearray(2 * MEMORY))


def go_on(_: Sequence[str]) -> bool:
    return all(True for _ in itertools.count())
