"""Many due dates, and kills while the server warns and presses: no step may be lost, none told twice.

The clock of the laboratory's server is shifted to a pinned day after a holiday. Between two starts a sweep that was
killed must be due again: with SQLite the clock goes on by two minutes, with PostgreSQL, which keeps its own time, the
turn is given back.
"""

import collections
import datetime
import os
import random
import shutil
import time
from dataclasses import dataclass, field

from cluster import Cluster
from kills import BothVictim, ServerVictim
from ladders import Calendar, ladders, steps
from serving import Place, Server, workspace
from stores import Peeper, store

PINNED = datetime.date(2026, 10, 12)
BETWEEN = 120
# A sweep that came to its end is due again after so long.
AFTER_ALL = 7200
# Turns that may miss because the sweep was through; many more, and the pinned day would end.
MISSES = 5


@dataclass
class Swept:
    duties: int = 0
    kills: int = 0
    notices: int = 0
    seconds: float = 0
    lost: list = field(default_factory=list)
    doubled: list = field(default_factory=list)
    # Neither: told without need, a ledger that does not verify, a sweep that hangs.
    wrong: list = field(default_factory=list)

    @property
    def faults(self):
        return self.lost + self.doubled + self.wrong

    def words(self):
        return (f"{self.duties} due dates, {self.notices} steps, kills {self.kills}, lost {len(self.lost)},"
                f" doubled {len(self.doubled)}")


class SweepTorture:
    """Use as `with SweepTorture(binaries, "sqlite") as torture`."""

    def __init__(self, binaries, kind):
        self.folder = workspace("sweep")
        self.cluster = Cluster(os.path.join(self.folder, "cluster")) if kind == "postgres" else None
        self.binaries = binaries
        self.keep = False
        # To eight in the morning of the pinned day, in Shanghai.
        midnight = datetime.datetime.combine(PINNED, datetime.time(), datetime.timezone(datetime.timedelta(hours=8)))
        self.shift = int(midnight.timestamp() + 8 * 3600 - time.time())

    def __enter__(self):
        self.place = Place(self.binaries, self.folder, self.cluster.start().url if self.cluster else None)
        return self

    def __exit__(self, kind, *_):
        if self.cluster:
            self.cluster.stop()
        if kind is None and not self.keep:
            shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, duties, kills, fault=None, seed="sweep"):
        began = time.monotonic()
        self.place.run("lab", "found", "--shift", str(self.shift))
        chance = random.Random(seed)
        outcome = Swept()
        wanted = self._owe(duties, outcome)
        total = sum(map(len, wanted.values()))
        with self._peeper() as peep:
            for _ in range(kills + MISSES):
                if fault is None and peep() > total * 0.75:
                    # A kill came late on a stalled machine and the sweep ran on: there must be work left to interrupt.
                    wanted = self._owe(duties, outcome)
                    total = sum(map(len, wanted.values()))
                server = self._server(fault)
                share = (outcome.kills + chance.uniform(0.3, 1)) / kills
                threshold = max(round(total * 0.66 * share), peep() + 1)
                server.launch()
                self._until(peep, threshold, server)
                time.sleep(chance.uniform(0, 0.01))
                interrupted = peep() < total or fault is not None
                self._victim(server, outcome.kills).kill()
                if self.cluster:
                    self.cluster.start()
                outcome.kills += interrupted
                self._wake(BETWEEN if interrupted else AFTER_ALL)
                if outcome.kills == kills:
                    break
            else:
                outcome.wrong.append(f"only {outcome.kills} of {kills} kills struck while the sweep ran")
        self._finish(fault, outcome, total)
        self._audit(wanted, outcome)
        outcome.seconds = time.monotonic() - began
        self.keep = bool(outcome.faults)
        return outcome

    def _owe(self, duties, outcome):
        """Owes so many duties more; answers all wanted steps from now on."""
        self.place.run("lab", "owe", "--shift", str(self.shift), "--duties", str(duties), "--after", str(outcome.duties))
        outcome.duties += duties
        return self._wanted()

    def _peeper(self):
        return Peeper(self.place, "SELECT COUNT(*) FROM duty_notice")

    def _server(self, fault):
        return Server(self.place, fault, laboratory=["--shift", str(self.shift)])

    def _victim(self, server, turn):
        # A power cut as far as processes go, now and then.
        return BothVictim(self.cluster, server) if self.cluster and turn % 5 == 4 else ServerVictim(server)

    def _until(self, peep, threshold, server, seconds=30):
        deadline = time.monotonic() + seconds
        while peep() < threshold and server.process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.001)

    def _wake(self, seconds=BETWEEN):
        self.shift += seconds
        if self.cluster:
            self.cluster.ask("UPDATE scratch_turn SET due = 0, until = 0")

    def _finish(self, fault, outcome, total):
        """Lets the sweep end, and then once more later: the second must find nothing to tell."""
        for seconds in (0, AFTER_ALL):
            self._wake(seconds)
            with self._server(fault), self._peeper() as peep:
                deadline = time.monotonic() + 30
                while peep() < total and time.monotonic() < deadline:
                    time.sleep(0.02)
                last = -1
                while peep() != last:
                    last = peep()
                    time.sleep(0.4)
        status, words = self.place.run("qingyuan", "ledger", "verify", check=False)
        if status:
            outcome.wrong.append(f"ledger verify: {words.splitlines()[-1]}")

    def _wanted(self):
        """Steps that each duty must have had on the pinned day, by its number."""
        book, calendar = ladders(), Calendar()
        rows = store(self.place).rows("SELECT id, kind, due, counted_to FROM duty WHERE ended IS NULL AND suspended IS NULL")
        return {id: steps(kind, date(due), date(counted), PINNED, book, calendar) for id, kind, due, counted in rows}

    def _audit(self, wanted, outcome):
        base = store(self.place)
        notices = base.rows("SELECT n.duty, n.step, COUNT(r.person) FROM duty_notice n"
                            " LEFT JOIN duty_notice_reader r ON r.notice = n.id GROUP BY n.id, n.duty, n.step")
        told = collections.Counter((duty, step) for duty, step, _ in notices)
        ledger = collections.Counter(object for (object,) in base.rows(
            "SELECT object FROM ledger WHERE object_kind = 'torture' AND deed = 'duties.sweep'"))
        outcome.notices = len(notices)
        must = {(duty, step) for duty, all in wanted.items() for step in all}
        outcome.lost += [f"{step} of duty {duty} was never told" for duty, step in sorted(must - set(told))]
        outcome.lost += [f"{step} of duty {duty} reached nobody" for duty, step, readers in notices if readers == "0"]
        outcome.doubled += [f"{step} of duty {duty} was told {count} times" for (duty, step), count in told.items() if count > 1]
        outcome.wrong += [f"{step} of duty {duty} was told without need" for duty, step in sorted(set(told) - must)]
        each = collections.Counter(duty for duty, _, _ in notices)
        for duty, subject in base.rows("SELECT id, subject FROM duty WHERE subject_kind = 'torture'"):
            count, entries = each[duty], ledger[subject]
            if entries < count:
                outcome.lost.append(f"duty {duty}: {count} notices, {entries} entries in the ledger")
            elif entries > count:
                outcome.doubled.append(f"duty {duty}: {count} notices, {entries} entries in the ledger")


def date(text):
    return datetime.date.fromisoformat(text) if text else None
