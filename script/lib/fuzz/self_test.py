"""The sabotage: servers that misbehave. Each fault must be noticed; a server without one must not be complained of."""

import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager

from fuzz import judge, values
from fuzz.client import Asker
from fuzz.findings import Findings
from fuzz.wire import Sent

PAGE = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'",
        "X-Content-Type-Options": "nosniff"}
ASKED = Sent(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "GET /", None)


def page(body=b"<p>&lt;q9x&gt; q9&quot;x</p>", status="200 OK", **headers):
    """An answer with the headers that all pages carry; `x_y=None` leaves one out."""
    given = PAGE | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *(f"{name}: {value}" for name,
                                                                     value in given.items() if value)]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


# What the server sends, and what must be said of it; nothing where it is right.
CASES = [
    (page(), None), (page(status="404 Not Found"), None), (page(b"", "303 See Other", Location="/today"), None),
    (page(status="500 Internal Server Error"), "status 500"), (page(status="503 Service Unavailable"), "status 503"),
    (page(b"<p><q9x></p>"), "a marker has come back unescaped"), (page(b'<input value="q9"x">'),
                                                                  "a marker has come back unescaped"),
    (page(b"<q9x>", **{"Content-Type": "text/csv"}), None), (page(b"<a href='javascript:q9x'>"),
                                                             "a link that is a script"),
    (page(b"<p>\xed\xa0\x80</p>"), "a page that is not UTF-8"), (page(**{"Content-Security-Policy": None}),
                                                                 "a page without its content-security policy"),
    (page(**{"X-Content-Type-Options": None}), "has no X-Content-Type-Options: nosniff"),
    (page(X_Q9x="1"), "a value has become a header"),
    (page(b"", "303 See Other", Location="//q9x.example/"), "sends the browser to another site"),
    (page(b"", "303 See Other", Location="/\\q9x.example"), "sends the browser to another site"),
    (page(b"SELECT id FROM clue"), "shows what is inside: SELECT"), (page(b"Storage.PostgresError"),
                                                                     "shows what is inside: Storage.PostgresError"),
    (page(b"Optional(3)"), "shows what is inside: Optional("),
    (b"", "no answer within 0.3 s"), (page()[:-1], "no answer within 0.3 s"),
    (None, "closed the line without an answer"),
]


def failures():
    found = [f"{(answer or b'closed')[:60]!r}: said {said}, not {wanted}" for answer, wanted in CASES
             if (said := judged(answer)) != ([wanted] if wanted else [])]
    return found + own_values() + trap_failures()


def own_values():
    """No two values sent in a row may read like the inside of the program: a page that shows them would be blamed."""
    sent = [value for listed in (values.NUMBERS, values.DATES, values.IDS, values.TEXTS, values.BROKEN, values.MARKUP,
                                 values.QUERIES) for value in listed]
    return [f"{first + second!r} is sent, and would be found in a page" for first in sent for second in sent
            if judge.INSIDE.search(first + second)]


def judged(answer):
    with served(answer) as port, tempfile.TemporaryDirectory() as folder:
        findings = Findings(folder, "self-test", keep=False)
        asker = Asker(port, findings, patience=0.3)
        asker.ask(ASKED)
        asker.hang_up()
        return [words for words, _ in findings.counts]


@contextmanager
def served(answer):
    """A server that sends the same to everybody; None closes the line instead."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve, args=(server, answer), daemon=True)
        thread.start()
        yield server.getsockname()[1]
    thread.join(5)


def serve(server, answer):
    try:
        line, _ = server.accept()
    except OSError:
        return
    with line:
        line.recv(65_536)
        if answer is not None:
            line.sendall(answer)
            line.settimeout(2)
            try:
                line.recv(1)  # Until the client hangs up.
            except OSError:
                pass


def trap_failures():
    """A process that ends while it is asked must be noticed, started again and told once."""
    from fuzz.run import Fuzz

    run = Fuzz.__new__(Fuzz)
    with tempfile.TemporaryDirectory() as folder:
        Fuzz.begin(run, Findings(folder, "self-test", keep=False), Ending())
        run.clients = [Asker(0, run.findings)]
        run.clients[0].sent = ASKED
        ended = [run.ended(), run.ended()]
    told = [words for words, _ in run.findings.counts]
    right = run.server.starts == 1 and run.traps == 1 and ended[0] and len(told) == 1 and "SIGILL" in told[0]
    return [] if right else [f"a process that ended: started {run.server.starts} times, told {told}"]


class Ending:
    """A server whose process has ended by a trap; started again it stays."""

    starts = 0
    port = 0

    def __init__(self):
        self.process = self._run("import os, signal; os.kill(os.getpid(), signal.SIGILL)")
        self.process.wait()

    def start(self):
        self.starts += 1
        self.process = self._run("")
        self.process.poll = lambda: None

    def tail(self):
        return ""

    @staticmethod
    def _run(code):
        return subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.DEVNULL)
