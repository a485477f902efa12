import Kit
import Packs
import Testing

@testable import Papers

@Suite struct PaperBookTests {
  @Test func readsEverything() throws {
    let book = try PaperSamples.book()
    let notice = try #require(book["notice"])
    #expect(book.all.map(\.id) == ["notice", "earlier"])
    #expect(book.papers(of: "prior-notice").map(\.id) == ["notice"])
    #expect(notice.number == "卫医罚告" && notice.audience == .party && notice.isServed && notice.width == .a4AndRoll)
    #expect(notice.asks.map(\.key) == ["facts", "until", "fine", "outcome", "answers"])
    #expect(notice.asks[0].from == ["earlier/facts", "case.summary"] && notice.asks[0].isRequired)
    #expect(notice.asks[4].columns.map(\.kind) == [.lines, .number])
    // The part stands in its place, under the condition of that place.
    #expect(!notice.body.contains { if case .part = $0.kind { true } else { false } })
  }

  /// Text to replace, its replacement, key path of the refusal, words of the reason.
  static let faults: [(String, String, String, String)] = [
    ("{party.name}：\"", "{party.nmae}：\"", "papers[0].body[0].p", "没有叫“party.nmae”的占位项；party. 开头的有 party.address"),
    ("经查，{facts}", "经查，{fcats}", "papers[0].body[2].p", "没有叫“fcats”的占位项；本文书的问项是 answers、facts"),
    ("经查，{facts}", "经查，{hearing.told}", "papers[0].body[2].p", "“hearing.told”是条件，不能当文字用"),
    ("经查，{facts}", "经查，{items}", "papers[0].body[2].p", "“items”是名单"),
    ("经查，{facts}", "经查，{answers}", "papers[0].body[2].p", "“answers”是名单"),
    ("经查，{facts}", "经查，{facts", "papers[0].body[2].p", "花括号不成对"),
    ("经查，{facts}", "经查，facts}", "papers[0].body[2].p", "花括号不成对"),
    ("经查，{facts}", "经查，{}", "papers[0].body[2].p", "花括号不成对"),
    ("经查，{facts}", "经查，{until.capital}", "papers[0].body[2].p", "没有叫“until.capital”的占位项"),
    ("unless: hearing.told", "unless: hearing.tolled", "papers[0].body[7].unless", "没有叫“hearing.tolled”的条件"),
    ("outcome=成立", "outcome=部分成立", "papers[0].body[6].if", "“outcome”没有“部分成立”这个选项"),
    ("outcome=成立", "facts=成立", "papers[0].body[6].if", "“facts”不是选择类的问项"),
    ("rows: items", "rows: goods", "papers[0].body[9].rows", "没有叫“goods”的名单"),
    ("{key: count, label: 数量}", "{key: number, label: 数量}", "papers[0].body[9].rows", "名单“items”没有“number”这一列"),
    ("{key: count, label: 数量}", "{key: name, label: 数量}", "papers[0].body[9].columns", "有两列用了同一个名称"),
    ("blank: 2", "blank: 200", "papers[0].body[11].blank", "200 应在 1 到 40 之间"),
    ("seal: agency", "seal: party", "papers[0].body[15].seal", "只能写 agency"),
    ("break: page", "break: line", "papers[0].body[14].break", "只能写 page"),
    ("part: rights", "part: right", "papers[0].body[13].part", "没有编号为“right”的条目"),
    ("blank: 2", "blnak: 2", "papers[0].body[11].blnak", "没有这一项"),
    ("blank: 2", "blank: 2\n        h: 二", "papers[0].body[11].blank", "一项里只能写一种内容"),
    ("kind: date}", "kind: day}", "papers[0].asks[1].kind", "“day”不在可用的词里"),
    ("key: until,", "key: facts,", "papers[0].asks[1].key", "重复"),
    ("key: until,", "key: items,", "papers[0].asks[1].key", "“items”已是系统提供的名单"),
    ("key: until,", "key: un.til,", "papers[0].asks[1].key", "不能有“.”"),
    ("earlier/facts", "earlier/words", "papers[0].asks[0].from", "没有编号为“earlier/words”的条目"),
    ("case.summary]", "case.sumary]", "papers[0].asks[0].from", "没有叫“case.sumary”的文字可以带入"),
    ("default: 成立", "default: 无", "papers[0].asks[3].default", "“无”不是它的选项"),
    ("kind: choice, choices: [成立, 不成立], default: 成立", "kind: choice", "papers[0].asks[3].choices", "选择类的问项要列出选项"),
    ("audience: party", "audience: everybody", "papers[0].audience", "“everybody”不在可用的词里"),
    ("kind: date}", "kind: date, personal: nick}", "papers[0].asks[1].personal", "“nick”不在可用的词里"),
    ("width: a4+80", "width: a5", "papers[0].width", "“a5”不在可用的词里"),
    ("id: earlier", "id: notice", "papers[1].id", "重复"),
    ("{agency.phone}", "{facts}", "parts[0].body[0].p", "没有叫“facts”的占位项"),
  ]

  @Test(arguments: faults.indices)
  func namesFileKeyAndReason(_ index: Int) throws {
    let (old, new, path, reason) = Self.faults[index]
    #expect(PaperSamples.notice.contains(old), "the sample no longer holds \(old)")
    let text = PaperSamples.notice.replacingFirst(old, with: new)
    let refusals = try #require(throws: Refusals.self) { try PaperSamples.book(text) }
    let problems = refusals.all.compactMap { $0 as? PackProblem }
    #expect(
      problems.contains {
        $0.file == "papers/a.yaml" && $0.keyPath.hasPrefix(path) && $0.reason.contains(reason) && $0.line != nil
      },
      "\(refusals.all.map(\.sentence))")
  }

  @Test func refusesAPartThatNobodyUses() throws {
    let text = PaperSamples.notice.replacingFirst("part: rights", with: "blank: 1")
    let refusals = try #require(throws: Refusals.self) { try PaperSamples.book(text) }
    #expect(refusals.all.map(\.sentence) == ["papers：部分“rights”没有文书用到。"])
  }

  /// Every name that templates may use has a Chinese title, and no two are alike.
  @Test func namesAreWhole() {
    #expect(PaperText.named.count == PaperText.allCases.count)
    #expect(PaperText.allCases.allSatisfy { !$0.title.isEmpty && $0.name.contains(".") })
    #expect(Set(PaperFlag.allCases.map(\.rawValue)).isDisjoint(with: PaperText.named.keys))
  }
}

extension String {
  func replacingFirst(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return replacingCharacters(in: range, with: new)
  }

  private func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
