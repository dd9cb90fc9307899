"""One who asks for everything at once waits behind themselves, not before everybody else."""

import threading
import time

import pytest

from prep.pdf.errors import BusyError
from prep.pdf.fair_gate import FairGate

FOREVER = 60


class People:
    """People at a gate: each does its work when it is let, in a thread of its own."""

    def __init__(self, gate):
        self.gate = gate
        self.done, self.refused = [], []
        self._threads = []

    def arrive(self, client, work=lambda: None):
        """Let one come, and wait until they are in, waiting or refused."""
        before = self._state()

        def come():
            try:
                with self.gate.claim(client) as claim:
                    claim.wait(FOREVER)
                    self.done.append(client)
                    work()
            except BusyError:
                self.refused.append(client)

        thread = threading.Thread(target=come)
        thread.start()
        self._threads.append(thread)
        while self._state() == before:
            time.sleep(0.001)

    def _state(self):
        return len(self.done), len(self.refused), sum(map(len, self.gate._queues.values()))

    def all_go(self):
        for thread in self._threads:
            thread.join()


@pytest.fixture
def busy():
    """Return people at a gate with one place, which is taken until `open` is called."""
    people = People(FairGate(places=1, waiting=8))
    opened = threading.Event()
    people.arrive("first", opened.wait)
    people.open = opened.set
    yield people
    opened.set()
    people.all_go()


def test_who_finds_a_place_goes_in():
    gate = FairGate(places=2, waiting=0)
    with gate.claim("a"), gate.claim("a"):
        assert gate.is_full
        with pytest.raises(BusyError), gate.claim("b"):
            pytest.fail("there is no place")
    with gate.claim("b"):
        assert not gate.is_full


def test_clients_take_turns(busy):
    for client in ("greedy", "greedy", "greedy", "ann", "bo", "ann"):
        busy.arrive(client)
    busy.open()
    busy.all_go()
    assert busy.done == ["first", "greedy", "ann", "bo", "greedy", "ann", "greedy"]


def test_where_all_wait_for_as_much_the_next_is_refused(busy):
    for client in "abcdefgh":
        busy.arrive(client)
    busy.arrive("ninth")
    assert busy.refused == ["ninth"]


def test_one_who_fills_the_queue_gives_way_to_others_and_not_to_themselves(busy):
    for _ in range(8):
        busy.arrive("greedy")
    busy.arrive("greedy")
    assert busy.refused == ["greedy"]
    for client in ("ann", "bo", "ann"):
        busy.arrive(client)
    assert busy.refused == ["greedy"] * 4
    busy.open()
    busy.all_go()
    assert sorted(busy.done) == ["ann", "ann", "bo", "first", *["greedy"] * 5]


def test_who_waits_too_long_is_told_and_takes_no_room(busy):
    with pytest.raises(BusyError), busy.gate.claim("hasty") as claim:
        claim.wait(0.01)
    assert busy.gate._queues == {}


def test_nothing_is_known_of_who_is_gone(busy):
    busy.arrive("ann")
    busy.open()
    busy.all_go()
    assert busy.gate._queues == {}
    with busy.gate.claim("bo"):
        assert busy.gate.is_full is False  # there is room to wait


def test_the_place_is_free_again_when_the_work_fails():
    gate = FairGate(places=1, waiting=0)
    with pytest.raises(ZeroDivisionError), gate.claim("a"):
        1 / 0  # noqa: B018
    with gate.claim("a"):
        pass
