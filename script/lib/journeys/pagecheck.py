"""What holds for every page, read from its HTML as the server sent it."""

import html.parser

MOST_BYTES = 150 * 1024
NEED_LABEL = {"input", "select", "textarea"}
UNSEEN = {"hidden", "submit", "button"}


def faults(body):
    """Sentences about what a page (bytes) lacks; none for a sound one."""
    reader = Reader()
    reader.feed(body.decode("utf-8", "replace"))
    found = []
    if len(body) > MOST_BYTES:
        found.append(f"{len(body) // 1024} KB, more than {MOST_BYTES // 1024}")
    if reader.language != "zh-CN":
        found.append(f"html lang is {reader.language}")
    if reader.heads != 1:
        found.append(f"{reader.heads} h1")
    if not reader.title.strip():
        found.append("no title")
    if b"HTML(bytes" in body:
        found.append("markup told as the value of a type: an interpolation was taken for a String")
    found += [f"no label: {control}" for control, key in reader.controls if key not in reader.labelled]
    found += [f"id twice: {each}" for each in sorted(reader.twice)]
    found += [f"script or handler: {each}" for each in reader.scripts]
    return found


def words(body):
    """The words of a page's body, for a person to read."""
    reader = Reader()
    reader.feed(body.decode("utf-8", "replace"))
    return " ".join(" ".join(reader.words).split())


def links(body):
    """The addresses within the site that a page leads to, without their anchors, in the order of the page."""
    reader = Reader()
    reader.feed(body.decode("utf-8", "replace"))
    return [each.split("#")[0] for each in reader.links if each.startswith("/")]


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.language, self.heads, self.title, self.words = None, 0, "", []
        # A control is named by its own id, so that labels that stand after it count too.
        self.controls, self.labelled, self.scripts = [], {True}, []
        self.ids, self.twice, self.links = set(), set(), []
        self._inside, self._labels = None, 0

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self._identity(given.get("id"))
        self.scripts += [f"{tag} {name}" for name in given if name.startswith("on")]
        if tag == "html":
            self.language = given.get("lang")
        elif tag == "h1":
            self.heads += 1
        elif tag == "label":
            self._labels += 1
            self.labelled.add(given.get("for"))
        elif tag == "script" and not (given.get("src") or "").startswith("/static/draft.js?v="):
            self.scripts.append("script")
        elif tag == "a" and given.get("href"):
            self.links.append(given["href"])
        elif tag in NEED_LABEL and given.get("type") not in UNSEEN:
            named = bool(self._labels or given.get("aria-label") or given.get("aria-labelledby"))
            self.controls.append((f"{tag} {given.get('name')}", named or given.get("id")))
        self._inside = tag

    def _identity(self, name):
        if name in self.ids:
            self.twice.add(name)
        if name:
            self.ids.add(name)

    def handle_endtag(self, tag):
        self._labels -= tag == "label"
        self._inside = None

    def handle_data(self, data):
        if self._inside == "title":
            self.title += data
        elif self._inside not in ("style", "script"):
            self.words.append(data)
