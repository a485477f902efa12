"""Sessions of the people whom the demonstration has made, kept alive while they are fuzzed."""

import re
import threading

from browser import Browser, Cut


PASSWORD = "qingyuan-demo-2026"
# Asks what may cost an account its access: its password, its code. A colleague has the same rights.
EXPENDABLE = "qinsa"


class Accounts:
    def __init__(self, logins, password=PASSWORD):
        self.logins = logins
        self.password = password
        self.lost = set()
        self._cookies = {}
        self._lock = threading.Lock()

    @classmethod
    def printed(cls, words):
        """From what `qingyuan demo` prints."""
        return cls(re.findall(r"^  ([a-z]+)　", words, re.M), re.search(r"密码都是 (\S+?)：", words).group(1))

    def cookie(self, port, login):
        """Signs in where there is no session; None for visitors and where it cannot be."""
        if login is None or login in self.lost:
            return None
        with self._lock:
            if login not in self._cookies:
                self._cookies[login] = self._sign_in(port, login)
            return self._cookies[login]

    def forget(self, login):
        """After signing out or an answer that asks to sign in."""
        with self._lock:
            self._cookies.pop(login, None)

    def _prove(self, browser):
        """Some deeds want the password once more, if it was asked for some time ago."""
        form = browser.get("/me/prove").form("/me/prove")
        if form:
            browser.submit(form.fill(password=self.password))

    def _sign_in(self, port, login):
        browser = Browser(port)
        try:
            form = browser.get("/sign-in").form("/sign-in").fill(login=login, password=self.password)
            if browser.submit(form).status != 303:
                self.lost.add(login)
                return None
            self._prove(browser)
            return browser.cookie
        except Cut:
            return None
        finally:
            browser.hang_up()
