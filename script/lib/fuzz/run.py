"""One fuzz of one store: a demonstration, a server, clients, and a look at the whole after each minute."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter

from cluster import Cluster
from fuzz.accounts import EXPENDABLE, Accounts
from fuzz.client import Client
from fuzz.findings import Findings
from fuzz.routes import Routes
from fuzz.shapes import Harvest
from serving import Place, Server, workspace

CLIENTS = 4
# Traps end the process at once; a backtrace of a binary of this size would take longer than the request.
QUIET = {"SWIFT_BACKTRACE": "enable=no"}


class Fuzz:
    def __init__(self, binaries, store, seed, clients=CLIENTS):
        self.binaries, self.store, self.seed = binaries, store, seed
        self.folder = workspace("fuzz")
        self.cluster = Cluster(os.path.join(self.folder, "cluster")) if store == "postgres" else None
        self.count = clients

    def __enter__(self):
        try:
            return self._open()
        except BaseException:
            if self.cluster:
                self.cluster.stop()
            raise

    def _open(self):
        address = self.cluster.start().url if self.cluster else None
        self.place = Place(self.binaries, self.folder, address)
        self.accounts = Accounts.printed(self.place.run("qingyuan", "demo")[1])
        self.routes = Routes(listed(self.binaries))
        self.begin(Findings(self.folder, self.store), Server(self.place, environment=QUIET).start())
        return self

    def begin(self, findings, server):
        self.findings, self.server = findings, server
        self.over = threading.Event()
        self.clients = []
        self.traps = 0
        self._reviving = threading.Lock()
        self._revival = 0
        self._read = 0

    def __exit__(self, kind, *_):
        self.over.set()
        self.server.stop()
        if self.cluster:
            self.cluster.stop()
        if kind is None and not self.findings:
            shutil.rmtree(self.folder, ignore_errors=True)
        else:
            print(f"fuzz: everything is kept in {self.folder}", file=sys.stderr)

    def run(self, seconds):
        self.began = time.monotonic()
        self.harvest = self._harvest()
        self.clients = [Client(f"f{number}", self) for number in range(self.count)]
        for client in self.clients:
            client.start()
        self._watch(self.began + seconds)
        self.over.set()
        for client in self.clients:
            client.join(60)
            if client.failure:
                raise client.failure
        self._look()
        self._look_for_remains()
        self._measure()
        return self

    def ended(self):
        """Whether the server process has ended. Starts it again, once for all clients, and notes what was under way."""
        server = self.server
        with self._reviving:
            if server.process.poll() is None:
                time.sleep(0.3)  # A process that is ending still holds its place for a moment.
                if server.process.poll() is None:
                    # Another client may have found it dead a moment ago: this line broke for the same reason.
                    return self._revival > time.monotonic() - 2
            self._note_trap(server.process.returncode)
            server.start()
            self._revival = time.monotonic()
            return True

    def _note_trap(self, status):
        self.traps += 1
        ending = signal.Signals(-status).name if status < 0 else f"status {status}"
        for client in self.clients:
            if client.sent:
                self.findings.add(f"the process ended ({ending}) while this or another request was under way",
                                  client.sent,
                                  more=self.server.tail()[-2000:])

    def _harvest(self):
        """What everybody is shown. The accounts that the demonstration has made are spared: not withdrawn."""
        harvest = Harvest(self.routes, f"{self.seed} harvest")
        for login in [None, *self.accounts.logins]:
            harvest.crawl(self.server.port, login, self.accounts.cookie(self.server.port, login))
        harvest.spare(set(harvest.ids.pop("/accounts", ())))
        return harvest

    def _watch(self, until):
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 60))
            if left > 60:
                self._look()

    def _look(self):
        """At the whole: it answers, the ledger is whole, nothing stands in the log that nobody was told of."""
        if self.server.process.poll() is not None:
            self.ended()
        if not self.server.answers():
            self.findings.add("does not answer /health")
        status, words = self.place.run("qingyuan", "ledger", "verify", check=False)
        if status:
            self.findings.add("ledger verify: " + words.splitlines()[-1][:300])
        for line in self._logged():
            self.findings.add("logged an error", more=line[:500])
        for login in self.accounts.lost - {EXPENDABLE}:
            self.findings.add(f"the fuzz has lost the account {login}: it cannot sign in, see fuzz/accounts.py")

    def _look_for_remains(self):
        """Uploads that were refused or broke off leave nothing behind, once nobody asks any more."""
        time.sleep(1)
        left = os.listdir(os.path.join(self.place.data, "incoming"))
        if left:
            self.findings.add("uploads have left files in incoming/", more=", ".join(left[:5]))

    def _logged(self):
        with open(self.server.log, encoding="utf-8", errors="replace") as file:
            file.seek(self._read)
            lines = file.readlines()
            self._read = file.tell()
        return [line.strip() for line in lines if " error " in line or "incident" in line]

    def _measure(self):
        self.seconds = time.monotonic() - self.began
        self.statuses = sum((client.statuses for client in self.clients), Counter())
        self.reached = sum((client.reached for client in self.clients), Counter())
        self.slowest = max(client.slowest for client in self.clients)
        with open(f"/proc/{self.server.process.pid}/status", encoding="ascii") as file:
            self.memory = next(int(line.split()[1]) >> 10 for line in file if line.startswith("VmHWM"))

    def words(self):
        classes = Counter("none" if status == "none" else f"{status // 100}xx" for status in self.statuses.elements())
        answers = ", ".join(f"{name} {count}" for name, count in sorted(classes.items()))
        closed = [route.name for route in self.routes.all if not self.reached[route.name]]
        return (f"{self.statuses.total()} requests in {self.seconds:.0f} s ({answers}); "
                f"findings {len(self.findings)}, traps {self.traps}; "
                f"slowest {self.slowest[0]:.1f} s ({self.slowest[1]}), memory {self.memory} MB; "
                f"let in on {len(self.routes.all) - len(closed)} of {len(self.routes.all)} routes"
                + (f", never on {', '.join(closed)}" if closed else ""))


def listed(binaries):
    command = [os.path.join(binaries, "qingyuan"), "routes", "--format", "json"]
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True).stdout
