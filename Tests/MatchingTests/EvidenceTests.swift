import Testing

@testable import Matching

/// What agrees by chance is not told as if it were the person.
@Suite struct EvidenceTests {
  private func number(_ text: String) -> NumberCode { NumberCode.read(Ground.content.glyphs.units(text)) }

  private func person(_ name: String, _ change: (inout MatchRecord) -> Void = { _ in }) -> MatchRecord {
    var record = MatchRecord()
    record.name = name
    change(&record)
    return record
  }

  @Test(arguments: [
    ("3402101961********", NumberRelation.area), ("3402111962********", .apart), ("3402101962********", .stem),
    ("340210********7669", .slip), ("340211********7668", .slip),
  ])
  func ofAMaskedNumberTheAreaAndAYearAreNoSlip(_ asked: String, _ relation: NumberRelation) {
    let kept = "340210196201077668"
    #expect(NumberRelation.of(number(asked), number(kept)) == relation)
    #expect(NumberRelation.of(number(kept), number(asked)) == relation)
  }

  /// Years are written one or two off; whoever has the number has the right one.
  @Test func aNumberCorrectsTheYear() {
    let matcher = Ground.matcher(others: 500)
    let kept = person("麴婉贞") {
      $0.birthYear = "1965"
      $0.idNumber = "320813640828036"
    }
    func year(_ text: String) -> MatchPiece? {
      matcher.explain(person("麴婉贞") { $0.birthYear = text }, kept).pieces.first { $0.topic == .year }
    }
    #expect(year("1964")?.amount == year("1965")?.amount)
    #expect(year("1964")?.sentence == "出生年：1964年与1965年（证件号码 1964 年），相同")
    #expect(year("1963")?.sentence == "出生年：1963年与1965年（证件号码 1964 年），相差 1 年")
    #expect((year("1963")?.amount ?? 0) < (year("1964")?.amount ?? 0))
  }

  /// Every 贾 is called 小贾: it is the surname once more, and neither a second name nor the same name.
  @Test func aCallIsNotAName() {
    let matcher = Ground.matcher(others: 500)
    func name(_ asked: String, _ kept: String, _ call: String) -> MatchPiece? {
      matcher.explain(person(asked) { $0.aliases = call }, person(kept) { $0.aliases = call }).pieces
        .first { $0.topic == .name }
    }
    #expect(name("贾清", "贾强荣", "小贾")?.amount == name("贾清", "贾强荣", "")?.amount)
    #expect(name("贾清荣", "贾强荣", "小贾")?.amount == name("贾清荣", "贾强荣", "")?.amount)
    #expect(name("江波", "侯鑫敏", "小侯")?.sentence.contains("称呼或者小名") == true)
    #expect((name("江波", "侯鑫敏", "侯三元")?.amount ?? 0) > (name("江波", "侯鑫敏", "小侯")?.amount ?? 0))
  }
}
