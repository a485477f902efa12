"""Each kind of thing in its kind of file, and what stands nowhere."""

import re

from swift_text import HOLE

SQL_TEXT = re.compile(
    r"\b(?:SELECT\s|INSERT INTO\s|DELETE FROM\s|UPDATE\s+\S+\s+SET\s|(?:CREATE|DROP|ALTER)\s+(?:UNIQUE\s+)?(?:TABLE|INDEX)\s)")

# Besides *Store.swift and *Schema.swift. The engines speak of their own settings; the two files below write rows and
# shape in the name of every room.
SQL_FOLDERS = ("Sources/Storage/SQLite/", "Sources/Storage/Postgres/")
SQL_FILES = ("Sources/Storage/SQL/Transaction.swift", "Sources/Storage/SQL/SchemaChange.swift")

DECLARATION = (
    r"func|var|let|struct|class|enum|actor|protocol|extension|import|init|static|final|typealias|subscript|macro|indirect"
    r"|mutating|nonisolated|convenience|required|override|lazy|weak|unowned|internal\(set\)|private\(set\)|package\(set\)")

# What stands nowhere in Sources: pattern in code, what it is, what to do.
NOWHERE = [
    ("public", rf"(?<![.\w`])(?:public|open)(?:\s+@\w+)*\s+(?={DECLARATION})",
     "nothing is public", "Write `package` for a door, nothing for the rest."),
    ("traps", r"\btry!", "`try!` ends the server when it fails", "Use `try`, and let the refusal travel."),
    ("traps", r"\bas!", "`as!` ends the server when it fails", "Use `as?` with a refusal."),
    ("traps", r"\b(?:fatalError|precondition|preconditionFailure)\(", "a trap ends the server",
     "Throw a refusal, or make the state impossible by its type."),
    ("traps", r"\bunsafelyUnwrapped\b", "an unchecked value may end the server", "Use `guard let`."),
    ("traps", r"""[\w)\]}>"?]!(?![=\w"])""", "a forced unwrap ends the server", "Use `guard let`, `??` or `if let`."),
]
NOWHERE = [(rule, re.compile(pattern), what, do) for rule, pattern, what, do in NOWHERE]

# Foundation reads past the names in /proc/self/fd, and ends whoever has a thousand files open.
CHILD = re.compile(r"(?<![.\w])Process\(\)")

ROUTE = re.compile(r"(?<![.\w])Route\(")
BARE_SQL = re.compile(r"\bSQL(?:\.init)?\(\s*stringLiteral\b")

ADDRESS = re.compile(rf"\b(?:href|action|formaction|src)\s*=\s*(?:\\?[\"'])?({HOLE})")
LINK = re.compile(r"\\#*\(link: ")
UNQUOTED = re.compile(rf"([\w-]+)=({HOLE})")
OPEN_TAG = re.compile(r"<[A-Za-z][^<>]*$")


def complaints(tree):
    faults = []
    for file in tree.under("Sources", ".swift"):
        for rule in (sql_text, bare_sql, routes, nowhere, addresses, unquoted):
            faults += rule(file)
    for folder in ("Sources", "Tests"):
        for file in tree.under(folder, ".swift"):
            faults += children(file)
    return faults


def children(file):
    return [
        file.complain("children", match.start(),
                      "Foundation's Process may crash its caller. Use Subprocess; in tests, `Tool.run` of TestKit.")
        for match in CHILD.finditer(file.swift.code)
    ]


def sql_text(file):
    home = file.name.endswith(("Store.swift", "Schema.swift"))
    if home or file.path.startswith(SQL_FOLDERS) or file.path in SQL_FILES:
        return []
    return [
        file.complain("sql", literal.offset + match.start(),
                      "SQL text outside of *Store.swift and *Schema.swift. Move the statement to the folder's store.")
        for literal in file.swift.literals if (match := SQL_TEXT.search(literal.text))
    ]


def bare_sql(file):
    if file.path == "Sources/Storage/SQL/SQL.swift":
        return []
    return [
        file.complain("bare-sql", match.start(),
                      "SQL made from a string at run time. Write it as an interpolated literal, so that values are bound.")
        for match in BARE_SQL.finditer(file.swift.code)
    ]


def routes(file):
    if file.room == "Web" or file.name.endswith("Routes.swift"):
        return []
    return [
        file.complain("routes", match.start(), "a route outside of *Routes.swift. Move it there, with its access rule.")
        for match in ROUTE.finditer(file.swift.code)
    ]


def nowhere(file):
    return [
        file.complain(rule, match.start(), f"{what}. {do}")
        for rule, pattern, what, do in NOWHERE for match in pattern.finditer(file.swift.code)
    ]


def addresses(file):
    """An address in a page is made of a Link, which knows where it may lead; never of a string."""
    return [
        file.complain("links", literal.offset + match.start(),
                      f"{match.group().split('=')[0].strip()} takes a link. Write `\\(link: …)` with a Link.")
        for literal in file.swift.literals for match in ADDRESS.finditer(literal.text)
        if not LINK.match(file.text, literal.offset + match.start(1))
    ]


def unquoted(file):
    """Escaping keeps a value inside its quotes; without quotes a blank in the value begins another attribute."""
    return [
        file.complain("quotes", literal.offset + match.start(),
                      f"the value of {match.group(1)} has no quotes. Write {match.group(1)}=\"\\(…)\".")
        for literal in file.swift.literals for match in UNQUOTED.finditer(literal.text)
        if in_tag(file, literal.text, match)
    ]


def in_tag(file, text, match):
    """Within `<…`, or in a page at the start of a fragment of attributes, as in `" value=\\(x)"`."""
    before = text[:match.start()]
    if OPEN_TAG.search(before):
        return True
    return file.name.endswith("Pages.swift") and (not before or before[-1].isspace())
