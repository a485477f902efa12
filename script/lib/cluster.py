#!/usr/bin/env python3
"""A private PostgreSQL cluster for tests: its own folder, a free port on loopback, stopped by its process id.

As a module:   with Cluster("/tmp/x/cluster") as cluster: … cluster.url …; cluster.kill9(); cluster.restart()
As a command:  cluster.py start|stop|kill|restart FOLDER [SETTING=VALUE …]
               (start and restart print `export` lines for a shell)

PostgreSQL refuses to run as root, so root runs it as the user `postgres`, whom the Debian package makes.
"""

import glob
import os
import pwd
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time

NAME = "qingyuan"

# fsync stays on, as for an agency. A late WAL writer makes a commit that was answered before its sync easy to lose,
# so that the tests notice. Many houses are open at once, each with a pool of its own.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "on",
    "wal_writer_delay": "10s",
    "max_connections": "400",
    "shared_buffers": "128MB",
    "max_wal_size": "2GB",
    "log_min_duration_statement": "-1",
}


class ClusterError(Exception):
    """A cluster that could not be made, started or stopped; the text says why."""


class Cluster:
    def __init__(self, folder, settings=None):
        self.folder = os.path.abspath(folder)
        self.data = os.path.join(self.folder, "data")
        self.log = os.path.join(self.folder, "log")
        self.settings = {**SETTINGS, **(settings or {})}
        self._process = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    @property
    def url(self):
        return f"postgresql://{NAME}@127.0.0.1:{self.port}/{NAME}"

    @property
    def port(self):
        """Chosen once for a folder, so that a program finds the cluster again after `restart`."""
        with open(os.path.join(self.folder, "port"), encoding="ascii") as file:
            return int(file.read())

    @property
    def pid(self):
        """The running postmaster of this folder, or None."""
        try:
            with open(os.path.join(self.data, "postmaster.pid"), encoding="utf-8") as file:
                pid = int(file.readline())
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                return pid if os.fsencode(self.data) in file.read().split(b"\0") else None
        except (OSError, ValueError):
            return None

    def start(self):
        fresh = not os.path.exists(os.path.join(self.data, "PG_VERSION"))
        if fresh:
            self._make()
        if not self.pid:
            self._launch()
        if fresh:
            self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", NAME, NAME)
        return self

    def stop(self):
        """Ends the server in order. A server that does not listen is killed."""
        if self.pid:
            os.kill(self.pid, signal.SIGINT)
            if not wait_until(lambda: not self.pid, 30):
                self.kill9()

    def kill9(self):
        """Ends the postmaster and every process of it at once, as a crash of the server program would."""
        pid = self.pid
        if not pid:
            return
        os.kill(pid, signal.SIGSTOP)  # so that it starts no new process meanwhile
        all_of_it = [pid] + children(pid)
        for each in all_of_it:
            try:
                os.kill(each, signal.SIGKILL)
            except ProcessLookupError:
                pass
        if not wait_until(lambda: not any(map(alive, all_of_it)), 10):
            raise ClusterError(f"process {pid} of PostgreSQL outlived kill -9")
        self._forget()

    def restart(self):
        self.stop()
        return self.start()

    def follow(self, primary, name="standby"):
        """Becomes a standby of another cluster: copies it and streams from it under this name. What stood here is
        thrown away; the port stays."""
        self.stop()
        shutil.rmtree(self.data, ignore_errors=True)
        if not os.path.exists(os.path.join(self.folder, "port")):
            self._found()
        source = f"host=127.0.0.1 port={primary.port} user={NAME} application_name={name}"
        self._run("pg_basebackup", "-d", source, "-D", self.data, "-R", "-X", "stream", "-c", "fast", "--no-sync")
        self._launch()
        return self

    def promote(self):
        """From standby to primary. Returns once it can be written."""
        self.ask("SELECT pg_promote(true, 60)")

    def ask(self, statement):
        """Rows of texts, from this server and no other."""
        done = subprocess.run(
            [program("psql"), "-qAtX", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", statement, self.url],
            capture_output=True, text=True, check=False)
        if done.returncode:
            raise ClusterError(f"psql: {done.stderr.strip()}")
        return [line.split("\t") for line in done.stdout.splitlines()]

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _make(self):
        self._found()
        self._run("initdb", "-D", self.data, "-U", NAME, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")

    def _found(self):
        os.makedirs(self.folder, mode=0o700, exist_ok=True)
        if os.geteuid() == 0:
            owner = user()
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        with open(os.path.join(self.folder, "port"), "w", encoding="ascii") as file:
            file.write(str(free_port()))

    def _launch(self):
        options = [f"-c{name}={value}" for name, value in self.settings.items()]
        options += ["-cunix_socket_directories=", f"-cport={self.port}"]
        with open(self.log, "ab") as log:
            self._process = subprocess.Popen(
                [program("postgres"), "-D", self.data, *options], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                cwd="/", start_new_session=True, **as_owner())
        wait_until(lambda: self._answers() or self._process.poll() is not None, 60)
        if self._process.poll() is not None or not self._answers():
            raise ClusterError(f"PostgreSQL did not start; the last lines of {self.log}:\n{self._tail()}")

    def _answers(self):
        ready = [program("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port), "-U", NAME, "-d", "postgres", "-t", "1"]
        return subprocess.run(ready, check=False).returncode == 0

    def _forget(self):
        """Where nothing waits for orphans, the dead postmaster stays as a zombie and its file would refuse a start."""
        if self._process:
            self._process.wait()
        try:
            os.remove(os.path.join(self.data, "postmaster.pid"))
        except FileNotFoundError:
            pass

    def _run(self, name, *arguments):
        done = subprocess.run([program(name), *arguments], capture_output=True, text=True, check=False, cwd="/",
                              **as_owner())
        if done.returncode:
            raise ClusterError(f"{name} failed: {done.stderr.strip()}")

    def _tail(self):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return "".join(file.readlines()[-20:])


def program(name):
    """The newest installed server's program; Debian keeps them off the PATH."""
    found = glob.glob(f"/usr/lib/postgresql/*/bin/{name}")
    if not found and not shutil.which(name):
        raise ClusterError(f"{name} is not installed; run script/bootstrap")
    return max(found, key=lambda path: int(path.split("/")[4])) if found else shutil.which(name)


def user():
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        raise ClusterError("there is no user postgres; run script/bootstrap") from None


def as_owner():
    """Keywords for subprocess: PostgreSQL never runs as root."""
    if os.geteuid() != 0:
        return {}
    owner = user()
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def children(parent):
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as file:
                    # The name stands in brackets and may hold anything; the parent is the second field after it.
                    if int(file.read().rpartition(")")[2].split()[1]) == parent:
                        found.append(int(entry))
            except OSError:
                continue
    return found


def alive(pid):
    """A zombie is not."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
            return file.read().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def wait_until(condition, seconds):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def main(arguments):
    deed, folder, *settings = arguments if len(arguments) > 1 else ("", "")
    if deed not in ("start", "stop", "kill", "restart") or not all("=" in each for each in settings):
        sys.exit(__doc__)
    cluster = Cluster(folder, dict(each.split("=", 1) for each in settings))
    try:
        {"start": cluster.start, "stop": cluster.stop, "kill": cluster.kill9, "restart": cluster.restart}[deed]()
        if deed in ("start", "restart"):
            print(f"export PGHOST=127.0.0.1 PGPORT={cluster.port} PGUSER={NAME} PGDATABASE={NAME}")
            print(f"export QINGYUAN_TEST_DATABASE={shlex.quote(cluster.url)}")
    except ClusterError as error:
        sys.exit(f"cluster: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
