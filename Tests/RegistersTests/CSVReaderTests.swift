import Testing

@testable import Registers

@Suite struct CSVReaderTests {
  static let readable: [(text: String, rows: [[String]])] = [
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("\"a\",\"b\"", [["a", "b"]]),
    ("\"甲,乙\",丙", [["甲,乙", "丙"]]),
    ("\"第一行\r\n第二行\",x\r\ny,z", [["第一行\r\n第二行", "x"], ["y", "z"]]),
    ("\"他说\"\"好\"\"\",x", [["他说\"好\"", "x"]]),
    ("\"\",\"\"", [["", ""]]),
    ("\"\"\"\"", [["\""]]),
    ("a\"b,c", [["a\"b", "c"]]),
    (",,", [["", "", ""]]),
    ("a,", [["a", ""]]),
    ("a\n\nb", [["a"], [""], ["b"]]),
    ("", []),
    ("\"末格\"", [["末格"]]),
  ]

  @Test(arguments: readable)
  func reads(_ text: String, _ rows: [[String]]) throws {
    #expect(try read([Array(text.utf8)]).map(\.cells) == rows)
  }

  @Test(arguments: readable)
  func readsTheSameInAnyPieces(_ text: String, _ rows: [[String]]) throws {
    let bytes = Array(text.utf8)
    for size in 1...4 {
      let pieces = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
      #expect(try read(pieces).map(\.cells) == rows, "\(size)")
    }
  }

  @Test func countsRecordsNotLines() throws {
    let rows = try read([Array("h\n\"a\nb\"\n\nc\n".utf8)])
    #expect(rows.map(\.line) == [1, 2, 3, 4])
  }

  @Test(arguments: [
    ("h\n\"a\"b,c", CSVFault.textAfterQuote(line: 2)),
    ("h\nx,\"a\nb", .openQuote(line: 2)),
    ("h\nx,\"" + String(repeating: "a", count: 20_001), .openQuote(line: 2)),
    (String(repeating: "a", count: 20_001), .longCell(line: 1)),
  ])
  func refuses(_ text: String, _ fault: CSVFault) {
    #expect(throws: fault) { try read([Array(text.utf8)]) }
  }

  @Test func dropsOnlyTheEmptyTail() {
    let row = FileRow(line: 2, cells: ["a", "", "b", "", ""])
    #expect(row.droppingEmptyTail(keeping: 0).cells == ["a", "", "b"])
    #expect(row.droppingEmptyTail(keeping: 4).cells == ["a", "", "b", ""])
    #expect(row.droppingEmptyTail(keeping: 9).cells.count == 5)
  }

  private func read(_ pieces: [[UInt8]]) throws -> [FileRow] {
    var reader = CSVReader()
    var rows: [FileRow] = []
    for piece in pieces { try reader.feed(piece) { rows.append($0) } }
    try reader.finish { rows.append($0) }
    return rows
  }
}

@Suite struct CSVWritingTests {
  @Test(arguments: [
    ("诊所", "诊所"), ("a,b", "\"a,b\""), ("说\"好\"", "\"说\"\"好\"\"\""), ("两\n行", "\"两\n行\""),
    ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("=a,b", "\"'=a,b\""),
    ("\tx", "'\tx"), ("", ""),
  ])
  func neutralisesFormulas(_ text: String, _ cell: String) { #expect(CSVWriting.cell(text) == cell) }

  @Test func beginsWithTheByteOrderMark() {
    #expect(CSVWriting.file([["甲", "乙"]]) == [0xEF, 0xBB, 0xBF] + Array("甲,乙\r\n".utf8))
  }
}
