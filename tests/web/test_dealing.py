"""Connections dealt out among processes: each in its turn, none lost."""

import socket
from collections.abc import Generator
from contextlib import contextmanager

import pytest

from bilat.web.dealing import Dealer, Taker, way
from bilat.web.serve import listen

READERS = 6


@contextmanager
def dealt(helpers: int) -> Generator[tuple[Dealer, list[Taker], list[socket.socket]]]:
    """A dealer with so many takers, and readers that have connected."""
    ways = [way() for _ in range(helpers)]
    with Dealer(listen("127.0.0.1", 0), [ours for ours, _ in ways]) as dealer:
        dealer.settimeout(0)
        readers = [socket.create_connection(dealer.getsockname()) for _ in range(READERS)]
        yield dealer, [taker for _, taker in ways], readers
        for each in (*readers, *(end for both in ways for end in both)):
            each.close()


def accepted(listening: socket.socket) -> list[tuple[str, int]]:
    """Who is accepted until nobody waits; each is sent a word, which only an open connection carries."""
    found: list[tuple[str, int]] = []
    while True:
        try:
            made, address = listening.accept()
        except BlockingIOError:
            return found
        found.append(address)
        made.sendall(b"a word")
        made.close()


@pytest.mark.parametrize("helpers", [1, 2])
def test_each_has_its_turn_and_every_reader_an_answer(helpers: int):
    with dealt(helpers) as (dealer, takers, readers):
        shares = [accepted(each) for each in (dealer, *takers)]
        assert [len(share) for share in shares] == [READERS // (helpers + 1)] * (helpers + 1)
        assert sorted(who for share in shares for who in share) == sorted(each.getsockname() for each in readers)
        assert [each.recv(6) for each in readers] == [b"a word"] * READERS


def test_what_an_ended_process_should_have_is_not_lost():
    with dealt(1) as (dealer, [taker], readers):
        taker.close()
        assert accepted(dealer) == [each.getsockname() for each in readers]


def test_a_taker_whose_dealer_has_ended_takes_nothing():
    ours, taker = way()
    ours.close()
    with taker, pytest.raises(BlockingIOError):
        taker.accept()
