"""Threads that write until the torture is over, whatever happens to the server."""

import threading
import time

from browser import Cut
from steps import Steps, Strange


class Client(threading.Thread):
    """Reports, and every few reports one that officers take through all its steps. After a broken line it lets the
    unfinished matter lie, waits for the server and goes on: only what was answered counts."""

    def __init__(self, name, port, killer, journal):
        super().__init__(name=name, daemon=True)
        self.killer = killer
        self.journal = journal
        self.steps = Steps(port, self._acknowledged, seed=name)
        self.strange = []
        self.failure = None
        self._stopped = threading.Event()

    def run(self):
        try:
            self._write()
        except Stopped:
            pass
        except Exception as error:  # A fault of the torture itself must not look like a quiet client.
            self.failure = error

    def _write(self):
        count, signed_in = 0, False
        while not self._stopped.is_set():
            try:
                if not signed_in:
                    self.steps.sign_in()
                    signed_in = True
                self._matter(f"{self.name}n{count:05}x", whole=count % 4 == 0)
            except Stopped:
                raise
            except Cut:
                self._rest()
            except Strange as strange:
                self.strange.append(str(strange))
                signed_in = False
                self._rest()
            count += 1

    def stop(self):
        self._stopped.set()

    def _matter(self, marker, whole):
        self.steps.report(marker, self._rest)
        if not whole:
            return
        clue = self.steps.find(marker)
        self.steps.accept(clue)
        self.steps.tie(clue, marker)
        self.steps.assign(clue)
        case = self.steps.file_case(clue, marker)
        self.steps.decide(case)
        self.steps.pay(case)
        self.steps.close(case)
        self.steps.answer(clue)

    def _acknowledged(self, kind, **debt):
        self.killer.after_answer()
        self.journal.acknowledge(kind, **debt)

    def _rest(self):
        """After a broken line: the server may be down. Leaves a matter for good once the torture is over."""
        self.steps.hang_up()
        if self._stopped.is_set():
            raise Stopped
        time.sleep(0.05)


class Stopped(Cut):
    """The torture is over; nothing is to be tried again."""
