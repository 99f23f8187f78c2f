"""Which addresses may be asked: http and https, no names and passwords, and no host of a private network.

A name is resolved once, every address it has is looked at, and the connection goes to one of those: asking the name
again when connecting would let its owner answer otherwise the second time.
"""

import socket
import threading
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

import httpx2

from bilat.errors import UsageError

LONGEST: Final = 4096
_NAT64: Final = ip_network("64:ff9b::/96")
_OF_CLOUDS: Final = frozenset({"168.63.129.16"})
"""Public by its number, but the machine's own cloud answers there (Azure's wire server), to nobody but that machine."""

Resolve = Callable[[str, int, float], list[str]]
"""Host, port and seconds to wait → its addresses. Raises OSError when there is none."""


def checked(url: str, base: str = "") -> str:
    """An address in its usual form (host in ASCII, no fragment), relative ones taken from `base`. Raises UsageError for
    one that is never asked."""
    try:
        parsed = httpx2.URL(base).join(url.strip()) if base else httpx2.URL(url.strip())
        if len(str(parsed)) > LONGEST:
            msg = f"longer than {LONGEST} characters"
            raise UsageError(msg)
        if parsed.scheme not in {"http", "https"}:
            msg = f"only http and https are fetched, not '{parsed.scheme}:'" if parsed.scheme else "no full address"
            raise UsageError(msg)
        if not parsed.raw_host:
            msg = "no host in it"
            raise UsageError(msg)
        if parsed.userinfo:
            msg = "a name or password in it"
            raise UsageError(msg)
        if parsed.port is not None and not 0 < parsed.port < 65536:
            msg = f"no port {parsed.port}"
            raise UsageError(msg)
    except (httpx2.InvalidURL, ValueError) as err:
        msg = f"no address that can be used: {err}"
        raise UsageError(msg) from err
    return str(parsed.copy_with(raw_path=parsed.raw_path, fragment=None))


def host_of(url: str) -> str:
    """Host and port of a checked address: what is asked one thing at a time."""
    parsed = httpx2.URL(url)
    host = parsed.raw_host.decode("ascii").lower()
    return host if parsed.port is None else f"{host}:{parsed.port}"


def origin_of(url: str) -> str:
    """Scheme, host and port of a checked address, where its robots.txt stands."""
    return str(httpx2.URL(url).copy_with(raw_path=b"/", fragment=None)).removesuffix("/")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open network: no private, local, shared, multicast or reserved one, no
    cloud's own, nor an IPv6 address that carries such an IPv4 address inside."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        inner = _inside(ip)
        if inner is not None:
            return all(is_public(str(each)) for each in inner)
        if ip.scope_id is not None or ip.is_site_local:
            return False
    return str(ip) not in _OF_CLOUDS and ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _inside(ip: IPv6Address) -> tuple[IPv4Address, ...] | None:
    """The IPv4 addresses that an IPv6 address stands for."""
    if ip.ipv4_mapped is not None:
        return (ip.ipv4_mapped,)
    if ip.sixtofour is not None:
        return (ip.sixtofour,)
    if ip.teredo is not None:
        return ip.teredo
    return (IPv4Address(int(ip) & 0xFFFFFFFF),) if ip in _NAT64 else None


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """All addresses of a host, by the system's resolver, which knows no time limit: it is asked in a thread that nobody
    waits for any longer than `seconds`. Raises OSError."""
    found: list[list[str] | OSError] = []

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.append(list(dict.fromkeys(str(row[4][0]) for row in rows)))
        except OSError as err:
            found.append(err)
        except UnicodeError as err:
            found.append(OSError(f"no host name: {err}"))

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if not found:
        raise TimeoutError
    if isinstance(found[0], OSError):
        raise found[0]
    return found[0]
