"""A province on one PostgreSQL: what a county's people wait, and what somebody waits who sees every county, at one server
process and at two. The counties are loaded by `lab fill-province`."""

import itertools
import os
import shutil
import statistics
import subprocess
import sys
import time
import urllib.parse

from browser import Browser
from cluster import Cluster, program
from line import Line, get
from load import SHARES, percentile, waits
from pages import Pages, refuse_failures, report
from serving import Place, Server, ServingError, workspace
from steps import PASSWORD

SUPERVISOR = "sheng"
# Heads of so many counties ask in turn: each sees his own county only.
COUNTIES_ASKED = 16
WORDS = urllib.parse.quote("镶牙")
ONE_BY_ONE = 30


class Provincial:
    """Use as `with Provincial(binaries, 100, 2000, 500, keep=True) as province`. A kept store that was not loaded to its end is
    loaded on: the county that was being loaded stays a part."""

    def __init__(self, binaries, counties, clues, cases, keep):
        self.sizes = {"--counties": counties, "--clues": clues, "--cases": cases}
        kept = f"/var/tmp/qingyuan-bench-province-{counties}-{clues}-{cases}"
        self.folder = kept if keep else workspace("bench")
        self.keep = keep
        self.binaries = binaries
        self.cluster = Cluster(os.path.join(self.folder, "cluster"))

    def __enter__(self):
        ready = os.path.join(self.folder, "ready")
        os.makedirs(self.folder, mode=0o711, exist_ok=True)
        address = self.cluster.start().url
        self.places = [Place(self.binaries, os.path.join(self.folder, name), address) for name in ("one", "two")]
        if not os.path.exists(ready):
            try:
                self._fill()
            except BaseException:
                # Whoever is not entered is not left either.
                self.cluster.stop()
                raise
            open(ready, "w", encoding="ascii").close()
        return self

    def __exit__(self, *_):
        self.cluster.stop()
        if not self.keep:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _fill(self):
        words = [word for pair in self.sizes.items() for word in map(str, pair)]
        lab = [os.path.join(self.binaries, "lab"), "fill-province", *self.places[0].arguments, *words]
        if subprocess.run(lab, check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode:
            raise ServingError("lab fill-province failed")
        os.makedirs(self.places[1].data, exist_ok=True)
        shutil.copytree(os.path.join(self.places[0].data, "keys"), os.path.join(self.places[1].data, "keys"))
        # What autovacuum would do within minutes.
        subprocess.run([program("psql"), "-qX", "-c", "VACUUM ANALYZE", self.places[0].address], check=True)


class ProvincialPages:
    """Requests by kind: a county's people, many counties in turn; and the supervisor of all."""

    def __init__(self, port, counties):
        heads = [sign_in(port, f"head{number}") for number in range(0, counties, max(counties // COUNTIES_ASKED, 1))]
        everything = sign_in(port, SUPERVISOR)
        self.county = {
            "clues, 20 rows": turns(heads, "/clues"),
            "clues, one state": turns(heads, "/clues?state=accepted"),
            "clues, by a word": turns(heads, f"/clues?words={WORDS}"),
            "cases, 20 rows": turns(heads, "/cases"),
            "a clue": records(heads, "/clues", "clues"),
            "a case": records(heads, "/cases", "cases"),
            "report sent": report,
        }
        self.province = {
            "clues, 20 rows": turns([everything], "/clues"),
            "clues, page 100": turns([everything], "/clues?page=100"),
            "clues, one state": turns([everything], "/clues?state=accepted"),
            "clues, by a word": turns([everything], f"/clues?words={WORDS}"),
            "cases, 20 rows": turns([everything], "/cases"),
            "cases, one state": turns([everything], "/cases?state=investigating"),
            "search": turns([everything], f"/search?q={WORDS}"),
            "today": turns([everything], "/today"),
        }
        self.kinds = self.county


def sign_in(port, login):
    browser = Browser(port, timeout=600)
    browser.submit(browser.get("/sign-in").form("/sign-in").fill(login=login, password=PASSWORD))
    if browser.get("/clues").status != 200:
        raise LookupError(f"{login} could not sign in")
    return browser


def turns(browsers, path):
    turn = itertools.cycle([get(path, browser.cookie) for browser in browsers])
    return lambda: next(turn)


def records(browsers, path, noun):
    """The records on the first page of each county's list, with the session of its own head."""
    asked = [get(link, browser.cookie) for browser in browsers for link in Pages.links(browser, path, noun)]
    turn = itertools.cycle(asked)
    return lambda: next(turn)


def measure(binaries, asked, output):
    sizes = (asked.province, asked.clues, asked.cases)
    output.heading(f"a province: {sizes[0]} counties, {sizes[1]:,} clues and {sizes[2]:,} cases each, PostgreSQL")
    with Provincial(binaries, *sizes, asked.keep) as province, Server(province.places[0]) as one:
        pages = ProvincialPages(one.port, asked.province)
        output.line(f"{'one request after the other, ms':34}{'p50':>9}{'worst':>9}")
        for title, kinds in (("a county: ", pages.county), ("the province: ", pages.province)):
            for name, make in kinds.items():
                times = one_by_one(one.port, name, make)
                output.line(f"{title + name:34}{statistics.median(times):9.1f}{max(times):9.1f}")
        loaded(output, "one process", [one.port], pages, asked.seconds)
        with Server(province.places[1]) as two:
            loaded(output, "two processes", [one.port, two.port], pages, asked.seconds)
        began = time.monotonic()
        status, words = province.places[0].run("qingyuan", "ledger", "verify", check=False)
        output.verified(words, time.monotonic() - began, faulty=bool(status))


def one_by_one(port, name, make):
    """Nobody else asks meanwhile."""
    line, times = Line(port), []
    for _ in range(ONE_BY_ONE):
        request = make()
        began = time.monotonic()
        status, _ = line.ask(request)
        times.append((time.monotonic() - began) * 1000)
        refuse_failures(name, status)
    line.close()
    return times[3:]


def loaded(output, title, ports, pages, seconds):
    """The counties' people at work, and one request in fifty by the supervisor."""
    pages.kinds = {**pages.county, "province": supervisor(pages)}
    found, rate = waits(ports, pages, seconds, {**SHARES, "province": 2})
    output.line(f"\n{title}:")
    output.waits({name: found[name] for name in found}, rate)
    everything = [wait for waits_of in found.values() for wait in waits_of]
    output.line(f"{title}: {rate:.0f} requests per second, p95 {percentile(everything, 0.95):.1f} ms")


def supervisor(pages):
    turn = itertools.cycle(pages.province.values())
    return lambda: next(turn)()
