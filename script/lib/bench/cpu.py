"""Processor time of the server per request, one client, keep-alive."""

import mmap
import os
import struct
import time
from dataclasses import dataclass

from cluster import children
from line import Line
from pages import refuse_failures

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Cost:
    requests: int
    # Milliseconds per request: of the server, of its statements (None where not traced), of PostgreSQL's processes.
    server: float
    statements: float | None
    database: float


def spent(pid):
    """Seconds that a process has used; the kernel counts in hundredths."""
    with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def measure(server, pages, cluster=None, sums=None, seconds=1.5):
    """Each kind until the server has used `seconds`, so that hundredths matter little, or a minute has passed."""
    line = Line(server.port)
    costs = {name: cost(name, make, line, server.process.pid, cluster, sums, seconds)
             for name, make in pages.kinds.items()}
    line.close()
    return costs


def cost(name, make, line, pid, cluster, sums, seconds):
    for _ in range(5):
        refuse_failures(name, line.ask(make())[0])
    count, deadline = 0, time.monotonic() + 60
    before = (spent(pid), sums.nanoseconds() if sums else 0, spent_by(cluster))
    while spent(pid) - before[0] < seconds and time.monotonic() < deadline:
        for _ in range(10):
            refuse_failures(name, line.ask(make())[0])
        count += 10
    return Cost(count, (spent(pid) - before[0]) * 1000 / count,
                (sums.nanoseconds() - before[1]) / 1e6 / count if sums else None,
                (spent_by(cluster) - before[2]) * 1000 / count)


def spent_by(cluster):
    """The processes of a cluster together; a server that pools its connections starts and ends none meanwhile."""
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

    def nanoseconds(self):
        return struct.unpack("<Q", self._memory[:8])[0]
