"""Proves on SQLite that an answer follows a completed sync, which no kill of a process can show."""

import os
import time

from browser import Cut
from journal import Journal
from serving import Server, shim
from steps import Steps, Strange


def missing_syncs(place, fault, writes):
    """Serves with the sync log loaded, makes at least `writes` acknowledged writes one after the other, and gives how
    many there were and, for each that was answered before its sync, what was missing."""
    log = os.path.join(place.folder, "sync.log")
    library = shim("syncshim", place.folder)
    server = Server(place, fault, {"LD_PRELOAD": library, "QINGYUAN_SYNC_LOG": log})
    journal = Journal(os.path.join(place.folder, "proof.journal"))
    asked = []
    with server:
        os.truncate(log, 0)  # What answered our looking whether it is up.

        def acknowledged(kind, **debt):
            journal.acknowledge(kind, **debt)
            # What a server still does after its answer is to fall before the next request, not into it.
            time.sleep(0.05)

        steps = Steps(server.port, acknowledged, "proof")
        for browser in (steps.citizen, steps.head, steps.officer):
            browser.asked = asked
        try:
            write(steps, journal, writes, strict=not fault)
        except Cut as cut:
            raise AssertionError(f"the line broke during the proof: {cut}") from None
    journal.close()
    return len(journal.records), list(gaps(asked, log))


def write(steps, journal, writes, strict):
    steps.sign_in()
    count = 0
    while len(journal.records) < writes:
        marker = f"proof{count:05}x"
        count += 1
        steps.report(marker, wait=lambda: None)
        try:
            clue = steps.find(marker)
            steps.accept(clue)
            steps.tie(clue, marker)
            steps.decide(steps.file_case(clue, marker))
        except Strange:
            # With a guard switched off, what was answered need not be there yet.
            if strict:
                raise


def gaps(asked, log):
    """Goes through the log answer by answer. Requests came one by one, so the events before an answer are its own."""
    with open(log, encoding="ascii") as file:
        events = sorted((int(number), kind, detail) for number, kind, detail in
                        (line.rstrip("\n").split(" ", 2) for line in file))
    answers = sum(kind == "A" for _, kind, _ in events)
    if answers < len(asked):
        raise AssertionError(f"{len(asked)} requests, but {answers} answers in the sync log")
    requests = iter(asked)
    since = []
    for _, kind, detail in events:
        if kind != "A":
            since.append((kind, detail))
            continue
        request = next(requests, None)
        if request and request.startswith("POST") and detail in ("201", "303"):
            yield from (f"{request}: {gap}" for gap in gaps_of(request, since))
        since = []


def gaps_of(request, events):
    kinds = [kind for kind, _ in events if kind in "WS"]
    if "W" not in kinds:
        yield "answered before anything was written"
    elif kinds[-1] == "W":
        yield "answered before the log was synced"
    if request == "POST /report" and sum(kind == "F" for kind, _ in events) < 2:
        yield "answered before the file and its folder were synced"
