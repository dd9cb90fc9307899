"""A listening socket that turns people away still serves those who wait in its queue."""

import socket
import sys

import pytest

from prep.server.listeners import turn_away

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packet filters on sockets are Linux's")


def test_who_waits_is_served_and_who_comes_later_is_refused_in_the_end():
    listener = socket.create_server(("127.0.0.1", 0))
    address = listener.getsockname()
    with socket.create_connection(address) as waiting:
        turn_away(listener)
        with pytest.raises(TimeoutError):
            socket.create_connection(address, timeout=0.2)
        served, _address = listener.accept()
        with served:
            served.sendall(b"an answer")
            assert waiting.recv(100) == b"an answer"
    listener.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address, timeout=10)
