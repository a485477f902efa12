"""The writes of the torture: what citizens and officers do, through the pages and forms that they use."""

import datetime
import hashlib
import random

from browser import Browser, Cut

PASSWORD = "qingyuan-demo-2026"
HEAD, OFFICER = "heyuan", "zhouyn"
OFFICER_NAME, SECOND_NAME = "周予宁", "秦述安"


class Strange(Exception):
    """An answer that a working server does not give. It is no loss by itself, but it fails the torture."""


class Steps:
    """One client's hands. Every method does one write and tells `acknowledged(kind, **debt)` once it was answered."""

    def __init__(self, port, acknowledged, seed):
        self.acknowledged = acknowledged
        self.random = random.Random(seed)
        self.citizen = Browser(port)
        self.head = Browser(port)
        self.officer = Browser(port)

    def hang_up(self):
        for browser in (self.citizen, self.head, self.officer):
            browser.hang_up()

    def sign_in(self):
        for login, browser in ((HEAD, self.head), (OFFICER, self.officer)):
            browser.cookie = None
            form = self._form(browser, "/sign-in", "/sign-in").fill(login=login, password=PASSWORD)
            self._submit(browser, form)
            self.acknowledged("sign-in", session=browser.cookie)

    def report(self, marker, wait):
        """A citizen's report with a photograph. Where the line breaks, the same form is sent again after `wait`, as a
        browser would: it must come to one clue."""
        # A frame that holds nothing but the picture, so that what is kept is what was sent.
        photo = (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00"
                 + self.random.randbytes(self.random.randrange(2_000, 60_000)).replace(b"\xff", b"\x7f") + b"\xff\xd9")
        form = None
        while True:
            try:
                if form is None:
                    form = self._form(self.citizen, "/report?county=110", "/report")
                    form.fill(county="110", text=f"{marker} 有人在集市给人拔牙，没有执照。", place="柳塘镇集市东头")
                answer = self.citizen.submit(form, [("files", "现场.jpg", "image/jpeg", photo)])
                break
            except Cut:
                wait()
        code = answer.find(r'<output class="code">([^<]+)</output>')
        number = answer.find(r"编号 ([^。<]+)")
        if answer.status not in (200, 201) or not code or not number:
            raise Strange(f"POST /report answered {answer.status}")
        self.acknowledged("report", marker=marker, code=code, number=number, sha256=hashlib.sha256(photo).hexdigest(),
                          size=len(photo))

    def find(self, marker):
        page = self._page(self.head, f"/clues?words={marker}")
        clue = page.find(r'href="/clues/([0-9a-z]{8,13})"')
        if not clue:
            raise Strange(f"the list does not show the clue {marker}")
        return clue

    def accept(self, clue):
        form = self._form(self.head, f"/clues/{clue}/accept", "/accept").choose("owner", OFFICER_NAME)
        self._do(self.head, form, "accept", clue=clue)

    def tie(self, clue, marker):
        form = self._form(self.officer, f"/clues/{clue}/site", "/site").fill(name=f"镶牙摊{marker}", address="集市东头")
        self._do(self.officer, form, "tie", clue=clue)

    def assign(self, clue):
        form = self._form(self.head, f"/clues/{clue}/assign", "/assign").choose("owner", SECOND_NAME)
        self._do(self.head, form, "assign", clue=clue)

    def file_case(self, clue, marker):
        form = self._form(self.officer, f"/cases/new?clue={clue}", "/cases")
        form.choose("first", OFFICER_NAME).choose("second", SECOND_NAME).choose("violation", "未取得医疗机构执业许可证擅自执业")
        form.fill(party=f"摊主{marker}", kind="person", summary="现场正在给人拔牙，没有出示许可证。")
        case = self._submit(self.officer, form).location.rpartition("/")[2]
        self.acknowledged("file", case=case, clue=clue)
        return case

    def decide(self, case):
        """The decision, after the steps that the law puts before it; the service follows."""
        penalty = {"penalties": ["warning", "fine"], "fine": "50000"}
        self._step(self.officer, case, "steps/questioning")
        self._step(self.officer, case, "steps/investigation-end")
        self._step(self.officer, case, "steps/prior-notice", told="yes", **penalty)
        self._step(self.officer, case, "steps/service", way="direct", about="4")
        self._step(self.officer, case, "steps/waiver", outcome="both")
        self._step(self.head, case, "approvals/discussion")
        form = self._form(self.head, f"/cases/{case}/decide", "/decide")
        form.fill(reasons="事实清楚，证据充分。", date=today(), **penalty)
        self._do(self.head, form, "decide", case=case)
        self._step(self.officer, case, "steps/service", way="direct", about="8")

    def _step(self, browser, case, step, **fields):
        form = self._form(browser, f"/cases/{case}/{step}", f"/{step}").fill(on=today(), **fields)
        self._do(browser, form, "step", case=case, step=step.rpartition("/")[2])

    def pay(self, case):
        self._do(self.officer, self._form(self.officer, f"/cases/{case}/pay", "/pay"), "pay", case=case)

    def close(self, case):
        form = self._form(self.head, f"/cases/{case}/close", "/close").fill(note="罚款已缴清。")
        self._do(self.head, form, "close", case=case)

    def answer(self, clue):
        form = self._form(self.officer, f"/clues/{clue}/answer", "/answer").fill(answer="已查处，摊点已经关闭。")
        self._do(self.officer, form, "answer", clue=clue)

    def _do(self, browser, form, kind, **debt):
        self._submit(browser, form)
        self.acknowledged(kind, **debt)

    def _form(self, browser, path, action):
        form = self._page(browser, path).form(action)
        if form is None:
            raise Strange(f"{path} shows no form {action}")
        return form

    @staticmethod
    def _page(browser, path):
        answer = browser.get(path)
        if answer.status != 200:
            raise Strange(f"GET {path} answered {answer.status} {answer.location}")
        return answer

    @staticmethod
    def _submit(browser, form):
        answer = browser.submit(form)
        if answer.status != 303 or answer.location.startswith("/sign-in"):
            raise Strange(f"POST {form.action} answered {answer.status} {answer.location} {answer.find('<li>([^<]+)')}")
        return answer


def today():
    return datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date().isoformat()
