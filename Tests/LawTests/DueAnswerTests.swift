import Foundation
import Kit
import Law
import Packs
import Testing

/// What the command line prints for terms.
@Suite struct DueAnswerTests {
  static let times: [(text: String, reads: Bool)] = [
    ("2026-09-30", true), ("2026-09-30T17:05", true), ("2026-09-30T00:00", true), ("2026-09-30T24:00", false),
    ("2026-09-30T7:05", false), ("2026-09-30T17:60", false), ("2026-09-30 17:05", false), ("2026-02-29", false),
    ("2026-09-30T", false), ("2026-09-30T1７:05", false), ("2026-09-30T17:05:00", false), ("", false),
  ]

  @Test(arguments: times)
  func readsDaysAndMinutes(_ sample: (text: String, reads: Bool)) {
    let found = EventTime(sample.text)
    #expect((found != nil) == sample.reads)
    if let found { #expect(found.text == sample.text) }
  }

  @Test func hoursNeedATime() throws {
    let law = try Fixtures.law()
    let found = #expect(throws: LawRefusal.self) {
      try law.answer("transfer.handover", from: .day(try Fixtures.day("2026-09-30")))
    }
    #expect(found == .countedInHours(title: "向同级公安机关移送"))
    let event = try #require(EventTime("2026-09-30T17:05"))
    #expect(try law.answer("transfer.handover", from: event).due.text == "2026-10-01T17:05")
    // A time does no harm where days are counted.
    #expect(try law.answer("case.filing", from: event).due.text == "2026-10-15")
  }

  @Test func theAnswerCarriesEveryPart() throws {
    let answer = try Fixtures.law().answer("hearing.notice", from: .day(try Fixtures.day("2026-09-29")))
    let json = try json(answer)
    #expect(json["due"] as? String == "2026-09-18" && json["countedTo"] as? String == "2026-09-18")
    #expect(json["unit"] as? String == "workdays" && json["confidence"] as? String == "V")
    #expect(json["article"] as? String == "《卫生健康行政处罚程序规定》第四十六条" && json["provisional"] as? Bool == false)
    let skipped = try #require(json["skipped"] as? [[String: String]])
    #expect(skipped.map { $0["date"] } == ["2026-09-19", "2026-09-25", "2026-09-26", "2026-09-27"])
    #expect(skipped.first?["why"] == "周六" && skipped.last?["why"] == "放假")
    #expect(answer.text.contains("往回算") && answer.text.hasPrefix("通知听证的时间、地点（hearing.notice）：2026-09-18\n"))
  }

  @Test func anUnknownYearIsSaid() throws {
    let answer = try Fixtures.law().answer("payment", from: .day(try Fixtures.day("2026-12-20")))
    #expect(answer.provisional && answer.due.text == "2027-01-04" && answer.remarks.contains { $0.hasPrefix("暂定") })
  }

  @Test func aMovedEndIsSaid() throws {
    let answer = try Fixtures.law().answer("payment", from: .day(try Fixtures.day("2026-09-20")))
    #expect(answer.due.text == "2026-10-08" && answer.countedTo.text == "2026-10-05")
    #expect(answer.remarks.contains { $0.contains("顺延到2026-10-08") })
  }

  @Test func lowConfidenceIsSaid() throws {
    let law = try Fixtures.law()
    let old = try law.answer("report.filing-reply", from: .day(try Fixtures.day("2026-04-14")))
    let new = try law.answer("report.filing-reply", from: .day(try Fixtures.day("2026-04-15")))
    #expect(old.term.provenance.confidence == .verified && new.term.provenance.confidence == .memory)
    #expect(new.remarks.first?.contains("凭记忆") == true)
  }

  /// 3 % of 1,234.56 is 37.0368 a day: 37.03 after one day, 1,222.21 after 33, the fine itself after 34 (1,259.25).
  static let grown: [(until: String, amount: String, capped: Bool)] = [
    ("2026-05-21", "0", false), ("2026-05-22", "37.03", false), ("2026-06-23", "1,222.21", false),
    ("2026-06-24", "1,234.56", true), ("2030-01-01", "1,234.56", true),
  ]

  @Test(arguments: grown)
  func theSurchargeGrowsByTheDay(_ sample: (until: String, amount: String, capped: Bool)) throws {
    let found = try Fixtures.law().surcharge(
      "surcharge", fine: Money(fen: 123_456), from: try Fixtures.day("2026-05-21"),
      until: try Fixtures.day(sample.until))
    #expect(found.amount.text == sample.amount && found.isCapped == sample.capped)
    #expect(try json(found)["amount"] as? Double == Double(found.amount.fen) / 100)
  }

  @Test func theSurchargeRefusesWhatItCannotCount() throws {
    let (law, day) = (try Fixtures.law(), try Fixtures.day("2026-05-21"))
    let one = Money(yuan: 1)
    #expect(throws: LawRefusal.self) {
      try law.surcharge("surcharge", fine: one, from: day, until: day.adding(days: -1))
    }
    #expect(throws: LawRefusal.unknownTerm("payment")) {
      try law.surcharge("payment", fine: one, from: day, until: day)
    }
    #expect(throws: LawRefusal.notCounted(title: "加处罚款")) { try law.answer("surcharge", from: .day(day)) }
  }
}

func json(_ value: some Encodable) throws -> [String: Any] {
  let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(value))
  return try #require(object as? [String: Any])
}
