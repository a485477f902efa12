"""After the kills: is everything there that was acknowledged?"""

from browser import Browser
from stores import store

# What a step must have left: its deed in the ledger on its record, and the record in this state or a later one.
DEEDS = {
    "accept": "intake.accept", "tie": "intake.tie", "assign": "intake.assign", "answer": "intake.answer",
    "file": "casework.file", "decide": "casework.decide", "pay": "casework.pay", "close": "casework.close",
}
RANKS = {"received": 0, "accepted": 1, "answered": 2, "investigating": 0, "decided": 1, "closed": 2}
STATES = {"accept": "accepted", "tie": "accepted", "assign": "accepted", "answer": "answered", "file": "investigating",
          "decide": "decided", "pay": "decided", "close": "closed"}


class Audit:
    """Compares the journal with the store, read without the product, and with what the product itself answers."""

    def __init__(self, place, journal):
        base = store(place)
        self.journal = journal
        self.clues = {number: (id, county, state) for id, county, number, state in
                      base.rows("SELECT id, county, number, state FROM clue")}
        self.states = {("clue", id): state for id, _, state in self.clues.values()}
        self.states |= {("case", id): state for id, state in base.rows("SELECT id, state FROM law_case")}
        self.ledger = set(base.rows("SELECT object_kind, object, deed FROM ledger"))
        self.texts = [text for (text,) in base.rows("SELECT text FROM clue")]
        self.files = {(owner, sha256): size for owner, sha256, size in
                      base.rows("SELECT owner, sha256, size FROM attachment WHERE owner_kind = 'clue'")}
        self.bytes = base.file_hashes({sha256 for _, sha256 in self.files})
        self.steps = set(base.rows("SELECT law_case, kind FROM case_step"))
        self.paid = dict(base.rows("SELECT id, paid FROM law_case"))

    def losses(self):
        lost = [loss for record in self.journal.of("report") for loss in self._report(record)]
        lost += [loss for record in self.journal.of(*DEEDS) for loss in self._step(record)]
        lost += [loss for record in self.journal.of("step") for loss in self._case_step(record)]
        return lost

    def half_done(self):
        """What stands in the store without its ledger entry: a write that was torn apart."""
        torn = [f"clue {id} without ledger entry" for id, _, _ in self.clues.values()
                if ("clue", id, "intake.receive") not in self.ledger]
        torn += [f"case {id} without ledger entry" for kind, id in self.states
                 if kind == "case" and ("case", id, "casework.file") not in self.ledger]
        return torn + [f"attachment {sha256} without its bytes" for (_, sha256) in self.files
                       if self.bytes.get(sha256) != sha256]

    def _report(self, record):
        found = self.clues.get(record["number"])
        if not found:
            yield f"report {record['number']} is not in the store"
            return
        id = found[0]
        count = sum(record["marker"] in text for text in self.texts)
        if count != 1:
            yield f"report {record['number']} is {count} times in the store"
        if ("clue", id, "intake.receive") not in self.ledger:
            yield f"report {record['number']} has no ledger entry"
        if self.files.get((id, record["sha256"])) != str(record["size"]):
            yield f"report {record['number']} has lost its file"
        elif self.bytes.get(record["sha256"]) != record["sha256"]:
            yield f"the file of report {record['number']} has other bytes"

    def _case_step(self, record):
        id, step = str(int(record["case"], 36)), record["step"]
        if (id, step) not in self.steps:
            yield f"the step {step} of case {record['case']} is not in the store"
        elif ("case", id, f"casework.{step}") not in self.ledger:
            yield f"the step {step} of case {record['case']} has no ledger entry"

    def _step(self, record):
        kind = record["kind"]
        noun = "case" if "case" in record else "clue"
        id = str(int(record[noun], 36))
        state = self.states.get((noun, id))
        if state is None or RANKS[state] < RANKS[STATES[kind]]:
            yield f"{kind}: the {noun} {record[noun]} is {state or 'missing'}"
        elif (noun, id, DEEDS[kind]) not in self.ledger:
            yield f"{kind}: the {noun} {record[noun]} has no ledger entry"
        elif kind == "pay" and self.paid[id] != "5000000":
            yield f"pay: the case {record[noun]} has {self.paid[id]} fen"


def answered_losses(port, journal):
    """What the server itself must still answer: each report by its code, each session to its holder."""
    browser = Browser(port)
    lost = []
    form = browser.get("/progress").form("/progress")
    for record in journal.of("report"):
        answer = browser.submit(form.fill(code=record["code"]))
        if answer.status != 200 or record["number"] not in answer.text:
            lost.append(f"the code of report {record['number']} finds nothing ({answer.status})")
    for record in journal.of("sign-in"):
        browser.cookie = record["session"]
        if browser.get("/today").status != 200:
            lost.append("a session has ended that was begun")
    return lost
