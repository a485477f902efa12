"""A plain browser: keeps a line and cookies, reads forms as they stand on pages and sends them filled in."""

import html.parser
import http.client
import re
import secrets
import urllib.parse


class Cut(Exception):
    """The line broke or the server said that it cannot write now: nobody knows whether the request was done."""


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def location(self):
        return self.headers.get("location", "")

    def form(self, action):
        """The form whose address ends so. None where the page has none."""
        reader = FormFinder()
        reader.feed(self.text)
        return next((form for form in reader.forms if form.action.split("?")[0].endswith(action)), None)

    def find(self, pattern):
        found = re.search(pattern, self.text)
        return found.group(1) if found else None


class Browser:
    def __init__(self, port, timeout=30):
        self.port = port
        self.timeout = timeout
        self.cookie = None
        # A list that is to hold what was asked, e.g. `POST /report`; see proof.py.
        self.asked = None
        self._line = None

    def get(self, path):
        return self._ask("GET", path, None, {})

    def submit(self, form, files=()):
        """`files` are (field, name, type, bytes)."""
        if form.multipart:
            body, kind = multipart(form.fields, files)
        else:
            body, kind = urllib.parse.urlencode(form.fields).encode(), "application/x-www-form-urlencoded"
        # A real browser says where a form came from; the server refuses signed-in forms that do not.
        return self._ask("POST", form.action, body, {"Content-Type": kind, "Sec-Fetch-Site": "same-origin"})

    def _ask(self, method, path, body, headers):
        if self.asked is not None:
            self.asked.append(f"{method} {path}")
        if self.cookie:
            headers["Cookie"] = self.cookie
        try:
            if self._line is None:
                self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
            self._line.request(method, path, body, headers)
            response = self._line.getresponse()
            answer = Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
        except (OSError, http.client.HTTPException) as error:
            self.hang_up()
            raise Cut(str(error)) from None
        if answer.status == 503:
            raise Cut("503")
        given = answer.headers.get("set-cookie")
        if given:
            self.cookie = given.split(";")[0]
        return answer

    def hang_up(self):
        if self._line:
            self._line.close()
        self._line = None


class Form:
    def __init__(self, action, kind):
        self.action = action
        self.multipart = kind == "multipart/form-data"
        self.fields = []
        self.choices = {}

    def fill(self, **values):
        """Sets fields by name. A list sets several of one name."""
        for name, value in values.items():
            self.fields = [(each, old) for each, old in self.fields if each != name]
            self.fields += [(name, each) for each in (value if isinstance(value, list) else [value])]
        return self

    def choose(self, name, words):
        """The first choice of a list whose words hold the given ones."""
        value = next((value for value, shown in self.choices.get(name, []) if value and words in shown), None)
        if value is None:
            raise LookupError(f"“{name}” offers no “{words}” in {self.action}")
        return self.fill(**{name: value})


class FormFinder(html.parser.HTMLParser):
    """Collects the forms of a page with what they would send as they stand."""

    def __init__(self):
        super().__init__()
        self.forms = []
        self._form = self._list = self._option = self._area = None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self._form = Form(given.get("action", ""), given.get("enctype"))
            self.forms.append(self._form)
        if self._form is None:
            return
        if tag == "input" and given.get("name"):
            self._input(given)
        elif tag == "textarea":
            self._area = [given.get("name"), ""]
        elif tag == "select":
            self._list = given.get("name")
        elif tag == "option" and self._list:
            self._option = [given.get("value", ""), "selected" in given, ""]

    def _input(self, given):
        kind = given.get("type", "text")
        if kind in ("radio", "checkbox"):
            self._form.choices.setdefault(given["name"], []).append((given.get("value", "on"), ""))
            if "checked" not in given:
                return
        if kind not in ("file", "submit", "button"):
            self._form.fields.append((given["name"], given.get("value") or ""))

    def handle_data(self, data):
        if self._area:
            self._area[1] += data
        elif self._option:
            self._option[2] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._area:
            self._form.fields.append((self._area[0], self._area[1].removeprefix("\n")))
            self._area = None
        elif tag == "option" and self._option and self._form:
            value, selected, words = self._option
            offered = self._form.choices.setdefault(self._list, [])
            # A list without a selected choice sends its first.
            if selected or not offered:
                self._form.fill(**{self._list: value})
            offered.append((value, words.strip()))
            self._option = None
        elif tag == "select":
            self._list = None


def multipart(fields, files):
    boundary = secrets.token_hex(16)
    parts = [(f'form-data; name="{name}"', "", value.encode()) for name, value in fields]
    parts += [(f'form-data; name="{field}"; filename="{name}"', f"Content-Type: {kind}\r\n", content)
              for field, name, kind, content in files]
    body = b"".join(f"--{boundary}\r\nContent-Disposition: {place}\r\n{kind}\r\n".encode() + content + b"\r\n"
                    for place, kind, content in parts)
    return body + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"
