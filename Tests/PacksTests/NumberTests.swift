import Kit
import Packs
import Testing

/// Numbers that are read exactly, records within records, and which plain values are texts.
@Suite struct NumberTests {
  private func read<Value>(_ text: String, _ read: (PackNode) -> Value) throws -> (Value?, [String]) {
    let reader = PackReader(MemoryContent(["samples/a.yaml": text]))
    let value = reader.files(in: "samples", read).first
    do {
      try reader.settle()
      return (value, [])
    } catch { return (value, error.all.map(\.sentence)) }
  }

  static let decimals: [(text: String, places: Int, value: Int64?)] = [
    ("5", 4, 50_000), ("0.005", 4, 50), ("0.3", 4, 3_000), ("12.50", 2, 1_250), ("1234.56", 2, 123_456), ("0", 2, 0),
    ("0.00005", 4, nil), ("1.005", 2, nil), ("-1", 2, nil), ("+1", 2, nil), ("1e3", 2, nil), (".5", 2, nil),
    ("5.", 2, nil), ("'5'", 2, nil), ("1_000", 2, nil), ("0x10", 2, nil), ("五", 2, nil), ("[5]", 2, nil),
    ("99999999999999999999", 2, nil), ("1:30", 2, nil),
  ]

  @Test(arguments: decimals)
  func decimalsAreExact(_ sample: (text: String, places: Int, value: Int64?)) throws {
    let (value, problems) = try read("n: \(sample.text)\n") { $0.decimal("n", places: sample.places) }
    #expect(value == sample.value ?? 0 && problems.isEmpty == (sample.value != nil), "\(problems)")
  }

  @Test func amountsAreInYuan() throws {
    let (value, problems) = try read("n: 8640.5\n") { $0.money("n") }
    #expect(value == Money(fen: 864_050) && problems.isEmpty)
    let (_, large) = try read("n: 100000000000.01\n") { $0.money("n") }
    #expect(large.first?.contains("金额大于") == true)
    let (none, fine) = try read("a: 1\n") { ($0.int("a", in: 0...1), $0.moneyIfAny("n")) }
    #expect(none?.1 == nil && fine.isEmpty)
  }

  @Test func flagsHaveAStandard() throws {
    #expect(try read("a: 甲\n") { ($0.text("a"), $0.flag("f", standard: true)) }.0?.1 == true)
    #expect(try read("f: false\n") { $0.flag("f", standard: true) }.0 == false)
    #expect(try !read("f: 0\n") { $0.flag("f", standard: true) }.1.isEmpty)
  }

  @Test func recordsWithinRecordsAreStrict() throws {
    let (value, good) = try read("r: {a: 甲}\n") { $0.recordIfAny("r") { $0.text("a") } }
    #expect(value == "甲" && good.isEmpty)
    let (_, extra) = try read("r: {a: 甲, b: 乙}\n") { $0.recordIfAny("r") { $0.text("a") } }
    #expect(extra == ["samples/a.yaml 的 r.b（第 1 行）：没有这一项，可能写错了名称。"])
    #expect(try read("a: 甲\n") { ($0.text("a"), $0.recordIfAny("r") { $0.text("a") }) }.1.isEmpty)
    #expect(try !read("a: 甲\n") { ($0.text("a"), $0.record("r") { $0.text("a") }) }.1.isEmpty)
    #expect(try read("l: []\n") { $0.recordsIfAny("l") { $0.text("a") } }.0 == [])
  }

  /// Plain values that are texts, and those that mean a number, a truth value, nothing, or a day.
  static let kinds: [(text: String, isText: Bool)] = [
    ("诊所", true), ("gains", true), ("V", true), ("M?", true), ("nought", true), ("Norway", true), ("off-label", true),
    ("3个", true), ("2-3", true), ("a1", true), ("《法》", true), ("'2026'", true), ("\"yes\"", true), ("one two", true),
    ("no", false), ("No", false), ("ON", false), ("true", false), ("null", false), ("~", false), ("7", false),
    ("7.5", false), ("-3", false), ("0x1F", false), (".inf", false), ("1e5", false), ("2026-01-01", false), ("", false),
  ]

  @Test(arguments: kinds)
  func plainTextsAreTold(_ sample: (text: String, isText: Bool)) throws {
    #expect(try read("k: \(sample.text)\n") { $0.text("k") }.1.isEmpty == sample.isText)
  }

  @Test func writtenTakesNumbersAndWords() throws {
    for text in ["400", "any", "2026-01-01", "'5'"] {
      #expect(try read("k: \(text)\n") { $0.written("k") }.1.isEmpty)
    }
    #expect(try !read("k: [1]\n") { $0.written("k") }.1.isEmpty)
  }

  @Test func theWeakestMarkWins() {
    #expect(Confidence.weakest([.verified, .memory, .secondary]) == .memory)
    #expect(Confidence.weakest([.doubtful, .memory]) == .doubtful && Confidence.weakest([]) == .verified)
    #expect(Confidence.verified.isFirm && !Confidence.secondary.isFirm)
  }
}
