"""Processor time of the server per request, a few clients that ask together.

Machines drift by half from one second to the next. So two servers stand on the same store, one as it is and one that
adds up the time inside its statements; all kinds of requests take turns in short rounds, and the middle of the rounds
is what counts, for ratios too.
"""

import mmap
import os
import statistics
import struct
import time
from dataclasses import dataclass

from cluster import children
from line import Line
from pages import PLAIN, refuse_failures

ROUNDS = 9
# Processor seconds of the server per kind, round and server.
EACH = 0.12
CLIENTS = 1


@dataclass
class Cost:
    # Milliseconds per request: of the server, of its statements, of what is left, of PostgreSQL's processes.
    server: float
    statements: float
    rest: float
    database: float
    # To the plain route in the same round.
    server_ratio: float
    rest_ratio: float


def measure(server, traced, sums, pages, cluster=None):
    """`pages` makes the requests for a port, `sums` is what the traced server adds up."""
    bare, shimmed = Probe(server, pages, cluster), Probe(traced, pages, None, sums)
    rounds = {name: [] for name in bare.kinds}
    for _ in range(ROUNDS):
        for name in rounds:
            whole, database, _ = bare.ask(name)
            _, _, statements = shimmed.ask(name)
            rounds[name].append((whole, max(whole - statements, 0), statements, database))
    bare.close()
    shimmed.close()
    plains = [turn[0] for turn in rounds[PLAIN]]
    return {name: _cost(turns, plains) for name, turns in rounds.items()}


def _cost(turns, plains):
    def middle(values):
        return statistics.median(values) * 1000

    return Cost(
        server=middle(turn[0] for turn in turns), rest=middle(turn[1] for turn in turns),
        statements=middle(turn[2] for turn in turns), database=middle(turn[3] for turn in turns),
        server_ratio=statistics.median(turn[0] / plain for turn, plain in zip(turns, plains)),
        rest_ratio=statistics.median(turn[1] / plain for turn, plain in zip(turns, plains)))


class Probe:
    """One server under measurement."""

    def __init__(self, server, pages, cluster, sums=None):
        self.pid = server.process.pid
        self.kinds = pages(server.port).kinds
        self.cluster = cluster
        self.sums = sums
        self.lines = [Line(server.port) for _ in range(CLIENTS)]
        self.times = {name: self._warm(name) for name in self.kinds}

    def ask(self, name):
        """Seconds per request: of the server, of PostgreSQL's processes, of the statements."""
        before = self._spent()
        for _ in range(self.times[name]):
            self._together(name)
        count = self.times[name] * CLIENTS
        return [(after - first) / count for first, after in zip(before, self._spent())]

    def close(self):
        for line in self.lines:
            line.close()

    def _warm(self, name):
        """How often the clients must ask in a round."""
        for _ in range(10):
            self._together(name)
        before = spent(self.pid)
        for _ in range(10):
            self._together(name)
        return max(int(10 * EACH / max(spent(self.pid) - before, 1e-6)), 2)

    def _together(self, name):
        for line in self.lines:
            line.socket.sendall(self.kinds[name]())
        for line in self.lines:
            refuse_failures(name, line.answer()[0])

    def _spent(self):
        return spent(self.pid), spent_by(self.cluster), self.sums.seconds() if self.sums else 0


def spent(pid):
    """Seconds that a process has used, by the kernel's clock of that process."""
    return time.clock_gettime((~pid << 3) | 2)


def spent_by(cluster):
    """The processes of a cluster together; a server that keeps its connections starts and ends none meanwhile."""
    if not cluster:
        return 0
    total = 0
    for pid in children(cluster.pid):
        try:
            total += spent(pid)
        except OSError:
            continue
    return total


class Sums:
    """What `cpushim.c` adds up in a shared file."""

    def __init__(self, path):
        with open(path, "wb") as file:
            file.write(bytes(16))
        with open(path, "r+b") as file:
            self._memory = mmap.mmap(file.fileno(), 16)

    def seconds(self):
        return struct.unpack("<Q", self._memory[:8])[0] / 1e9
