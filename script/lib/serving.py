"""The server as the torture and the benchmark run it: a process of its own on a free port, killed and started again."""

import http.client
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from cluster import free_port

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))


class ServingError(Exception):
    """A server that did not start, or a command that failed; the text says why."""


class Place:
    """Where one run keeps its data: a data folder, and a database address unless SQLite serves."""

    def __init__(self, binaries, folder, address=None):
        self.binaries = binaries
        self.data = os.path.join(folder, "data")
        self.address = address
        self.folder = folder

    @property
    def store(self):
        return "postgres" if self.address else "sqlite"

    @property
    def arguments(self):
        return ["--data", self.data] + (["--database", self.address] if self.address else [])

    def run(self, program, *words, check=True):
        """Runs a command of the product or the laboratory on this place; gives its exit status and its words."""
        done = subprocess.run([os.path.join(self.binaries, program), *words, *self.arguments], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if check and done.returncode:
            raise ServingError(f"{program} {' '.join(words)} failed: {done.stdout.strip()[-400:]}")
        return done.returncode, done.stdout.strip()


class Server:
    """One server process at a time on one port. `fault` lets the laboratory serve with a guard switched off, other words
    for the `laboratory` let it serve in another way."""

    def __init__(self, place, fault=None, environment=None, laboratory=None, reports=10**9):
        self.place = place
        # The clients here are no flood, unless they are to be one.
        self.reports = reports
        self.laboratory = (laboratory or []) + (["--fault", fault] if fault else [])
        self.port = free_port()
        self.environment = {**os.environ, **(environment or {})}
        self.log = os.path.join(place.folder, "server.log")
        self.process = None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def start(self):
        self.launch()
        self.wait()
        return self

    def launch(self):
        program = "lab" if self.laboratory else "qingyuan"
        words = ["serve", "--port", str(self.port), "--reports", str(self.reports), *self.place.arguments, *self.laboratory]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([os.path.join(self.place.binaries, program), *words], stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log, env=self.environment)

    def wait(self, seconds=60):
        """Until it answers. Gives how long that took."""
        began = time.monotonic()
        while not self.answers():
            if self.process.poll() is not None:
                raise ServingError(f"the server ended with status {self.process.returncode}:\n{self.tail()}")
            if time.monotonic() - began > seconds:
                raise ServingError(f"the server did not answer within {seconds} s:\n{self.tail()}")
            time.sleep(0.005)
        return time.monotonic() - began

    def answers(self):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            line.request("GET", "/health")
            return line.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()

    def kill9(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """In order, as an administrator would; a server that does not end is killed."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill9()

    def tail(self):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return "".join(file.readlines()[-12:])


def workspace(name):
    """A fresh folder that the database server's user may pass through."""
    folder = tempfile.mkdtemp(prefix=f"qingyuan-{name}.")
    os.chmod(folder, 0o711)
    return folder


def shim(name, folder):
    """Compiles a library for LD_PRELOAD from its source beside this file."""
    library = os.path.join(folder, f"{name}.so")
    done = subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, os.path.join(ROOT, "script", "lib", f"{name}.c"),
                           "-ldl"], capture_output=True, text=True, check=False)
    if done.returncode:
        raise ServingError(f"cc failed on {name}.c: {done.stderr.strip()}")
    return library


def build(root):
    """The product and the laboratory, in the one configuration. Gives the folder of the programs."""
    subprocess.run([os.path.join(root, "script", "build")], check=True, stdin=subprocess.DEVNULL)
    swift = shutil.which("swift") or "/opt/swift/usr/bin/swift"
    subprocess.run([swift, "build", "--package-path", root, "-c", "release", "--product", "lab"], check=True,
                   stdin=subprocess.DEVNULL, stdout=sys.stderr)
    return os.path.join(root, ".build", "release")
