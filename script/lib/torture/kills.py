"""When and whom the torture kills."""

import random
import threading
import time


class ServerVictim:
    """The server process; started again it finds its store as the kill left it."""

    def __init__(self, server):
        self.server = server

    def kill(self):
        self.server.kill9()

    def revive(self):
        self.server.start()


class ClusterVictim:
    """Every process of PostgreSQL at once. The server stays and must find its way back by itself."""

    def __init__(self, cluster, server):
        self.cluster = cluster
        self.server = server

    def kill(self):
        self.cluster.kill9()

    def revive(self):
        self.cluster.start()
        self.server.wait()


class BothVictim(ClusterVictim):
    """A power cut as far as processes go."""

    def kill(self):
        self.server.kill9()
        self.cluster.kill9()

    def revive(self):
        self.cluster.start()
        self.server.start()


def spread(victims, writes, kills, seed):
    """`kills` strikes over `writes`. Every second one falls in the instant in which a client has read an
    acknowledgement, which is when a server that answers too early is caught; the others at a random moment."""
    chance = random.Random(seed)
    return [(round(writes * (turn + chance.uniform(0.6, 1)) / (kills + 1)), victims[turn % len(victims)], turn % 2 == 0)
            for turn in range(kills)]


class Killer:
    """Strikes: after how many acknowledgements, whom, and whether in that instant."""

    def __init__(self, strikes, writes, seed):
        self.random = random.Random(seed)
        self.left = list(strikes)
        self.writes = writes
        self.answered = 0
        self.done = 0
        self._struck = None
        self._lock = threading.Lock()
        self._due = threading.Event()

    def after_answer(self):
        """Called by the client that has just read an acknowledgement, before it does anything else."""
        with self._lock:
            self.answered += 1
            if self._struck or not self.left or self.answered < self.left[0][0]:
                return
            _, self._struck, at_once = self.left.pop(0)
            if at_once:
                self._struck.kill()
            self._waits = not at_once
        self._due.set()

    @property
    def is_over(self):
        return not self.left and not self._struck and self.answered >= self.writes

    def run(self, seconds):
        """Until everything is written and killed. False where that takes too long: something hangs."""
        deadline = time.monotonic() + seconds
        while not self.is_over:
            if time.monotonic() > deadline:
                return False
            if self._due.wait(0.1):
                self._due.clear()
                if self._waits:
                    time.sleep(self.random.uniform(0, 0.03))
                    self._struck.kill()
                self._struck.revive()
                self.done += 1
                self._struck = None
        return True
