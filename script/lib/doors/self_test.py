"""Plants one fault per rule in a copy of the tree and demands that the rule names it.

A sample that must pass stands beside those that must not, because a rule that cries at everything is soon turned off.
"""

import embedding
from arrows import MANIFEST, PAGE

# Complete, so that the arrows can be tested before and whatever the real page says.
TABLE = """## Rooms
| Room | Lives there | May import |
|---|---|---|
| `Kit` | ground | Foundation |
| `Law` | law | Kit, Yams |
"""
TARGETS = """let yams = Target.Dependency.product(name: "Yams", package: "Yams")
  room("Kit", []),
  room("Law", ["Kit"], libraries: [yams]),
"""


def law(name, code):
    return {"Sources/Law/" + name: code}


# rule, what is planted (path → text)
FAULTS = [
    ("arrows", law("A.swift", "package import Casework\n")),
    ("arrows", law("A.swift", "@preconcurrency internal import struct Hummingbird.Router\n")),
    ("arrows", law("A.swift", 'let a = "\\(b)" // "\nimport Web\n')),
    ("arrows", {MANIFEST: TARGETS.replace('["Kit"]', '["Kit", "Web"]')}),
    ("arrows", {MANIFEST: TARGETS + 'room("Attic", []),\n'}),
    ("arrows", {PAGE: TABLE.replace("Foundation |", "Law |")}),
    ("arrows", {PAGE: "# Nothing\n"}),
    ("sql", law("Terms.swift", 'let a: SQL = "SELECT name FROM term"\n')),
    ("sql", law("TermsPages.swift", 'let a: SQL = """\n  UPDATE term SET a = \\(b)\n  """\n')),
    ("sql", law("Terms.swift", 'let a: SQL = "CREATE UNIQUE INDEX a ON b (c)"\n')),
    ("bare-sql", law("TermsStore.swift", "let a = SQL(stringLiteral: typed)\n")),
    ("routes", law("TermsPages.swift", 'let a = Route(.get, "/a")\n')),
    ("public", law("A.swift", "public struct A {}\n")),
    ("public", law("A.swift", "@frozen public final class A {}\n")),
    ("traps", law("A.swift", "let a = try! b()\n")),
    ("traps", law("A.swift", "let a = b as! C\n")),
    ("traps", law("A.swift", "let a = b.first!.c\n")),
    ("traps", law("A.swift", 'let a = "\\(b!)"\n')),
    ("traps", law("A.swift", "let a = b[0]!\n")),
    ("traps", law("A.swift", "fatalError()\n")),
    ("traps", law("A.swift", "precondition(a > 0)\n")),
    ("children", law("A.swift", "let a = Process()\n")),
    ("children", {"Tests/LawTests/A.swift": "let (a, b) = (Process(), Pipe())\n"}),
    ("links", law("APages.swift", 'let a: HTML = "<a href=\\"\\(b)\\">甲</a>"\n')),
    ("links", law("APages.swift", 'let a: HTML = """\n  <form action="\\(b)">\n  """\n')),
    ("links", law("APages.swift", 'let a: HTML = #"<img src="\\#(b)">"#\n')),
    ("quotes", law("A.swift", 'let a: HTML = "<input name=a value=\\(b)>"\n')),
    ("quotes", law("APages.swift", 'let a: HTML = " value=\\(b)"\n')),
    ("punctuation", law("A.swift", 'let a = "未找到,请重试"\n')),
    ("punctuation", law("A.swift", 'let a = "共\\(b)条, 显示\\(c)条"\n')),
    ("punctuation", {"Content/terms/a.yaml": "note: 线索(甲)乙\n"}),
    ("length", law("A.swift", "// a\n" * 401)),
    ("length", {"script/lib/long-files.txt": "Package.swift It was long once.\n"}),
    ("length", {"script/lib/long-files.txt": "Package.swift\n"}),
    ("embedded", {"Sources/CEmbedded/embedded.c": "int nothing;\n"}),
]

SOUND = [
    law("A.swift", "package import Kit\ninternal import Foundation\nimport Yams\n"),
    law("A.swift", 'let a = "import Web; try! b as! c fatalError() !"\n// public struct, try!, SELECT a FROM b\n'),
    law("A.swift", "/* let a = b! /* try! */ public */\nlet a = !b && c != d && e!=f\n"),
    law("A.swift", "switch a { case .public: b() }\n"),
    law("TermsStore.swift", 'let a: SQL = "SELECT a FROM term WHERE b = \\(c)"\n'),
    law("TermsSchema.swift", 'let a: SQL = "CREATE TABLE term (a TEXT)"\n'),
    law("TermsRoutes.swift", 'let a = Route(.get, "/a")\n'),
    law("APages.swift", 'let a: HTML = "<a href=\\"\\(link: b)\\" title=\\"\\(c)\\">甲</a>"\n'),
    law("A.swift", 'let a = "/find?text=\\(b)"\n'),
    law("A.swift", 'let a = "未找到，请重试（甲）：a,b (c) 3:4"\n'),
    law("A.swift", '// doors allow punctuation: a sample of CSV\nlet a = "名称,地址"\n'),
    law("A.swift", 'let a = Lexicon(\n  """\n  组长: 成员:\n  """)\n'),
    {"Content/terms/a.yaml": "甲: 乙\nlist: [甲, 乙]\n"},
    {"Content/a.csv": "名称,地址\n"},
]


def failures(tree, rules):
    """What went wrong, one line each; nothing when every rule bites and none barks at sound code."""
    ground = plant(tree, {
        PAGE: TABLE, MANIFEST: TARGETS,
        embedding.SOURCE: embedding.source(tree.root), embedding.HEADER: embedding.HEADER_TEXT,
    })
    for path in [file.path for file in ground.under("Sources", ".swift") + ground.under("Content")]:
        del ground.files[path]
    known = found(ground, rules)
    for rule, planted in FAULTS:
        if rule not in {each.rule for each in found(plant(ground, planted), rules) - known}:
            yield f"the rule {rule} did not see {planted!r}"
    for planted in SOUND:
        for each in found(plant(ground, planted), rules) - known:
            yield f"{each}, though it is sound: {planted!r}"


def plant(tree, planted):
    for path, text in planted.items():
        tree = tree.with_file(path, text)
    return tree


def found(tree, rules):
    return {each for rule in rules for each in rule(tree)}
