"""Clients are told apart by the address that cannot be made up."""

from ipaddress import ip_network

import pytest
from flask import Flask

from prep.web.client_address import client_address

PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


def seen(peer, forwarded=None, proxies=()) -> str:
    headers = {"X-Forwarded-For": forwarded} if forwarded is not None else {}
    with Flask("x").test_request_context("/", environ_base={"REMOTE_ADDR": peer}, headers=headers):
        return client_address(proxies)


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "client"),
    [
        ("192.0.2.7", None, (), "192.0.2.7"),
        ("192.0.2.7", "198.51.100.9", (), "192.0.2.7"),
        ("127.0.0.1", "198.51.100.9", (), "127.0.0.1"),
        ("192.0.2.7", "198.51.100.9", PROXIES, "192.0.2.7"),
        ("10.0.0.1", "198.51.100.9", PROXIES, "198.51.100.9"),
        ("10.0.0.1", "203.0.113.1, 198.51.100.9", PROXIES, "198.51.100.9"),
        ("10.0.0.1", None, PROXIES, "10.0.0.1"),
        ("10.0.0.1", "nonsense", PROXIES, ""),
        ("10.0.0.1", "", PROXIES, ""),
        ("fd00::1", "2001:db8:1:2:3:4:5:6", PROXIES, "2001:db8:1:2::/64"),
        ("2001:db8:1:2:aaaa::1", None, (), "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", None, (), "192.0.2.7"),
        ("", None, (), ""),
    ],
)
def test_a_proxy_that_is_named_is_believed_and_nobody_else(peer, forwarded, proxies, client):
    assert seen(peer, forwarded, proxies) == client
