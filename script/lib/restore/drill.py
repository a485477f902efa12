"""One drill: a county at work, a backup meanwhile, an empty machine, and everything that was acknowledged before."""

import os
import random
import shutil
import subprocess
import time

from audit import Audit, answered_losses
from client import Client
from cluster import NAME, program
from journal import Journal
from serving import Place, Server, ServingError

SECRET = "qingyuan-drill-secret"
CLIENTS = 3
DAMAGES = 5


class Calm:
    """Stands where the torture has its killer: the clients only work."""

    def after_answer(self):
        pass


class Debts:
    """What was acknowledged before the backup began."""

    def __init__(self, records):
        self.records = records

    def of(self, *kinds):
        return [record for record in self.records if record["kind"] in kinds]


class Drill:
    """A store at work in a fresh folder, and the backup that was taken of it."""

    def __init__(self, binaries, folder, cluster, store):
        self.binaries, self.cluster = binaries, cluster
        self.folder = os.path.join(folder, f"from-{store}")
        self.copy = os.path.join(self.folder, "copy.qyb")
        self.place = self._place(self.folder, store)
        self.problems = []
        os.environ["QINGYUAN_BACKUP_KEY"] = SECRET

    def work(self, writes):
        """Writes until a backup was taken in the midst of it."""
        self.place.run("lab", "found")
        journal = Journal(os.path.join(self.folder, "journal"))
        with Server(self.place) as server:
            clients = [Client(f"d{number}", server.port, Calm(), journal) for number in range(CLIENTS)]
            for client in clients:
                client.start()
            wait_for(lambda: len(journal.records) >= writes, clients)
            self.debts = Debts(list(journal.records))
            self.place.run("qingyuan", "backup", "--to", self.copy, "--with-keys")
            self.meanwhile = len(journal.records) - len(self.debts.records)
            for client in clients:
                client.stop()
            for client in clients:
                client.join(60)
        journal.close()
        if not self.meanwhile:
            self.problems.append("nobody wrote while the backup was taken")
        for client in clients:
            self.problems += [f"client {client.name}: {words}" for words in [*client.strange, client.failure] if words]

    def restore(self, store):
        """On an empty machine: one command, then the server, then every debt."""
        folder = os.path.join(self.folder, f"to-{store}")
        place = self._place(folder, store)
        place.run("qingyuan", "restore", "--from", self.copy)
        with Server(place) as server:
            self.problems += answered_losses(server.port, self.debts)
        audit = Audit(place, self.debts)
        self.problems += audit.losses() + audit.half_done()
        status, words = place.run("qingyuan", "ledger", "verify", check=False)
        if status:
            self.problems.append(f"ledger verify: {words.splitlines()[-1]}")
        shutil.rmtree(folder)

    def damage(self, store):
        """Copies of which one byte differs, or the end is missing, and a wrong secret: nothing comes down."""
        folder = os.path.join(self.folder, f"damaged-{store}")
        place = self._place(folder, store)
        with open(self.copy, "rb") as file:
            whole = file.read()
        bad = self.copy + ".bad"
        for position in [random.randrange(len(whole)) for _ in range(DAMAGES)]:
            self._refused(place, bad, whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1:],
                          f"byte {position} changed")
            self._refused(place, bad, whole[:position], f"cut at {position}")
        os.environ["QINGYUAN_BACKUP_KEY"] = "not-the-secret"
        self._refused(place, bad, whole, "wrong secret")
        os.environ["QINGYUAN_BACKUP_KEY"] = SECRET

    def _refused(self, place, bad, content, what):
        with open(bad, "wb") as file:
            file.write(content)
        status, words = place.run("qingyuan", "restore", "--from", bad, check=False)
        if status != 1 or os.path.exists(place.data) or self._tables(place):
            self.problems.append(f"{what}: status {status}, {words[-200:]}")

    def _tables(self, place):
        if not place.address:
            return []
        done = subprocess.run(
            [program("psql"), "-qAtX", "-c", "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = "
             "'public'::regnamespace", place.address], capture_output=True, text=True, check=True)
        return done.stdout.split()

    def _place(self, folder, store):
        os.makedirs(folder)
        if store == "sqlite":
            return Place(self.binaries, folder)
        name = f"drill_{time.monotonic_ns()}"
        done = subprocess.run(["createdb", "-h", "127.0.0.1", "-p", str(self.cluster.port), "-U", NAME, name],
                              capture_output=True, text=True, check=False)
        if done.returncode:
            raise ServingError(f"createdb failed: {done.stderr.strip()}")
        return Place(self.binaries, folder, self.cluster.url.rsplit("/", 1)[0] + "/" + name)


def wait_for(condition, clients, seconds=120):
    began = time.monotonic()
    while not condition():
        for client in clients:
            if client.failure:
                raise client.failure
        if time.monotonic() - began > seconds:
            raise ServingError("the clients wrote too little")
        time.sleep(0.01)
