import Kit
import Law
import Packs
import Testing

/// The arithmetic of each kind of rule on invented provisions, where the packs have no such case.
@Suite struct FineRuleTests {
  private func law(_ fine: String, more: String = "") throws -> LawContent {
    try Fixtures.law(
      with: """
        violations:
          - id: invented
            name: 甲
            subjects: [institution, person]
            authority: health
            confidence: V
            penalties:
              - {law: penalties, article: 第二条, confidence: V, fine: \(fine)}
        \(more)

        """)
  }

  private func limits(_ law: LawContent, _ bases: [FineBase: Money] = [:], on day: String = "2026-05-06") throws
    -> FineLimits
  {
    try law.fine("invented", FineQuestion(on: try Fixtures.day(day), bases)).chosen.limits
  }

  /// Half a per cent to one per cent of 123.45 yuan: 0.61725 and 1.2345. A lower limit is never below the share and an
  /// upper one never above, so 0.62 and 1.23.
  @Test func sharesAreExactToTheFen() throws {
    let law = try law("{kind: multiple, base: contract, min: 0.005, max: 0.01}")
    let found = try limits(law, [.contract: Money(fen: 12345)])
    #expect(found == FineLimits(min: Money(fen: 62), max: Money(fen: 123)))
    // A share that is less than a fen wide has no room for rounding up.
    #expect(try limits(law, [.contract: Money(fen: 150)]) == FineLimits(min: Money(fen: 1), max: Money(fen: 1)))
  }

  @Test func aTierWithoutALowerRangeFinesNothingBelow() throws {
    let law = try law("{kind: tier, base: gains, threshold: 100, above: {min: 1, max: 2}}")
    #expect(try limits(law, [.gains: Money(fen: 9999)]) == .none)
    #expect(try limits(law, [.gains: Money(fen: 10000)]) == FineLimits(min: Money(yuan: 100), max: Money(yuan: 200)))
    #expect(try limits(law) == .none)
  }

  @Test func aBaseThatIsNotGivenTakesTheLeast() throws {
    let goods = try law("{kind: tier, base: goods, threshold: 100, above: {min: 5, max: 6}, below: {min: 7, max: 8}}")
    #expect(try limits(goods) == FineLimits(min: Money(yuan: 7), max: Money(yuan: 8)))
    let deemed = try law("{kind: multiple, base: goods, min: 10, max: 20, deem: 100000}")
    #expect(try limits(deemed).min == Money(yuan: 1_000_000))
    let bare = try law("{kind: multiple, base: loss, min: 1, max: 2}")
    #expect(throws: LawRefusal.missingBase(.loss)) { try limits(bare) }
    let open = try law("{kind: tier, base: goods, threshold: 100, above: {min: 5, max: 6}}")
    #expect(throws: LawRefusal.missingBase(.goods)) { try limits(open) }
  }

  private static let other =
    "      - {law: penalties, article: 第三条, confidence: V, fine: {kind: range, min: 1, max: 900}"

  @Test func theHigherProvisionCounts() throws {
    let law = try law("{kind: range, min: 100, max: 200}", more: Self.other + "}")
    let found = try law.fine("invented", FineQuestion(on: try Fixtures.day("2026-05-06")))
    #expect(found.chosen.penalty.provision.article == "第三条" && found.alternatives.count == 1)
    #expect(found.reasoning.last?.contains("选用《行政处罚法》第三条") == true)
  }

  @Test func equalUpperLimitsGoByTheLower() throws {
    let law = try law("{kind: range, min: 100, max: 900}", more: Self.other + "}")
    #expect(try limits(law).min == Money(yuan: 100))
  }

  /// A provision for a special case does not displace one that always applies, and is shown with a warning.
  @Test func aSpecialCaseWaitsForTheOfficer() throws {
    let special = try law("{kind: range, min: 100, max: 200}", more: Self.other + ", when: 特别情形}")
    #expect(try limits(special).max == Money(yuan: 200))
    let found = try special.fine("invented", FineQuestion(on: try Fixtures.day("2026-05-06")))
    #expect(found.warnings == ["同一行为也属于“特别情形”的情形的，适用《行政处罚法》第三条，罚款更高：1元以上900元以下。"])
    let only = try law(
      "{kind: tier, base: gains, threshold: 100, above: {min: 1, max: 2}}", more: Self.other + ", when: 特别情形}")
    #expect(try limits(only) == .none)
    #expect(try limits(only, [.gains: Money(yuan: 100)]).max == Money(yuan: 200))
  }

  /// Where no provision that always applies fines, the special case is the answer, if its amount can be told.
  @Test func aSpecialCaseCountsWhereNothingElseFines() throws {
    let rows =
      "      - {law: penalties, article: 第三条, confidence: V, when: 特别情形, fine: {kind: multiple, base: amount, min: 2, max: 5}}"
    let law = try law("{kind: range, min: 100, max: 200}", more: rows)
    #expect(try limits(law, [.amount: Money(yuan: 1000)]).max == Money(yuan: 200))
    let bare = try Fixtures.law(
      with: """
        violations:
          - id: invented
            name: 甲
            subjects: [person]
            authority: health
            confidence: V
            penalties:
              - {law: penalties, article: 第二条, confidence: V, orders: [correct]}
        \(rows)

        """)
    #expect(try limits(bare) == .none)
    #expect(try limits(bare, [.amount: Money(yuan: 1000)]).max == Money(yuan: 5000))
  }

  @Test func datesOfAProvisionDecide() throws {
    let law = try law("{kind: range, min: 100, max: 200}", more: Self.other + ", from: 2025-01-01, to: 2025-12-31}")
    #expect(try limits(law, on: "2024-12-31").max == Money(yuan: 200))
    #expect(try limits(law, on: "2025-12-31").max == Money(yuan: 900))
    #expect(try limits(law, on: "2026-01-01").max == Money(yuan: 200))
    #expect(throws: LawRefusal.self) { try limits(law, on: "2021-07-14") }
  }

  /// The fine does not fall when the gains rise, where the law's own steps do not fall.
  @Test func finesRiseWithTheGains() throws {
    let law = try Fixtures.law()
    let day = try Fixtures.day("2026-11-01")
    let sums = [
      0, 1, 4_999, 5_000, 9_999, 10_000, 10_001, 49_999, 50_000, 99_999, 100_000, 999_999, 1_000_000, 7_654_321,
    ]
    var rising = 0
    for violation in law.violations where violation.gap == nil {
      if violation.penalties.contains(where: { !$0.basic.rises }) { continue }
      let found = try sums.map { sum in
        try law.fine(violation.id, FineQuestion(on: day, [.gains: Money(yuan: Int64(sum))])).chosen.limits.max
      }
      #expect(zip(found, found.dropFirst()).allSatisfy { $0 <= $1 }, "\(violation.id)")
      rising += found.first == found.last ? 0 : 1
    }
    #expect(rising >= 15)
  }
}

extension PenaltyStep {
  /// Reckoned from gains, or from nothing, without falling at a threshold.
  fileprivate var rises: Bool {
    switch fine?.rule {
    case nil, .range: true
    case .multiple(let base, _, _): base == .gains
    case .tier(.gains, .from(let threshold), let above, let below):
      threshold.fen * above.max.parts / 10_000 >= (below?.max.fen ?? 0)
    case .tier: false
    }
  }
}
