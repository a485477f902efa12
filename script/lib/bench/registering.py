"""The register of offenders in the store: looking up among very many records, and whether a new one is seen at once. The persons
are invented (`persons.py`); the laboratory fills and asks."""

import json
import os
import random
import subprocess
import sys
import tempfile
import time

import matching
import persons
from cpu import spent_by
from filled import Filled
from searching import size

QUERIES = 10_000
# Larger files are not compared with `qingyuan match`, which holds a million in 0.9 GB.
LARGEST_IN_MEMORY = 2_000_000
# As an agency with such a register would set it; the tests do with less.
SETTINGS = {"shared_buffers": "2GB"}


def measure(binaries, stores, records, report):
    with tempfile.TemporaryDirectory(prefix="register-") as folder:
        persons.write(folder, records, QUERIES, seed=random.Random(records).randrange(1000), mixes=["even"])
        in_memory = records <= LARGEST_IN_MEMORY
        if in_memory:
            matching.run(binaries, folder, "even")
        for store in stores:
            report.heading(f"{store}: register of offenders, {records:,} records, {QUERIES:,} questions")
            with Filled(binaries, store, 0, 0, keep=False, found=False, settings=SETTINGS) as empty:
                began = time.monotonic()
                lab(empty, "fill-register", "--file", f"{folder}/register.csv")
                if empty.cluster:
                    empty.settle()
                report.line(f"filled in {time.monotonic() - began:.0f} s, {size(empty.place, empty.cluster) / 1e6:,.0f} MB")
                tell(empty, folder, in_memory, report)


def tell(filled, folder, in_memory, report):
    answers = os.path.join(folder, f"answers-{filled.place.store}.csv")
    before = database_spent(filled.cluster)
    told = lab(filled, "ask-register", "--file", f"{folder}/queries-even.csv", "--output", answers)
    database = (database_spent(filled.cluster) - before) / QUERIES * 1000
    figures = json.loads(told)
    report.line(f"waited, milliseconds    {parts(figures['wait'])}   the first of all {figures['first']:.0f}")
    report.line(f"worked of it            {parts(figures['thread'])}   (processor of the asking thread)")
    report.line(f"processor per question  {figures['cpu']:.3f} ms" + (f", and about {database:.3f} ms of PostgreSQL" if database else "")
                + f"; {figures['compared']:.0f} records compared of it")
    if in_memory:
        same, different, both = compared(f"{folder}/found-even.csv", answers)
        report.line(f"the same record first as `match` in memory, and the same score: {same:,} of {both:,}; another record: {different:,}")
    report.line(f"a record added, ms: {parts(figures['keeping'])}; {figures['seen']} of {figures['added']} seen by the next question")
    if figures["seen"] < figures["added"]:
        report.faulty = True
        report.line("A RECORD WAS NOT SEEN BY THE NEXT QUESTION")


def database_spent(cluster):
    """Processor seconds of PostgreSQL: of its living processes, and of those that ended."""
    if not cluster:
        return 0
    with open(f"/proc/{cluster.pid}/stat", encoding="ascii") as file:
        ended = file.read().rsplit(")", 1)[1].split()[13:15]
    return spent_by(cluster) + sum(map(int, ended)) / os.sysconf("SC_CLK_TCK")


def parts(figures):
    return "   ".join(f"{name} {figures[name]:.2f}" for name in ("p50", "p95", "p99", "worst"))


def compared(in_memory, in_store):
    """Of how many questions both put the same record first with the same score, of how many another, of how many both say anything."""
    held, stored = firsts(in_memory), firsts(in_store)
    both = held.keys() & stored.keys()
    different = sum(1 for query in both if held[query][0] != stored[query][0])
    same = sum(1 for query in both if held[query][0] == stored[query][0] and abs(held[query][1] - stored[query][1]) < 0.01)
    return same, different, len(both)


def firsts(path):
    found = {}
    with open(path, encoding="utf-8") as file:
        next(file)
        for line in file:
            query, record, score = line.rstrip("\n").split(",")
            found.setdefault(query, (record, float(score)))
    return found


def lab(filled, command, *words):
    """What the laboratory writes to standard output; its progress goes to standard error as it comes."""
    return subprocess.run([os.path.join(filled.binaries, "lab"), command, *filled.place.arguments, *words], check=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=sys.stderr, text=True).stdout
