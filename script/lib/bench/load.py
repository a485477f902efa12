"""Waiting times under load: sixteen clients that ask again as soon as they are answered."""

import random
import selectors
import time

from line import Line
from pages import refuse_failures

CLIENTS = 16

# Shares of a working morning: mostly lists and records, now and then a search, a report.
SHARES = {"clues, 20 rows": 25, "clues, one state": 10, "clues, by a word": 5, "cases, 20 rows": 15, "a clue": 25,
          "a case": 15, "report sent": 5}


def waits(ports, pages, seconds, shares=SHARES):
    """Milliseconds of every request by kind, and requests per second. The clients are shared out among the servers."""
    choice = random.Random(1)
    names, weights = list(shares), list(shares.values())
    found = {name: [] for name in names}
    selector = selectors.DefaultSelector()
    lines = [Line(ports[number % len(ports)]) for number in range(CLIENTS)]

    def ask(line):
        name = choice.choices(names, weights)[0]
        line.asked = (name, time.monotonic())
        line.socket.sendall(pages.kinds[name]())

    for line in lines:
        selector.register(line.socket, selectors.EVENT_READ, line)
        ask(line)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for key, _ in selector.select(1):
            line = key.data
            line.read()
            answer = line.take()
            if answer:
                name, since = line.asked
                refuse_failures(name, answer[0])
                found[name].append((time.monotonic() - since) * 1000)
                ask(line)
    for line in lines:
        line.close()
    return found, sum(map(len, found.values())) / seconds


def percentile(values, part):
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)] if ordered else float("nan")
