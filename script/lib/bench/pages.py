"""What is measured: a name, and a function that makes the next request of that kind."""

import itertools
import re
import secrets
import urllib.parse

from browser import Browser, multipart
from line import get, request
from steps import HEAD, PASSWORD

PLAIN = "plain text"


def sign_in(port):
    browser = Browser(port, timeout=600)
    browser.submit(browser.get("/sign-in").form("/sign-in").fill(login=HEAD, password=PASSWORD))
    return browser


class Pages:
    """Signed in as the head of the agency, who sees every clue and case of the county."""

    def __init__(self, port, clues):
        browser = sign_in(port)
        self.cookie = browser.cookie
        deep = min(5000, max(clues // 20 - 1, 1))
        words = urllib.parse.quote("镶牙")
        self.kinds = {
            PLAIN: lambda: get("/plain"),
            "clues, 20 rows": self._page("/clues"),
            f"clues, page {deep}": self._page(f"/clues?page={deep}"),
            "clues, one state": self._page("/clues?state=accepted"),
            "clues, by a word": self._page(f"/clues?words={words}"),
            "cases, 20 rows": self._page("/cases"),
            "a clue": self._records(browser, f"/clues?page={deep}", "clues"),
            "a case": self._records(browser, "/cases", "cases"),
            "report sent": report,
        }

    def _page(self, path):
        asked = get(path, self.cookie)
        return lambda: asked

    def _records(self, browser, list_path, noun):
        """Turn by turn the records of one page of the list."""
        turn = itertools.cycle([get(path, self.cookie) for path in self.links(browser, list_path, noun)])
        return lambda: next(turn)

    @staticmethod
    def links(browser, list_path, noun):
        found = sorted(set(re.findall(rf'href="(/{noun}/[0-9a-z]{{8,13}})"', browser.get(list_path).text)))
        if not found:
            raise LookupError(f"{list_path} shows no records")
        return found


def report():
    """A report without a file; its hidden value makes each one new."""
    fields = [("once", secrets.token_hex(16)), ("county", "110"), ("place", "柳塘镇集市东头"),
              ("text", f"{secrets.token_hex(4)} 每逢集日有人在集市东头给人拔牙，没有执照，也没有消毒。")]
    body, kind = multipart(fields, [])
    return request("POST", "/report", body, {"Content-Type": kind})


def refuse_failures(name, status):
    if status not in (200, 201):
        raise AssertionError(f"{name} answered {status}")
