import Foundation
import Kit
import Testing

@testable import Papers

@Suite struct PaperRecordTests {
  /// Written by hand. If this test fails, papers that were kept no longer have the hash that is printed on them.
  @Test func standsForEver() throws {
    let document = PaperDocument(
      template: "x", title: "告知书", number: "清卫〔2026〕1号", agency: "清沅县卫生健康局", audience: .party, width: .a4,
      address: nil,
      blocks: [
        .heading(PaperLine("一、{事实}")), .paragraph(PaperLine([.words("经\\查"), .gap("facts"), .words("。")])),
        .facts([PaperFact(label: PaperLine("名称"), value: [PaperLine("甲"), PaperLine("乙")])]),
        .table(PaperTable(columns: [.init(label: "名", width: 2)], rows: [[[PaperLine("丙")]], [[]]])),
        .blank(2), .sign([PaperLine("签名")]), .pageBreak,
        .seal(agency: PaperLine("局"), date: PaperLine([.gap("paper.date")])), .note(PaperLine("一式二份。")),
      ])
    let record = """
      qingyuan-paper\t1
      template\tx
      title\t告知书
      number\t清卫〔2026〕1号
      agency\t清沅县卫生健康局
      audience\tparty
      width\ta4
      h\t一、\\{事实\\}
      p\t经\\\\查{facts}。
      facts\t1
      fact\t名称\t甲\\n乙
      table\t2
      columns\t名
      widths\t2
      row\t丙
      row\t
      blank\t2
      sign\t签名
      break\tpage
      seal\t局\t{paper.date}
      note\t一式二份。

      """
    #expect(String(decoding: document.record, as: UTF8.self) == record)
    #expect(try PaperDocument(record: Array(record.utf8)) == document)
    // sha256sum of the lines above.
    #expect(document.hash == "ec306eddb17c1fbf677980f433c10fadcdf0079553a527958735f4cea61a8a49")
  }

  @Test func readsBackWhatItWrote() throws {
    let document = try PaperSamples.document(facts: "甲\n乙\\n丙{丁}")
    #expect(try PaperDocument(record: document.record) == document)
    #expect(try PaperSamples.template().document(PaperValues()).record != document.record)
  }

  /// Whatever byte is changed, the record is refused or has another hash: no change goes unseen.
  @Test func everyByteCounts() throws {
    let record = try PaperSamples.document().record
    let hash = Digest.sha256(record)
    var refused = 0
    for place in record.indices {
      var changed = record
      changed[place] ^= 1
      do {
        let document = try PaperDocument(record: changed)
        #expect(document.hash != hash && document.record == changed)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100)
  }

  static let broken = [
    "", "x", "qingyuan-paper\t2\n", "qingyuan-paper\t1\n", "qingyuan-paper\t1\ntemplate\tx\ntitle\n",
  ]

  @Test(arguments: broken)
  func refuses(_ text: String) {
    #expect(throws: PaperRefusal.self) { try PaperDocument(record: Array(text.utf8)) }
  }

  /// Other bytes for the same paper are no record of it.
  @Test(arguments: [
    ("blank\t2", "blank\t02"), ("p\t", "p\t\\q"), ("note\t", "notes\t"), ("table\t2", "table\t3"),
    ("blank\t2\n", "blank\t2\n\n"),
  ])
  func refusesOtherSpellings(_ change: (String, String)) throws {
    let text = String(decoding: try PaperSamples.document().record, as: UTF8.self)
    #expect(text.contains(change.0))
    #expect(throws: PaperRefusal.self) {
      try PaperDocument(record: Array(text.replacing(change.0, with: change.1).utf8))
    }
  }
}
