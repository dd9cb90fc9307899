"""Tells clients apart by their address, so that they can take turns. It is kept for seconds only, and never logged."""

from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from flask import request

Network = IPv4Network | IPv6Network

IPV6_PREFIX = 64
"""Bits of an IPv6 address that tell subscribers apart: each has a whole network of this size to itself."""


def client_address(proxies: Sequence[Network]) -> str:
    """Return where the current request comes from; where one of `proxies` hands it on, what that proxy says.

    Only its own word counts, the last in `X-Forwarded-For`: all before it the client could have written.
    """
    peer = request.remote_addr or ""
    if proxies and _is_in(peer, proxies):
        peer = request.headers.get("X-Forwarded-For", peer).rpartition(",")[2].strip()
    return _subscriber(peer)


def _is_in(address: str, networks: Sequence[Network]) -> bool:
    try:
        return any(ip_address(address) in network for network in networks)
    except ValueError:
        return False


def _subscriber(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return ""  # what cannot be told apart waits in one line
    if isinstance(found, IPv6Address) and not found.ipv4_mapped:
        return str(ip_network((found, IPV6_PREFIX), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)
