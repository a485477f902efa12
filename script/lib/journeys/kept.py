"""A county before the bad day: the work that is done there, what people see, and what is kept of it elsewhere."""

import os
import shutil
import signal
import subprocess
import time

from journeys import figures, ledger
from journeys.citizen import report
from journeys.invented import png
from journeys.rights import found
from journeys.visitor import Complaint

SECRET = "a secret that is long enough"
CAMPAIGN = "医疗市场专项整治行动"
LISTS = ("/clues", "/institutions", "/sites", "/visits", "/rectifications", "/cases", "/plans", "/campaigns")
RECORDS = ("/institutions", "/visits", "/cases")


class County:
    """The demonstration, and a folder far from it: the copy, its secret, the keys, the paper of the ledger."""

    def __init__(self, scene):
        self.scene, self.house, self.place = scene, scene.house, scene.house.server.place
        self.name, self.other_name = f"恢复巷{scene.width}号", f"恢复桥{scene.width}号"
        self.folder = os.path.join(scene.house.folder, f"kept-{scene.width}")
        self.copy, self.keys, self.secret = [os.path.join(self.folder, name) for name in ("copy.qyb", "keys", "secret")]
        people = {login: scene.visitor(login) for login in ("luohui", "heyuan", "weij", None)}
        self.office, self.head, self.auditor, self.citizen = people.values()
        self.sessions = {login: person.context.cookies() for login, person in people.items()}

    def work(self):
        """Two reports, the first with a photo and accepted; an officer who signs out."""
        self.code = report(self.citizen, f"{self.name}有人输液。", self.name)
        report(self.citizen, f"{self.other_name}也有。", self.other_name, files=False)
        self.clue, self.other = [found(self.head, name) for name in (self.name, self.other_name)]
        accept(self.head.open(self.clue))
        gone = self.scene.visitor("zhouyn")
        self.signed_out = gone.context.cookies()
        gone.sign_out()

    def look(self):
        self.campaign = self.office.menu("专项行动").follow(CAMPAIGN).path
        self.figures = {name: figure.number for name, figure in figures.read(self.office).items()}
        self.files = files(self.head.open(self.clue))
        self.head.must(list(self.files.values()) == [png()], "the report's photo is not on the clue")
        self.pages = seen(self, self.head, self.auditor, self.citizen)

    def keep(self):
        """What has to lie elsewhere before the bad day: secret, keys, and the paper."""
        os.makedirs(self.folder)
        with open(self.secret, "w", encoding="ascii") as file:
            file.write(SECRET)
        shutil.copytree(os.path.join(self.place.data, "keys"), self.keys)
        self.paper = ledger.Paper(self.place, self.folder)

    def back_up(self):
        """Held in its midst, so that somebody's deed surely falls into it; the copy is of the moment before."""
        self.head.open(self.other).sees("待受理")
        backup = self._held()
        try:
            accept(self.head)
        finally:
            backup.send_signal(signal.SIGCONT)
            words = backup.communicate(timeout=60)[0]
        self.head.must(backup.returncode == 0 and "备份完成" in words, f"backup ended with {backup.returncode}: {words}")
        self.head.open(self.other).sees("办理中")
        self.too_late = self.scene.visitor("qinsa").context.cookies()

    def _held(self):
        """A backup that is stopped when it has its snapshot and its file does not bear its name yet."""
        growing = os.path.join(self.folder, ".copy.qyb.growing")
        for _ in range(20):
            backup = subprocess.Popen(
                [self.house.program, "backup", "--to", self.copy, "--key-file", self.secret, *self.place.arguments],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            while not os.path.exists(growing) and backup.poll() is None:
                time.sleep(0.0005)
            backup.send_signal(signal.SIGSTOP)
            if os.path.exists(growing):
                return backup
            # It was quicker than we are, or refused.
            backup.send_signal(signal.SIGCONT)
            words = backup.communicate(timeout=60)[0]
            if backup.returncode:
                raise Complaint(f"backup ended with {backup.returncode}: {words}")
            os.remove(self.copy)
        raise Complaint("no backup could be held in its midst")


def accept(head):
    return head.choose("承办人", "周予宁").press("受理").sees("办理中", "周予宁")


def seen(county, head, auditor, citizen):
    """Page → its words: lists with their counts, records, the ledger up to yesterday, what the reporter reads."""
    pages = {path: head.open(path).text for path in LISTS}
    paths = [head.open(path).page.locator("main table tbody a").first.get_attribute("href") for path in RECORDS]
    pages |= {path: head.open(path).text for path in [county.clue, county.campaign, *paths]}
    old = f"/ledger?to={ledger.yesterday()}"
    pages[old] = auditor.open(old).text
    pages["/progress"] = citizen.open("/progress").fill("查询码", county.code).press("查看").text
    return pages


def files(visitor):
    """Address → bytes of what is attached to the record on the page."""
    links = visitor.page.locator("main a[href^='/files/']").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return {link: visitor.context.request.get(link).body() for link in links}
