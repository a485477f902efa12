import Kit
import Testing

@testable import Papers

@Suite struct PaperFormTests {
  @Test func beginsWithWhatIsKnown() throws {
    let template = try PaperSamples.template()
    var values = PaperSamples.values()
    values[.caseSummary] = "案情"
    #expect(template.fields(values).map(\.text) == ["案情", "", "", "成立", ""])
    let earlier = template.fields(values) { $0 == "earlier" ? PaperTyping(texts: ["facts": "报告里的事实"]) : nil }
    #expect(earlier[0].text == "报告里的事实")
  }

  @Test func fillsRowsAndDays() throws {
    let text = PaperSamples.notice
      .replacingFirst("kind: date}", with: "kind: date, from: paper.date}")
      .replacingFirst(
        "[{key: q, label: 问, kind: lines}, {key: n, label: 次数, kind: number}]}",
        with: "[{key: q, label: 问}, {key: n, label: 次数, kind: number}], default: [{q: 姓名}, {q: 住址, n: \"2\"}]}")
    let template = try #require(try PaperSamples.book(text)["notice"])
    let fields = template.fields(PaperSamples.values())
    #expect(fields[1].text == "2026-11-16")
    #expect(fields[4].rows == [["q": "姓名"], ["q": "住址", "n": "2"]])
  }

  /// Field, what was typed, what the refusal says; nil where it is taken.
  static let answers: [(String, String, String?)] = [
    ("until", "2026-02-30", "“截止日期”写的是“2026-02-30”，不是日期，应像 2026-11-22。"),
    ("until", "", nil), ("until", " 2026-11-22 ", nil),
    ("fine", "五万", "“罚款”写的是“五万”，不是金额，应像 5000 或者 5000.50。"), ("fine", "50,000", nil),
    ("outcome", "也许", "“结论”写的是“也许”，不在可选的几项里。"), ("outcome", "不成立", nil),
    ("facts", "  \n ", "“违法事实”没有填写。"),
    ("facts", String(repeating: "事", count: 50_001), "“违法事实”有 50001 个字，最多 50000 个。"),
  ]

  @Test(arguments: answers.indices)
  func checks(_ index: Int) throws {
    let (field, typed, sentence) = Self.answers[index]
    var typing = PaperTyping(texts: ["facts": "事实"])
    typing.texts[field] = typed
    let template = try PaperSamples.template()
    guard let sentence else {
      _ = try template.answers(typing)
      return
    }
    let refusals = try #require(throws: Refusals.self) { try template.answers(typing) }
    #expect(refusals.all.map(\.sentence) == [sentence] && refusals.all.map(\.field) == [field])
  }

  @Test func checksEveryRow() throws {
    let typing = PaperTyping(
      texts: ["facts": "事实"],
      rows: ["answers": [["q": "甲", "n": "1"], ["q": " ", "n": ""], ["q": "乙", "n": "两次", "x": "别的"]]])
    let refusals = try #require(throws: Refusals.self) { try PaperSamples.template().answers(typing) }
    #expect(refusals.all.map(\.sentence) == ["“问答”第 2 行的“次数”写的是“两次”，不是数，应像 3 或者 2.5。"])
  }

  @Test func tellsAllFaultsAtOnceAndAllowsDrafts() throws {
    let template = try PaperSamples.template()
    let typing = PaperTyping(texts: ["until": "明天", "fine": "-1"])
    #expect(try #require(throws: Refusals.self) { try template.answers(typing) }.all.count == 3)
    #expect(try template.answers(PaperTyping(), isDraft: true).text("facts").isEmpty)
  }
}
