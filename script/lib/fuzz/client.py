"""Threads that ask until the time is over."""

import random
import threading
import time
from collections import Counter

from browser import Cut
from fuzz.accounts import EXPENDABLE
from fuzz.compose import Draft, fill
from fuzz.judge import complaints
from fuzz.mutate import mutate
from fuzz.shapes import links
from fuzz.wire import Dropped, Line, Request, Sent, Silent

HARVEST_EVERY = 250
BRIEFLY = 0.4
# Where somebody is sent who has to say anew who he is.
AGAIN = ("/sign-in", "/me/prove")


class Asker:
    """Sends requests one after the other and tells what is wrong with their answers."""

    def __init__(self, port, findings, patience=20):
        self.port = port
        self.findings = findings
        self.patience = patience
        self.line = None
        # What is under way, for whoever finds the server dead, and what was last asked on the same line.
        self.sent = self.before = None

    def ask(self, sent):
        """The answer, or None where there was none."""
        self.sent = sent
        try:
            answer = self._exchange(sent)
        except Silent:
            self.hang_up()
            if sent.whole:
                self.findings.add(f"no answer within {self.patience} s", sent, before=self.before)
            return None
        except Dropped as dropped:
            self.hang_up()
            if sent.whole:
                self.dropped(sent, str(dropped))
            return None
        for words in complaints(answer):
            self.findings.add(words, sent, answer)
        self.before = sent
        if answer.closes or not sent.whole:
            self.hang_up()
        return answer

    def dropped(self, sent, words):
        self.findings.add("closed the line without an answer", sent, more=words, before=self.before)

    def hang_up(self):
        if self.line:
            self.line.close()
        self.line = None

    def _exchange(self, sent):
        """A kept line may have been closed meanwhile: then once more on a new one."""
        kept = self.line is not None and sent.whole
        if not kept:
            self.hang_up()
            self.before = None
            self.line = Line(self.port, self.patience if sent.whole else BRIEFLY)
        try:
            return self.line.ask(sent)
        except Dropped:
            if not kept or self.line.buffer:
                raise
            self.hang_up()
            self.line = Line(self.port, self.patience)
            return self.line.ask(sent)


class Client(threading.Thread, Asker):
    def __init__(self, name, run):
        threading.Thread.__init__(self, name=name, daemon=True)
        Asker.__init__(self, run.server.port, run.findings)
        self.fuzz = run
        self.random = random.Random(f"{run.seed} {name}")
        self.harvest = run.harvest.again(f"{run.seed} {name} harvest")
        self.statuses = Counter()
        self.reached = Counter()
        self.slowest = (0, "")
        self.failure = None

    def run(self):
        try:
            while not self.fuzz.over.is_set():
                if self.asked % HARVEST_EVERY == HARVEST_EVERY - 1:
                    self._look_around()
                self._one()
        except Exception as error:  # A fault of the fuzz itself must not look like a quiet client.
            self.failure = error

    @property
    def asked(self):
        return self.statuses.total()

    def dropped(self, sent, words):
        if not self.fuzz.ended():
            super().dropped(sent, words)

    def _one(self):
        route = self.random.choice(self.fuzz.routes.all)
        shape = self.harvest.shape(route)
        account = self._who(shape)
        draft = fill(Draft(shape, self.random), self.harvest)
        # Where nobody was let in yet, first as it should be.
        calm = not self.reached[route.name] and self.random.random() < 0.6
        data, whole = mutate(draft, self.harvest, self.fuzz.accounts.cookie(self.port, account), calm)
        answer = self._timed(Sent(data, route.name, account, whole))
        if answer:
            self._note(answer, shape, account)

    def _timed(self, sent):
        began = time.monotonic()
        answer = self.ask(sent)
        if sent.whole:
            self.slowest = max(self.slowest, (time.monotonic() - began, sent.route))
        self.statuses[answer.status if answer else "none"] += 1
        return answer

    def _note(self, answer, shape, account):
        """What an answer tells for the requests to come."""
        route = shape.route
        let_in = answer.status < 400 and not answer.location.startswith(AGAIN) or route.path == "/sign-in"
        self.reached[route.name] += let_in
        if route.path == "/sign-out" or answer.location.startswith(AGAIN):
            self.fuzz.accounts.forget(account)
        if answer.status == 409:
            self.harvest.forget(shape)
        if let_in and route.method == "POST":
            self._follow(answer, account)
        elif answer.is_html and answer.status == 200 and self.random.random() < 0.2:
            self._read(answer, shape.path, account)

    def _follow(self, answer, account):
        """As a browser would: the page of what was made, and the forms that it leads to."""
        if answer.status != 303:
            return self._read(answer, "/", account)
        path = answer.location.split("#")[0]
        answer = self._open(path, account)
        for link in self._read(answer, path, account):
            if link.startswith(path + "/") and self.fuzz.routes.find("POST", link):
                self._read(self._open(link, account), link, account)

    def _open(self, path, account):
        request = Request(b"GET", path.encode("latin-1"), [(b"Host", b"127.0.0.1")])
        if cookie := self.fuzz.accounts.cookie(self.port, account):
            request.put(b"Cookie", cookie.encode())
        found = self.fuzz.routes.find("GET", path.split("?")[0])
        return self._timed(Sent(request.wire(), found[0].name if found else "GET", account))

    def _read(self, answer, path, account):
        """Takes in what a page offers; gives its links."""
        if not answer or not answer.is_html:
            return []
        text = answer.body.decode("utf-8", "replace")
        self.harvest.read(text, path, account)
        return links(text)

    def _who(self, shape):
        """Mostly whom the page was shown to, else anybody. Signing out is left to few, so that sessions last."""
        if shape.route.path == "/sign-out" and self.random.random() < 0.9:
            return None
        if shape.route.name.startswith("POST /me/"):
            return self.random.choice((EXPENDABLE, EXPENDABLE, EXPENDABLE, None))
        if not shape.made_up and self.random.random() < 0.8:
            return shape.account
        return self.random.choice([None, *self.fuzz.accounts.logins])

    def _look_around(self):
        """Goes through some pages anew, as they are by now."""
        # Whoever may do more is looked at more often.
        forms = Counter(shape.account for name,
                        each in self.harvest.shapes.items() if name.startswith("POST") for shape in each)
        everybody = [None, *self.fuzz.accounts.logins]
        account = self.random.choices(everybody, [1 + forms[login] for login in everybody])[0]
        try:
            self.harvest.crawl(self.port, account, self.fuzz.accounts.cookie(self.port, account), pages=60)
        except Cut:
            self.fuzz.ended()
