import Kit
import Testing

@testable import Papers

/// Expected words follow the rules for filling in notes and settlement slips (《正确填写票据和结算凭证的基本规定》).
@Suite struct ChineseNumberTests {
  static let amounts: [(fen: Int64, words: String)] = [
    (0, "零元整"), (5_000_000, "伍万元整"), (1, "壹分"), (10, "壹角整"), (11, "壹角壹分"), (105, "壹元零伍分"),
    (1_000, "壹拾元整"), (1_100, "壹拾壹元整"), (10_000, "壹佰元整"), (10_100, "壹佰零壹元整"), (11_000, "壹佰壹拾元整"),
    (140_950, "壹仟肆佰零玖元伍角整"), (600_714, "陆仟零柒元壹角肆分"), (168_032, "壹仟陆佰捌拾元叁角贰分"),
    (10_700_053, "壹拾万柒仟元伍角叁分"), (1_640_902, "壹万陆仟肆佰零玖元零贰分"), (32_504, "叁佰贰拾伍元零肆分"),
    (1_000_100, "壹万零壹元整"), (1_001_000, "壹万零壹拾元整"), (1_010_000, "壹万零壹佰元整"), (1_100_000, "壹万壹仟元整"),
    (10_000_000, "壹拾万元整"), (100_000_000, "壹佰万元整"), (100_000_100, "壹佰万零壹元整"), (1_000_000_000, "壹仟万元整"),
    (10_000_000_000, "壹亿元整"), (10_000_000_100, "壹亿零壹元整"), (10_000_500_000, "壹亿零伍仟元整"),
    (10_001_000_000, "壹亿零壹万元整"), (10_500_000_000, "壹亿零伍佰万元整"), (11_000_000_000, "壹亿壹仟万元整"),
    (1_234_567_890_12, "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分"), (100_000_000_000_00, "壹仟亿元整"),
    (100_000_000_000_00 + 5, "壹仟亿元零伍分"), (2_000_300_040_00, "贰拾亿零叁拾万零肆拾元整"), (-5_000, "负伍拾元整"),
    (.max, "玖亿亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分"),
  ]

  @Test(arguments: amounts.dropLast().map(\.fen))
  func writesCapitals(_ fen: Int64) throws {
    let words = try #require(Self.amounts.first { $0.fen == fen }?.words)
    #expect(Money(fen: fen).capitals == "人民币" + words)
  }

  /// Read back by other rules than those that wrote it, over amounts of every size.
  @Test func meansTheAmount() {
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let fen = Int64(state >> 8) % Int64([100, 10_000, 10_000_000, 1_000_000_000_000, Money.most.fen][Int(state % 5)])
      let words = Money(fen: fen).capitals
      #expect(Self.read(words) == fen, "\(fen) \(words)")
      #expect(!words.contains("零零") && !words.contains("零元") || fen == 0)
    }
    // A place of a thousand is never called without its zero where something is missing before it.
    #expect(Money(yuan: 100_005_000).capitals.contains("亿零伍仟"))
  }

  private static func read(_ words: String) -> Int64 {
    let figures = Array("零壹贰叁肆伍陆柒捌玖")
    var (sum, group, figure): (Int64, Int64, Int64) = (0, 0, 0)
    var yuan: Int64 = 0
    for letter in words.dropFirst(3) {
      if let value = figures.firstIndex(of: letter) { figure = Int64(value) }
      switch letter {
      case "拾": (group, figure) = (group + figure * 10, 0)
      case "佰": (group, figure) = (group + figure * 100, 0)
      case "仟": (group, figure) = (group + figure * 1000, 0)
      case "万": (sum, group, figure) = (sum + (group + figure) * 10_000, 0, 0)
      case "亿": (sum, group, figure) = ((sum + group + figure) * 100_000_000, 0, 0)
      case "元": (yuan, sum, group, figure) = (sum + group + figure, 0, 0, 0)
      case "角": (sum, figure) = (sum + figure * 10, 0)
      case "分": (sum, figure) = (sum + figure, 0)
      default: break
      }
    }
    return yuan * 100 + sum
  }

  @Test(arguments: [
    ("2026-11-16", "2026年11月16日", "二〇二六年十一月十六日"), ("2000-01-01", "2000年1月1日", "二〇〇〇年一月一日"),
    ("2026-10-10", "2026年10月10日", "二〇二六年十月十日"), ("1999-12-31", "1999年12月31日", "一九九九年十二月三十一日"),
    ("2024-02-20", "2024年2月20日", "二〇二四年二月二十日"),
  ])
  func writesDays(_ sample: (String, String, String)) throws {
    let day = try #require(CivilDate(iso: sample.0))
    #expect(day.onPaper == sample.1 && day.inHan == sample.2 && CivilDate(onPaper: sample.1) == day)
  }

  @Test(arguments: ["2026年02月1日", "2026年2月30日", "2026-02-01", "年月日", "2026年2月1日止", ""])
  func readsNoOtherDays(_ text: String) { #expect(CivilDate(onPaper: text) == nil) }
}
