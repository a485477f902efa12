"""One torture of one store: found it, write, kill, audit."""

import os
import shutil
import sys
import time
from dataclasses import dataclass, field

from audit import Audit, answered_losses
from client import Client
from cluster import Cluster
from journal import Journal
from kills import BothVictim, ClusterVictim, Killer, ServerVictim, spread
from proof import missing_syncs
from serving import Place, Server, workspace

CLIENTS = 4


@dataclass
class Outcome:
    acknowledged: int = 0
    kills: int = 0
    seconds: float = 0
    lost: list = field(default_factory=list)
    # Besides losses: torn writes, answers that no working server gives, a ledger that does not verify.
    wrong: list = field(default_factory=list)

    def words(self):
        return f"acknowledged {self.acknowledged}, kills {self.kills}, lost {len(self.lost)}"


class Torture:
    """A fresh folder (and cluster), founded. Use as `with Torture(binaries, "sqlite") as torture`."""

    def __init__(self, binaries, store):
        self.folder = workspace("torture")
        self.cluster = Cluster(os.path.join(self.folder, "cluster")) if store == "postgres" else None
        self.binaries = binaries
        self.keep = False

    def __enter__(self):
        address = self.cluster.start().url if self.cluster else None
        self.place = Place(self.binaries, self.folder, address)
        self.place.run("lab", "found")
        return self

    def __exit__(self, kind, *_):
        if self.cluster:
            self.cluster.stop()
        if kind is None and not self.keep:
            shutil.rmtree(self.folder, ignore_errors=True)
        elif kind is not None:
            print(f"torture: everything is kept in {self.folder}", file=sys.stderr)

    def kills(self, writes, kills, fault=None, seed="torture"):
        """Writes and kills, then looks for every acknowledged write."""
        began = time.monotonic()
        server = Server(self.place, fault)
        journal = Journal(os.path.join(self.folder, "journal"))
        killer = Killer(spread(self._victims(server, fault), writes, kills, seed), writes, seed)
        with server:
            clients = [Client(f"t{number}", server.port, killer, journal) for number in range(CLIENTS)]
            for client in clients:
                client.start()
            in_time = killer.run(seconds=60 + kills * 5 + writes / 4)
            for client in clients:
                client.stop()
            for client in clients:
                client.join(60)
        journal.close()
        outcome = Outcome(len(journal.records), killer.done)
        if not in_time:
            outcome.wrong.append(f"it hung after {outcome.words()}")
        for client in clients:
            outcome.wrong += [f"client {client.name}: {words}" for words in client.strange]
            if client.failure:
                raise client.failure
        self._audit(journal, outcome)
        outcome.seconds = time.monotonic() - began
        self.keep = self.keep or bool(outcome.lost or outcome.wrong)
        return outcome

    def syncs(self, writes, fault=None):
        """Only for SQLite; see proof.py."""
        return missing_syncs(self.place, fault, writes)

    def _victims(self, server, fault):
        if not self.cluster:
            return [ServerVictim(server)]
        # A database that syncs late loses only what its own death takes along.
        if fault == "sync-off":
            return [ClusterVictim(self.cluster, server)]
        if fault:
            return [ServerVictim(server)]
        return [ServerVictim(server), ClusterVictim(self.cluster, server), ServerVictim(server),
                ClusterVictim(self.cluster, server), BothVictim(self.cluster, server)]

    def _audit(self, journal, outcome):
        with Server(self.place) as server:
            outcome.lost += answered_losses(server.port, journal)
        audit = Audit(self.place, journal)
        outcome.lost += audit.losses()
        outcome.wrong += audit.half_done()
        status, words = self.place.run("qingyuan", "ledger", "verify", check=False)
        if status:
            outcome.wrong.append(f"ledger verify: {words.splitlines()[-1]}")
