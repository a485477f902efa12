import Kit
import Testing

@testable import Papers

@Suite struct PaperFillingTests {
  @Test func fills() throws {
    let document = try PaperSamples.document(facts: "擅自执业。\n\n收费8,640元。")
    #expect(document.title == "告知书" && document.number == "清卫医罚告〔2026〕47号")
    #expect(document.agency == "清沅县卫生健康局" && document.address == "https://example.invalid/p/7Q2K")
    #expect(document.hasSalutation && document.gaps.isEmpty)
    #expect(
      document.words == [
        "卢茂生：", "一、事实", "经查，擅自执业。", "收费8,640元。", "请在2026年11月22日以前提出。", "2026年11月22日",
        "罚款80,000元（人民币捌万元整）。", "意见成立。",
        "当事人", "卢茂生", "证件号码", "99000019700101041X",
        "1", "血压计", "1", "2", "输液架", "2", "什么时候开始的？", "1", "当事人（签名）",
        "有权要求听证，电话0999-5550147。", "清沅县卫生健康局", "2026年11月16日", "一式二份。",
      ])
  }

  /// Unknown supplied values and demanded answers are gaps; optional answers print nothing.
  @Test func leavesGaps() throws {
    let document = try PaperSamples.template().document(PaperValues())
    #expect(document.gaps == ["party.name", "facts", "party.code", "agency.name", "paper.date"])
    #expect(document.gaps.map(try PaperSamples.template().title(of:)) == ["当事人", "违法事实", "当事人证件号码", "机关名称", "文书日期"])
    #expect(document.number == nil && document.address == nil)
    #expect(document.words.contains("没有听证权利。") && !document.words.contains { $0.contains("罚款") || $0.contains("以前提出") })
    let tables = document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    // An empty list says so; a list for writing by hand has its empty rows.
    #expect(tables[0].rows == [[[PaperLine("无")], [], []]])
    #expect(tables[1].rows.count == 3)
  }

  @Test(arguments: [("卢茂生：", true), ("经查，卢茂生有下列行为：", false), ("卢茂生", false)])
  func knowsASalutation(_ sample: (String, Bool)) throws {
    let text = PaperSamples.notice.replacingFirst("{party.name}：\"", with: "\(sample.0)\"")
    let document = try #require(try PaperSamples.book(text)["notice"]).document(PaperSamples.values())
    #expect(document.hasSalutation == sample.1)
  }

  @Test func organisationsShowOtherFacts() throws {
    var values = PaperSamples.values()
    values.set(.partyIsOrganisation)
    let words = try PaperSamples.template().document(values).words
    #expect(!words.contains("证件号码"))
  }

  /// What is typed is text: braces in it call nothing up.
  @Test func typedBracesStayBraces() throws {
    let document = try PaperSamples.document(facts: "{party.code} {} }{ \\{x\\}")
    #expect(document.words.contains("经查，{party.code} {} }{ \\{x\\}"))
    #expect(document.gaps.isEmpty)
    #expect(try PaperDocument(record: document.record) == document)
  }

  /// The compiler takes none of them in a literal.
  static let noncharacters = String(
    String.UnicodeScalarView([0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFDD0].compactMap { Unicode.Scalar(UInt32($0)) }))

  /// What no printer prints, and what turns the order of writing, is not in a document.
  static let hostile: [(typed: String, kept: [String])] = [
    ("甲\u{0}乙", ["甲乙"]),
    ("甲\u{1}\u{8}\u{1B}[31m乙\u{7F}\u{9F}", ["甲[31m乙"]),
    ("罚款\u{202E}00001\u{202C}元", ["罚款00001元"]),
    ("\u{200F}甲\u{2066}乙\u{2069}\u{61C}", ["甲乙"]),
    ("\u{FEFF}甲" + noncharacters + "乙", ["甲乙"]),
    ("甲\r\n乙\r丙\u{2028}丁\u{2029}戊\u{85}己\u{B}庚\u{C}辛", ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"]),
    ("甲\t乙", ["甲 乙"]),
    ("　 甲 　\n\n　\n", ["甲"]),
    ("𠮷野家 👩‍⚕️ é e\u{301}", ["𠮷野家 👩‍⚕️ é e\u{301}"]),
    ("<b>&\"'</b>]]><!--", ["<b>&\"'</b>]]><!--"]),
  ]

  @Test(arguments: hostile.indices)
  func cleans(_ index: Int) throws {
    let sample = Self.hostile[index]
    #expect(
      CleanText.lines(sample.typed).map { Array($0.unicodeScalars) } == sample.kept.map { Array($0.unicodeScalars) })
    let document = try PaperSamples.document(facts: sample.typed, party: sample.typed)
    #expect(document.words.allSatisfy(CleanText.isClean))
    #expect(try PaperDocument(record: document.record) == document)
  }
}
