"""Clients of a county with two servers: they write at both, turn by turn, and go to the other when one is gone."""

import time

from client import Client


class Roamer(Client):
    """A client whose sessions, forms and half-done matters all wander between the servers."""

    def __init__(self, name, ports, killer, journal, first):
        super().__init__(name, ports[first], killer, journal)
        self.ports = ports
        self.turn = first
        # When each server acknowledged a write: (moment, port).
        self.answered = []

    def _matter(self, marker, whole):
        self._go_on()
        super()._matter(marker, whole)

    def _acknowledged(self, kind, **debt):
        self.answered.append((time.monotonic(), self.ports[self.turn]))
        super()._acknowledged(kind, **debt)
        # The next step of the same matter is done at the other server, with the session of this one.
        self._go_on()

    def _rest(self):
        super()._rest()
        self._go_on()

    def _go_on(self):
        self.steps.hang_up()
        self.turn = (self.turn + 1) % len(self.ports)
        for browser in (self.steps.citizen, self.steps.head, self.steps.officer):
            browser.port = self.ports[self.turn]
