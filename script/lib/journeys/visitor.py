"""Somebody at a browser window: opens pages, follows links, fills in forms. Every page that comes is checked."""

import re
import time

from journeys import pagecheck

SIZES = {1280: (1280, 900), 390: (390, 844)}
WIDE = """() => {
  const wide = document.scrollingElement.scrollWidth, most = window.innerWidth
  if (wide <= most) return []
  const out = [...document.querySelectorAll('main *, header *')].filter(e => Math.max(e.getBoundingClientRect().right, e.scrollWidth) > most + 1)
  return [`${wide} px in ${most}: ` + out.slice(0, 3).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30)).join('; ')]
}"""


class Complaint(Exception):
    """A page is not what it should be; the text says how."""


class Visitor:
    """Fields are found by their labels, as a person or a screen reader finds them."""

    def __init__(self, browser, house, width, shots=None, script=False):
        wide, high = SIZES[width]
        self.house, self.width, self.shots = house, width, shots
        self.context = browser.new_context(
            viewport={"width": wide, "height": high}, java_script_enabled=script, locale="zh-CN",
            timezone_id="Asia/Shanghai", is_mobile=False, base_url=house.address)
        self.context.set_default_timeout(5000)
        self.page = self.context.new_page()
        self.login, self.moved = None, 0
        self.noise, self.faults, self.status, self.body = [], [], None, b""
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.noise.append(f"error on the page: {error}"))
        self.page.on("requestfailed", self._miss)

    def close(self):
        self.context.close()

    # Going somewhere.

    def open(self, path, status=200):
        return self._arrive(self.page.goto(path), status)

    def sign_in(self, login, password=None, status=200):
        self.open("/sign-in")
        self.fill("账号", login).fill("密码", password or self.house.password)
        return self.press("登录", status)

    def sign_out(self):
        self.page.locator("details.drop > summary").click()
        return self.press("退出", within="header")

    def menu(self, words):
        """By the menu; on a telephone it has to be opened first."""
        if self.width < 800:
            self.page.locator("header a.menu", has_text="菜单").click()
        link = self.page.locator("nav.nav").get_by_role("link", name=re.compile(f"^{words}"))
        return self._go(link, 200)

    def menu_words(self):
        """What the menu offers, whether or not it is open."""
        return self.page.locator("nav.nav li a").evaluate_all("all => all.map(a => a.title)")

    def follow(self, words, status=200):
        """By its whole words, else by a part of them; what is folded away is unfolded first, as a person does it."""
        main = self.page.locator("main")
        folded = main.locator("details:not([open])", has=self.page.locator(f'a:text-is("{words}")'))
        exact = main.get_by_role("link", name=words, exact=True)
        if folded.count() and not exact.count():
            folded.first.locator("> summary").click()
        return self._go((exact if exact.count() else main.get_by_role("link", name=words)).first, status)

    def unfold(self, words):
        """What is folded away until somebody wants it."""
        self.page.locator("main details > summary", has_text=words).first.click()
        return self

    def follow_row(self, words, last=False, status=200):
        """The first link of the first row of a table that holds the words, or its last one."""
        links = self.page.locator("main tr", has_text=words).first.get_by_role("link")
        return self._go(links.last if last else links.first, status)

    def press(self, words, status=200, within="main"):
        return self._go(self.page.locator(within).get_by_role("button", name=re.compile(f"^{re.escape(words)}")).first, status)

    def search(self, words):
        """By the search box of the head, sent with the Enter key."""
        if self.width < 800:
            self.page.locator("header a.menu", has_text="搜索").click()
        box = self.page.locator("#q")
        box.fill(words)
        with self.page.expect_navigation() as arrival:
            box.press("Enter")
        return self._arrive(arrival.value, 200)

    def download(self, words, seconds=5):
        """What a button brings as a file: its name and its bytes. The page stays where it is."""
        with self.page.expect_download(timeout=seconds * 1000) as arrival:
            # A click waits for what it sets off: it needs the same time.
            self.page.locator("main").get_by_role("button", name=words, exact=True).first.click(timeout=seconds * 1000)
        with open(arrival.value.path(), "rb") as file:
            return arrival.value.suggested_filename, file.read()

    def refused(self, method, path, words):
        """Asked for without a page, as no button asks: it must be refused with these words."""
        answer = self.context.request.fetch(path, method=method, headers={"Origin": self.house.address}, max_redirects=0)
        self.must(answer.status == 403, f"{method} {path} answers {answer.status}")
        self.must(words in pagecheck.words(answer.body()), f"{method} {path} does not say “{words}”")
        return self

    def _go(self, target, status):
        with self.page.expect_navigation() as arrival:
            target.click()
        return self._arrive(arrival.value, status)

    # Filling in.

    def fill(self, label, text):
        self._field(label).fill(text)
        return self

    def choose(self, label, *words):
        """The first choice of a list that holds all the words."""
        field = self._field(label)
        choices = {each.inner_text(): each.get_attribute("value") for each in field.locator("option").all()}
        fitting = [value for shown, value in choices.items() if all(word in shown for word in words)]
        self.must(fitting, f"“{label}” offers no {words}, only {list(choices)}")
        field.select_option(fitting[0])
        return self

    def tick(self, words):
        self.page.locator("main label.pick", has_text=words).first.locator("input").check()
        return self

    def attach(self, label, name, kind, content):
        self._field(label).set_input_files({"name": name, "mimeType": kind, "buffer": content})
        return self

    def typed(self, label):
        return self._field(label).input_value()

    def _field(self, label):
        return self.page.get_by_label(re.compile(f"^{re.escape(label)}(必填|可不填)?$"))

    # Looking.

    @property
    def path(self):
        return self.page.url.removeprefix(self.house.address)

    @property
    def text(self):
        return pagecheck.words(self.body)

    def sees(self, *words):
        for each in words:
            self.must(each in self.text, f"“{each}” is not on the page")
        return self

    def misses(self, *words):
        for each in words:
            self.must(each not in self.text, f"“{each}” is on the page")
        return self

    def overflow(self):
        """A sentence where the page is wider than the window: what sticks out."""
        return self.page.evaluate(WIDE)

    def must(self, truth, sentence):
        if not truth:
            raise Complaint(f"{self.path}: {sentence}")

    def _arrive(self, response, status):
        """Every page that is reached comes by here."""
        self.moved = time.monotonic()
        if response is None:  # a link to a place on the same page
            return self
        self.status, self.body = response.status, response.body()
        self.must(self.status == status, f"status {self.status} instead of {status}")
        # These do not stop anybody on his way; the journey fails at its end.
        self.faults += [f"{self.path}: {fault}" for fault in pagecheck.faults(self.body) + self.overflow() + self.noise]
        self.noise.clear()
        if self.shots:
            self.shots.take(self)
        return self

    def _hear(self, message):
        """The browser reports every refusal as a resource that failed; the status is checked instead."""
        refusal = message.text.startswith("Failed to load resource") and message.location.get("url") == self.page.url
        if message.type in ("error", "warning") and not refusal:
            self.noise.append(f"console: {message.text}")

    def _miss(self, request):
        """Who goes on before everything is there breaks the rest off; that is nobody's fault."""
        if request.failure != "net::ERR_ABORTED":
            self.noise.append(f"not loaded: {request.url} ({request.failure})")
