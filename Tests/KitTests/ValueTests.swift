import Kit
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    ("50000", 5_000_000), ("50,000", 5_000_000), ("8640.50", 864_050), ("8,640.5元", 864_050), ("0.01", 1), ("0", 0),
    ("1，000", 100_000),
  ])
  func `amounts as officers type them`(text: String, fen: Int64) { #expect(Money(yuanText: text)?.fen == fen) }

  @Test(arguments: ["", "-1", "1.234", "5万", "1,00", "12,3456", "一千", ".5", "1.", "99999999999999", "1 e5"])
  func `other amounts are refused`(text: String) { #expect(Money(yuanText: text) == nil) }

  @Test(arguments: [(864_050, "8,640.50"), (5_000_000, "50,000"), (1, "0.01"), (100_000_000_000, "1,000,000,000")])
  func `amounts as pages write them`(fen: Int64, text: String) { #expect(Money(fen: fen).text == text) }

  @Test func `identities go through text and refuse everything else`() {
    let id = ID<Int>(9_223_372_036_854_775_807)
    #expect(ID<Int>(text: id.text) == id)
    for text in ["", "-1", "+1", "A1", "1 ", "zzzzzzzzzzzzzz", "0", "é", "1/2"] { #expect(ID<Int>(text: text) == nil) }
  }

  @Test func `identities are never given twice, also when the clock goes back`() {
    let source = IdentitySource(node: 7)
    var seen: Set<Int64> = []
    for step in 0..<5_000 {
      let now = Instant(milliseconds: 1_795_276_800_000 - Int64(step % 50))
      #expect(seen.insert(source.next(at: now)).inserted)
    }
    #expect(seen.allSatisfy { $0 > 0 })
  }

  @Test(arguments: ["91350100M000100Y43", "11100000000013127D"])
  func `real shapes of credit codes`(code: String) { #expect(StateCode.isCreditCode(code)) }

  @Test(arguments: ["91350100M000100Y44", "91350100M000100Y4", "91350100I000100Y43", ""])
  func `wrong credit codes`(code: String) { #expect(!StateCode.isCreditCode(code)) }

  @Test func `citizen numbers`() {
    #expect(StateCode.isCitizenNumber("11010519491231002X"))
    #expect(!StateCode.isCitizenNumber("110105194912310021"))
    #expect(!StateCode.isCitizenNumber("11010519491331002X"))
  }

  /// What is decided without the Unicode tables must be what they say, for every character of the first plane.
  @Test func `folding keeps letters of every script and digits, and nothing else`() {
    let all = (UInt32(0)...0xFFFF).compactMap(Unicode.Scalar.init).filter { !(0xFF01...0xFF5E).contains($0.value) }
    let wrong = all.filter { scalar in
      let isKept = scalar.properties.isAlphabetic || scalar.isHan || ("0"..."9").contains(scalar)
      return folded(String(scalar)).isEmpty == isKept
    }
    #expect(wrong.isEmpty)
  }

  @Test func `simplified forms, others as they are`() {
    #expect(String(String.UnicodeScalarView("醫藥診療乾a、〇".unicodeScalars.map(\.simplified))) == "医药诊疗干a、〇")
  }

  @Test func `folding makes what is typed alike`() {
    func fold(_ text: String) -> String { String(String.UnicodeScalarView(folded(text))) }
    #expect(fold("ＡＢＣ（１２３） 诊所、·Ab") == "abc123诊所ab")
    #expect("　康民 \u{FEFF}".trimmed == "康民")
    #expect("一二三四五".clipped(to: 3) == "一二…")
  }
}
