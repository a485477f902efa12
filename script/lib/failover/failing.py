"""Two servers on one store with a standby: kill a server, kill the primary, then look for every acknowledged write."""

import http.client
import os
import shutil
import sys
import threading
import time
from dataclasses import dataclass, field

from audit import Audit, answered_losses
from clients import Roamer
from cluster import wait_until
from journal import Journal
from kills import Killer, ServerVictim
from pair import Pair
from serving import Place, Server, workspace

CLIENTS = 4
REPORT = b"county=110&place=x&text=%E6%9C%89%E4%BA%BA%E5%9C%A8%E9%9B%86%E5%B8%82%E6%8B%94%E7%89%99&once="


@dataclass
class Outcome:
    acknowledged: int = 0
    lost: list = field(default_factory=list)
    wrong: list = field(default_factory=list)
    # What was struck, and after how many seconds each living server acknowledged a write again.
    healed: list = field(default_factory=list)
    seconds: float = 0


class PrimaryVictim:
    """The primary dies, its standby takes its place; the servers find it by themselves. `stalls`: for a while before,
    nothing reached the standby."""

    def __init__(self, pair, servers, strikes, stalls):
        self.pair = pair
        self.servers = servers
        self.strikes = strikes
        self.stalls = stalls

    def kill(self):
        if self.stalls:
            self.pair.stall()
            time.sleep(0.7)
        self.strikes.append(("the primary", time.monotonic(), [server.port for server in self.servers]))
        self.pair.primary.kill9()

    def revive(self):
        self.pair.promote()
        for server in self.servers:
            server.wait()
        time.sleep(1)
        self.pair.rebuild()


class OneServerVictim(ServerVictim):
    """A server dies and stays away for a while: the other goes on alone."""

    def __init__(self, server, other, strikes):
        super().__init__(server)
        self.other = other
        self.strikes = strikes

    def kill(self):
        self.strikes.append(("a server", time.monotonic(), [self.other.port]))
        super().kill()

    def revive(self):
        time.sleep(1.5)
        super().revive()


class Failover:
    """Use as `with Failover(binaries) as failover: failover.run(…)`."""

    def __init__(self, binaries, waits=True, fault=None):
        self.folder = workspace("failover")
        self.binaries = binaries
        self.fault = fault
        self.pair = Pair(self.folder, waits)
        self.keep = False
        self.strikes = []

    def __enter__(self):
        self.pair.__enter__()
        self.places = [Place(self.binaries, os.path.join(self.folder, name), self.pair.url) for name in ("one", "two")]
        self.places[0].run("lab", "found")
        # How keys come to a second machine: its folder gets a copy of them.
        os.makedirs(self.places[1].data)
        shutil.copytree(os.path.join(self.places[0].data, "keys"), os.path.join(self.places[1].data, "keys"))
        return self

    def __exit__(self, kind, *_):
        self.pair.__exit__()
        if kind is None and not self.keep:
            shutil.rmtree(self.folder, ignore_errors=True)
        else:
            print(f"failover: everything is kept in {self.folder}", file=sys.stderr)

    def run(self, plan, writes, seed):
        """`plan` names what dies, in turn: server, primary, stalled."""
        began = time.monotonic()
        journal = Journal(os.path.join(self.folder, "journal"))
        outcome = Outcome()
        servers = [Server(place, self.fault) for place in self.places]
        with servers[0], servers[1]:
            killer = Killer(self._strikes(plan, servers, writes), writes, seed)
            clients = [Roamer(f"f{number}", [server.port for server in servers], killer, journal, number % 2)
                       for number in range(CLIENTS)]
            self._let_write(clients, killer, len(plan), writes, outcome)
            if not self.fault and self.pair.waits:
                outcome.wrong += self._cancelled_wait(servers[0])
            outcome.acknowledged = len(journal.records)
            outcome.healed = list(healing(self.strikes, clients))
            for server in servers:
                outcome.lost += answered_losses(server.port, journal)
        journal.close()
        self._audit(journal, outcome)
        outcome.seconds = time.monotonic() - began
        self.keep = bool(outcome.lost or outcome.wrong)
        return outcome

    def _strikes(self, plan, servers, writes):
        turns = []
        for number, name in enumerate(plan):
            if name == "server":
                victim = OneServerVictim(servers[number % 2], servers[1 - number % 2], self.strikes)
            else:
                victim = PrimaryVictim(self.pair, servers, self.strikes, name == "stalled")
            turns.append((round(writes * (number + 0.8) / (len(plan) + 1)), victim, name != "stalled"))
        return turns

    def _let_write(self, clients, killer, kills, writes, outcome):
        for client in clients:
            client.start()
        in_time = killer.run(seconds=60 + kills * 30 + writes / 4)
        for client in clients:
            client.stop()
        for client in clients:
            client.join(90)
        if not in_time:
            outcome.wrong.append(f"it hung after {killer.answered} writes and {killer.done} kills")
        for client in clients:
            outcome.wrong += [f"client {client.name}: {words}" for words in client.strange]
            if client.failure:
                raise client.failure

    def _cancelled_wait(self, server):
        """An administrator cancels a commit that waits for the standby: PostgreSQL says that it is done, with a warning
        that the standby may not have it. That must not be acknowledged."""
        self.pair.stall()
        answers = []
        sender = threading.Thread(target=lambda: answers.append(post_report(server.port)))
        sender.start()
        waiting = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND backend_type = 'client backend'"
        if not wait_until(lambda: self.pair.primary.ask(waiting), 20):
            return ["no commit waited for a standby that was silent"]
        self.pair.primary.ask(f"SELECT pg_cancel_backend(pid) FROM ({waiting}) AS waiting")
        sender.join(30)
        self.pair.resume()
        return [] if answers == [503] else [f"a commit that the standby may not have was answered {answers}, not 503"]

    def _audit(self, journal, outcome):
        audit = Audit(self.places[1], journal)
        outcome.lost += audit.losses()
        outcome.wrong += audit.half_done()
        for place in self.places:
            status, words = place.run("qingyuan", "ledger", "verify", check=False)
            if status:
                outcome.wrong.append(f"ledger verify: {words.splitlines()[-1]}")
        nodes = {int(id) >> 9 & 0xFFF for id, _, _ in audit.clues.values()}
        if len(nodes) < 2:
            outcome.wrong.append(f"both servers made identities as node {nodes}")


def healing(strikes, clients):
    answered = sorted(moment for client in clients for moment in client.answered)
    for what, since, ports in strikes:
        times = []
        for port in ports:
            after = [moment for moment, at in answered if at == port and moment > since + 0.05]
            times.append(min(after, default=float("inf")) - since)
        yield what, times


def post_report(port):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("POST", "/report", REPORT + os.urandom(16).hex().encode(),
                 {"Content-Type": "application/x-www-form-urlencoded"})
    return line.getresponse().status
