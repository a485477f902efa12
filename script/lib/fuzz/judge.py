"""What an answer must never be, whatever was asked."""

import re

from fuzz import values

# What only a programmer should ever read. Nothing that is sent holds any of it.
INSIDE = re.compile(
    rb"\b(?:Swift|Foundation|Kit|Storage|Web|Offices|Duties|Registers|Campaign|Intake|Inspection|Casework|Transfers|Offenders|GRDB|NIOCore)"
    rb"\.[A-Z]\w+|Optional\(|Error Domain=|NSCocoaError|DecodingError|\.swift:\d|Fatal error|SQLite error|\bGRDB\b"
    rb"|\blibpq\b|PG::|SQLSTATE"
    rb"|\b(?:SELECT|INSERT INTO|DELETE FROM|CREATE TABLE|WHERE|VALUES)\b|/Sources/|0x[0-9a-f]{12}|\bID<\w+>")
FOREIGN = re.compile(r"^\s*(?:[a-z]+:|[/\\]\s*[/\\])", re.I)
DEED = re.compile(rb"""(?:href|action|src)\s*=\s*["']?\s*javascript:""", re.I)


def complaints(answer):
    """What is wrong with one answer, as short sentences that repeat word for word for the same fault."""
    if answer.status >= 500:
        yield f"status {answer.status}"
    yield from header_complaints(answer)
    if found := INSIDE.search(answer.body):
        yield f"shows what is inside: {found.group().decode('utf-8', 'replace')}"
    if answer.is_html:
        yield from page_complaints(answer)


def header_complaints(answer):
    if any(name == values.HEADER.decode().lower() for name, _ in answer.headers):
        yield "a value has become a header"
    if FOREIGN.match(answer.location):
        yield "sends the browser to another site"
    if answer.header("content-type") and answer.header("x-content-type-options") != "nosniff" and answer.status != 400:
        yield "has no X-Content-Type-Options: nosniff"


def page_complaints(answer):
    if "default-src 'none'" not in answer.header("content-security-policy"):
        yield "a page without its content-security policy"
    if values.TAG in answer.body or values.QUOTE in answer.body:
        yield "a marker has come back unescaped"
    if DEED.search(answer.body):
        yield "a link that is a script"
    try:
        answer.body.decode("utf-8")
    except UnicodeDecodeError:
        yield "a page that is not UTF-8"
