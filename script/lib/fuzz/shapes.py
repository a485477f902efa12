"""What right requests look like: the forms and links that pages show, and what stands in them."""

import copy
import html
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from browser import Browser, FormFinder
from fuzz.routes import Route

PER_ROUTE, PER_KIND = 24, 60


@dataclass
class Shape:
    """A right request: where a page has offered it, with its form as it stood."""

    route: Route
    path: str
    account: str | None = None
    fields: list = field(default_factory=list)
    choices: dict = field(default_factory=dict)
    kinds: dict = field(default_factory=dict)
    files: list = field(default_factory=list)
    multipart: bool = False
    made_up: bool = False


class ShapeFinder(FormFinder):
    """Also keeps what a browser does not send by itself: kinds of fields, names of file fields and buttons."""

    def handle_starttag(self, tag, attributes):
        super().handle_starttag(tag, attributes)
        given = dict(attributes)
        form, name = self._form, given.get("name")
        if form is None:
            return
        if tag == "form":
            form.method = (given.get("method") or "get").upper()
            form.kinds, form.files = {}, []
        elif tag in ("input", "textarea") and name:
            form.kinds[name] = given.get("type", tag if tag == "textarea" else "text")
            if given.get("type") == "file":
                form.files.append(name)
        elif tag == "button" and name:
            form.choices.setdefault(name, []).append((given.get("value", ""), ""))


class Harvest:
    """Shapes by route and identities by kind. Old ones make room for new ones."""

    def __init__(self, routes, seed):
        self.routes = routes
        self.random = random.Random(seed)
        self.shapes = defaultdict(list)
        self.ids = defaultdict(list)
        self.names = set()
        self.codes = []
        self.template = b""
        # Accounts that the fuzz itself needs.
        self.spared = set()

    def again(self, seed):
        """A copy that goes its own way."""
        other = copy.copy(self)
        other.random = random.Random(seed)
        other.shapes = defaultdict(list, {name: list(each) for name, each in self.shapes.items()})
        other.ids = defaultdict(list, {kind: list(each) for kind, each in self.ids.items()})
        other.names, other.codes = set(self.names), list(self.codes)
        return other

    def crawl(self, port, account, cookie, pages=90):
        """Looks at pages that somebody is shown, in turn of every kind: what a page offers differs with its record."""
        browser = Browser(port)
        browser.cookie = cookie
        waiting, known, count = defaultdict(list), set(), Counter()
        self._queue(["/today" if account else "/"], waiting, known)
        while waiting and count.total() < pages:
            kind = min(waiting, key=lambda each: (count[each], self.random.random()))
            address = waiting[kind].pop(self.random.randrange(len(waiting[kind])))
            if not waiting[kind]:
                del waiting[kind]
            count[kind] += 1
            answer = browser.get(address)
            if answer.headers.get("content-type", "").startswith("text/html"):
                self.read(answer.text, address, account)
                self._queue(links(answer.text), waiting, known)
            elif kind == "/institutions/import/template.csv":
                self.template = answer.body.strip()
        browser.hang_up()

    def _queue(self, addresses, waiting, known):
        for address in addresses:
            if address not in known and (kind := self._kind(address)):
                known.add(address)
                waiting[kind].append(address)

    def read(self, text, address, account):
        """Takes in what one page offers."""
        for link in links(text):
            parts = urlsplit(link)
            self._add("GET", parts.path, account, parse_qsl(parts.query, keep_blank_values=True))
        reader = ShapeFinder()
        reader.feed(text)
        for form in reader.forms:
            parts = urlsplit(form.action or address)
            self._add(form.method, parts.path, account, form.fields, form.choices, form.kinds, form.files,
                      form.multipart)
        self.codes += re.findall(r'<output class="code">([^<]+)</output>', text)
        self.codes = self.codes[-PER_KIND:]

    def _add(self, method, path, account, fields, choices=None, kinds=None, files=(), multipart=False):
        found = self.routes.find(method, path)
        if not found:
            return
        route, values = found
        if not self.spared.isdisjoint(values):
            return
        for kind, value in zip(route.kinds(), values):
            keep(self.ids[kind], value, PER_KIND)
        choices = {name: [value for value, _ in offered] for name, offered in (choices or {}).items()}
        self.names.update(name for name, _ in fields)
        self.names.update(choices)
        shape = Shape(route, path, account, list(fields), choices, kinds or {}, list(files), multipart)
        keep(self.shapes[route.name], shape, PER_ROUTE)

    def spare(self, values):
        """No request is to name these records in its address."""
        self.spared = values
        for name, offered in self.shapes.items():
            self.shapes[name] = [shape for shape in offered if values.isdisjoint(shape.path.split("/"))]

    def forget(self, shape):
        """It is no longer offered: the record has moved on."""
        offered = self.shapes[shape.route.name]
        if shape in offered:
            offered.remove(shape)

    def shape(self, route):
        """One shape of the route: an offered one, or one made up from what is known of others."""
        offered = self.shapes[route.name]
        if offered and self.random.random() < 0.9:
            return self.random.choice(offered)
        path, kinds = [], route.kinds()
        for part in route.parts:
            path.append(self.id(next(kinds)) if part.startswith(":") else part)
        fields = [(name, "") for name in self.random.sample(sorted(self.names), min(len(self.names), 6))]
        return Shape(route, "/" + "/".join(path), None, fields, made_up=True)

    def id(self, kind=None):
        """An identity of this kind, or of any."""
        known = self.ids.get(kind) if kind else None
        if not known:
            kinds = sorted(each for each in self.ids if self.ids[each])
            known = self.ids[self.random.choice(kinds)] if kinds else ["1"]
        return self.random.choice(known)

    def _kind(self, address):
        """Pages of one kind differ only in what they hold; filters count as a kind of their own."""
        parts = urlsplit(address)
        found = self.routes.find("GET", parts.path)
        return found and found[0].path + "?" * bool(parts.query)


def keep(known, new, most):
    if new in known:
        return
    known.append(new)
    if len(known) > most:
        known.pop(0)


def links(text):
    """Addresses that the page leads to, without their anchors, each once."""
    found = (html.unescape(each).split("#")[0] for each in re.findall(r'href="(/[^"]*)"', text))
    return list(dict.fromkeys(each for each in found if each and not each.startswith("/static/")))
