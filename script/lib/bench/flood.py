"""A flood of reports while people work: how long their pages take, and whether a report was lost."""

import re
import selectors
import threading
import time

import pages
from filled import Filled
from line import Line, get
from load import percentile
from serving import Server

CLIENTS = 8
PATHS = {"clues": "/clues", "waiting": "/clues?state=received", "held": "/clues/flood", "today": "/today", "cases": "/cases"}


def measure(binaries, store, reports, minutes, asked, report):
    """`reports` in `minutes`, with the budget of the packs; the aim is 500 ms for 95 of 100 pages of the agency."""
    report.heading(f"{store}: {reports:,} reports in {minutes:g} minutes, {asked.clues:,} clues on file")
    with Filled(binaries, store, asked.clues, asked.cases, asked.keep) as filled, Server(filled.place, reports=300) as server:
        browser = pages.sign_in(server.port)
        before = counted(browser)
        waits, ended = {name: [] for name in PATHS}, threading.Event()
        reader = threading.Thread(target=read, args=(server.port, browser, waits, ended))
        reader.start()
        took = send(server.port, reports, minutes * 60)
        ended.set()
        reader.join()
        # Her line of before has been idle for so long that the server closed it.
        after = counted(pages.sign_in(server.port))
        tell(report, waits, reports, took, [now - then for now, then in zip(after, before)])


def send(port, reports, seconds):
    """Sends evenly spread over the time, as fast as it is answered where that is slower; gives the seconds that it took."""
    lines = [Line(port) for _ in range(CLIENTS)]
    selector = selectors.DefaultSelector()
    began, sent, idle, open_ = time.monotonic(), 0, list(lines), 0
    for line in lines:
        selector.register(line.socket, selectors.EVENT_READ, line)
    while sent < reports or open_:
        due = min(reports, int((time.monotonic() - began) / seconds * reports) + 1)
        while idle and sent < due:
            # In turn: a line that is never asked is closed by the server.
            idle.pop(0).socket.sendall(pages.report())
            sent, open_ = sent + 1, open_ + 1
        for key, _ in selector.select(0.01):
            key.data.read()
            answer = key.data.take()
            if answer:
                pages.refuse_failures("report sent", answer[0])
                idle.append(key.data)
                open_ -= 1
    for line in lines:
        line.close()
    return time.monotonic() - began


def read(port, browser, waits, ended):
    """Somebody of the agency, page after page with half a second in between."""
    line = Line(port)
    asked = {name: get(path, browser.cookie) for name, path in PATHS.items()}
    while not ended.is_set():
        for name, words in asked.items():
            since = time.monotonic()
            line.socket.sendall(words)
            answer = None
            while not answer:
                line.read()
                answer = line.take()
            pages.refuse_failures(name, answer[0])
            waits[name].append((time.monotonic() - since) * 1000)
            ended.wait(0.5)
    line.close()


def counted(browser):
    """Clues on the list, and reports that wait to be looked through."""
    clues = re.search(r"全部 (\d+)", browser.get("/clues").text)
    held = re.search(r"等候核对 (\d+) 份", browser.get("/clues/flood").text)
    return int(clues[1]), int(held[1])


def tell(report, waits, reports, took, grown):
    clues, held = grown
    lost = reports - clues - held
    report.line(f"sent in {took:.0f} s: {clues:,} became clues, {held:,} wait, {lost:,} lost")
    for name, values in waits.items():
        report.line(f"{name}: {len(values)} pages, middle {percentile(values, .5):.0f} ms, p95 {percentile(values, .95):.0f} ms")
    worst = percentile([value for values in waits.values() for value in values], .95)
    if lost or worst > 500:
        report.faulty = True
        report.line(f"NOT AS IT SHOULD BE: lost {lost}, p95 {worst:.0f} ms")
