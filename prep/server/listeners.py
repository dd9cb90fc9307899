"""Turns new connections away at a listening socket with a packet filter (BPF), so that its queue can be emptied.

Closing a listening socket cuts off whoever is in its queue. Once every new packet to it is dropped nobody joins the
queue, and a stop can answer all who are in it. Who comes later asks again a second later, and is refused then.
"""

import ctypes
import struct
import sys
from contextlib import suppress
from socket import SOL_SOCKET, socket

SO_ATTACH_FILTER = 26
"""The number of Linux, see socket(7). Python has no name for it."""

_RETURN_NOTHING = struct.pack("HBBI", 0x06, 0, 0, 0)
"""A classic BPF program of one instruction: of each packet, let 0 bytes through."""


def turn_away(listener: socket) -> None:
    """Let nobody join the queue of `listener` any more, in all processes that share it.

    Elsewhere than on Linux, or where a sandbox knows no packet filters, nothing happens: closing cuts off then.
    """
    if sys.platform != "linux":
        return
    program = ctypes.create_string_buffer(_RETURN_NOTHING)
    with suppress(OSError):
        listener.setsockopt(SOL_SOCKET, SO_ATTACH_FILTER, struct.pack("HP", 1, ctypes.addressof(program)))
