import Kit
import Law
import Packs
import Testing

/// The worked checks of the law notes (§2.3), and what the answer says besides the amounts. The packs' own worked cases
/// run in `ExampleTests`.
@Suite struct FineTests {
  private func answer(
    _ id: String, _ day: String, gains: String? = nil, refused: Bool = false, serious: Bool = false,
    subject: Subject? = nil
  ) throws -> FineAnswer {
    let bases: [FineBase: Money] = try gains.map { [.gains: try #require(Money(yuanText: $0))] } ?? [:]
    return try Fixtures.law().fine(
      id,
      FineQuestion(on: try Fixtures.day(day), bases, refused: refused, serious: serious, subject: subject))
  }

  /// Each with the arithmetic behind it.
  static let worked: [(id: String, day: String, gains: String, min: String, max: String)] = [
    // 3,000 counts as 10,000: 5 × 10,000, 20 × 10,000.
    ("unlicensed-institution", "2026-05-06", "3000", "50,000", "200,000"),
    // 5 × 25,000, 20 × 25,000.
    ("unlicensed-institution", "2026-05-06", "25000", "125,000", "500,000"),
    // One fen below the deemed base counts as the base; one fen above counts as it is: 5 × 10,000.01, 20 × 10,000.01.
    ("unlicensed-institution", "2026-05-06", "9999.99", "50,000", "200,000"),
    ("unlicensed-institution", "2026-05-06", "10000.01", "50,000.05", "200,000.20"),
    ("nonphysician-practice", "2026-05-06", "3000", "20,000", "100,000"),
    // Below 10,000 a fixed range; from 10,000 on 2 × and 6 ×.
    ("fetal-sex-identification", "2026-05-06", "9999", "10,000", "30,000"),
    ("fetal-sex-identification", "2026-05-06", "10000", "20,000", "60,000"),
    // 1 × 5,000, 3 × 5,000; below, 1,000 to 3,000.
    ("village-doctor-unregistered", "2026-05-06", "5000", "5,000", "15,000"),
    ("village-doctor-unregistered", "2026-05-06", "4999", "1,000", "3,000"),
    // 献血法 up to 100,000 and optional; 传染病防治法 50,000 to 500,000: the latter.
    ("illegal-blood-collection", "2026-05-06", "8000", "50,000", "500,000"),
    // Before 2025-09-01 only 献血法.
    ("illegal-blood-collection", "2025-08-31", "8000", "0", "100,000"),
  ]

  @Test(arguments: worked)
  func worksOutTheRange(_ sample: (id: String, day: String, gains: String, min: String, max: String)) throws {
    let found = try answer(sample.id, sample.day, gains: sample.gains).chosen.limits
    #expect(found.min.text == sample.min && found.max.text == sample.max)
  }

  @Test func gainsThatAreNotGivenWereNotFound() throws {
    let found = try answer("unlicensed-institution", "2026-05-06")
    #expect(found.chosen.limits == (try answer("unlicensed-institution", "2026-05-06", gains: "0")).chosen.limits)
    #expect(found.reasoning.contains { $0.contains("没有查到违法所得，不足10,000元的按10,000元计算") })
  }

  @Test func everyStepNamesItsArticle() throws {
    for id in ["unlicensed-institution", "fetal-sex-identification", "illegal-blood-collection", "beyond-scope"] {
      for step in try answer(id, "2026-05-06", gains: "3000").reasoning where !step.hasPrefix("有关人员") {
        #expect(step.contains("《") && step.contains("第") && step.hasSuffix("。"), "\(id)：\(step)")
      }
    }
  }

  @Test func anActBeforeTheRuleIsRefused() throws {
    let found = #expect(throws: LawRefusal.self) { try answer("unlicensed-institution", "2020-05-31", gains: "1") }
    #expect(found?.code == "law.not-in-force" && found?.sentence.contains("2020-06-01") == true)
    #expect(try answer("unlicensed-institution", "2020-06-01", gains: "1").chosen.limits.min.text == "50,000")
  }

  @Test func anUnknownIdIsRefused() throws {
    #expect(throws: LawRefusal.unknownViolation("moon")) { try answer("moon", "2026-05-06") }
  }

  @Test func aMissingBaseNamesItsOption() throws {
    let found = #expect(throws: LawRefusal.self) { try answer("mi-fabricated-service", "2026-05-06", gains: "100") }
    #expect(found == .missingBase(.amount))
    #expect(found?.sentence.contains("--amount") == true)
  }

  @Test func sumsThatDoNotFitAreRefused() throws {
    let most = FineQuestion(on: try Fixtures.day("2026-05-06"), [.gains: Money(fen: .max / 2)])
    #expect(throws: LawRefusal.amountTooLarge) { try Fixtures.law().fine("unlicensed-institution", most) }
    let top = FineQuestion(on: try Fixtures.day("2026-05-06"), [.gains: .most])
    #expect(try Fixtures.law().fine("unlicensed-institution", top).chosen.limits.max.fen == Money.most.fen * 20)
  }

  @Test func laterStagesWaitUntilTheyAreGiven() throws {
    let plain = try answer("mw-dumping", "2026-05-06")
    #expect(plain.chosen.limits == FineLimits(min: Money(yuan: 5000), max: Money(yuan: 10000)))
    #expect(plain.chosen.laterFines[.refused]?.limits == FineLimits(min: Money(yuan: 10000), max: Money(yuan: 30000)))
    let refused = try answer("mw-dumping", "2026-05-06", refused: true)
    #expect(refused.chosen.limits == FineLimits(min: Money(yuan: 10000), max: Money(yuan: 30000)))
    let clinic = try answer("clinic-unfiled", "2026-05-06")
    #expect(!clinic.chosen.orders.contains("stop_practice"))
    #expect(try answer("clinic-unfiled", "2026-05-06", refused: true).chosen.orders.contains("stop_practice"))
    let doctor = try answer("physician-beyond-registration", "2026-05-06", serious: true)
    #expect(doctor.chosen.measures.contains("revoke_certificate"))
  }

  @Test func aFineThatCannotBeImposedIsNotOwed() throws {
    let found = try answer("mw-system-missing", "2026-05-06")
    #expect(found.chosen.limits == .none && !found.chosen.mandatory)
    #expect(try answer("mw-system-missing", "2026-05-06", refused: true).chosen.mandatory)
  }

  @Test func anOptionalFineSaysSo() throws {
    let found = try answer("beyond-scope", "2026-05-06")
    #expect(!found.chosen.mandatory && found.reasoning.contains { $0.hasPrefix("可以处10,000元以上100,000元以下罚款") })
  }

  @Test func relatedActsAreShownAndNeverSubstituted() throws {
    let found = try answer("nonphysician-practice", "2026-05-06", gains: "3000")
    #expect(found.chosen.limits.max.text == "100,000")
    let other = found.alternatives.compactMap { if case .known(let result) = $0 { result } else { nil } }
      .first { $0.violation == "unlicensed-institution" }
    #expect(other?.limits.max.text == "200,000")
    #expect(found.warnings.contains { $0.contains("罚款更高") })
    #expect(found.reasoning.last?.contains("《行政处罚法》第二十九条") == true)
  }

  @Test func lowConfidenceWarns() throws {
    let found = try answer("physician-unregistered", "2026-05-06", gains: "1")
    #expect(found.chosen.confidence == .doubtful)
    #expect(found.warnings.first?.contains("存疑") == true)
    #expect(try answer("unlicensed-institution", "2026-05-06").warnings.allSatisfy { !$0.contains("核准") })
  }

  @Test func aSubjectLeavesOutProvisionsForOthers() throws {
    let doctor = try answer("physician-unregistered", "2026-05-06", subject: .practitioner)
    #expect(doctor.chosen.penalty.provision.text == "《医师法》第五十九条")
    let house = try answer("physician-unregistered", "2026-05-06", subject: .institution)
    #expect(house.chosen.penalty.provision.text == "《医疗机构管理条例》第四十七条")
    let found = #expect(throws: LawRefusal.self) {
      try answer("physician-unregistered", "2026-05-06", subject: .insured)
    }
    #expect(found == .noProvision(name: "有医师资格但未注册执业", subject: "参保人"))
  }
}
