import App
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Files that are drawn, read, objected to, in the demonstration: its units have cases and visits.
@Suite(.serialized) struct FileReadingTests {
  private struct Scene {
    let one: String
    let record: AssessmentRecord
    let unit: Int64

    init(_ test: TestHouse) async throws {
      let office = try await PlanPageTests.office(test)
      let campaign = try #require(try await office.get("/campaigns").id(after: "href=\"/campaigns/"))
      let id = try #require(ID<CampaignRecord>(text: campaign))
      record = try #require(try await test.database.read { try AssessmentStore.find(of: id, $0) })
      one = "/assessments/\(record.id)"
      unit = try await test.account("heyuan").agency.value
    }

    func readings(_ test: TestHouse) async throws -> [FileReadingRecord] {
      try await test.database.read { [record] in try FileReadingStore.all(of: record.id, $0) }
    }

    func told(
      _ test: TestHouse, count: String = "1", reader: String = "mengzh", arbiter: String = "fangl", in days: Int = 5
    ) async throws -> [(String, String)] {
      [
        ("unit", ID<AssessedUnit>(unit).text), ("count", count), ("reader", try await test.account(reader).id.text),
        ("arbiter", try await test.account(arbiter).id.text), ("due", test.clock.now.date.adding(days: days).iso),
      ]
    }

    /// Draws one more: its address.
    func draw(_ test: TestHouse) async throws -> String {
      let known = Set(try await readings(test).map(\.id))
      let office = try await PlanPageTests.office(test)
      #expect(try await office.post("\(one)/draws", told(test)).status == 303)
      let new = try #require(try await readings(test).first { !known.contains($0.id) })
      return "/readings/\(new.id)"
    }
  }

  /// Whoever owes the next step.
  private static func owner(of reading: String, _ test: TestHouse) async throws -> Visitor {
    let id = try #require(ID<FileReading>(text: reading.split(separator: "/").last ?? ""))
    let person = try await test.database.read { reader in
      try Duties.waiting(on: Ref(.fileReading, id), reader).first.flatMap { try Offices.person($0.owner, reader) }
    }
    return try await Visitor.signedIn(test, try #require(person).login)
  }

  @Test(arguments: Store.both) func `a draw can be repeated from its seed, and is refused to the unit itself`(
    _ store: Store
  ) async throws {
    try await TestHouse.withDemo(store) { test in
      let scene = try await Scene(test)
      let draws = try await test.database.read { try FileReadingStore.draws(of: scene.record.id, $0) }
      for draw in draws {
        let again = FileDraw.drawn(Int(draw.wanted), from: draw.pool, seed: draw.seed)
        let drawn = try await scene.readings(test).filter { $0.draw == draw.id }.map(\.subject.description)
        #expect(again == drawn && !drawn.isEmpty)
      }
      let office = try await PlanPageTests.office(test)
      let page = Seen(try await office.get("\(scene.one)/files"))
      #expect(draws.allSatisfy { page.has($0.seed) } && page.doubledIDs.isEmpty)
      for wrong in [
        try await scene.told(test, count: "0"), try await scene.told(test, count: "900"),
        try await scene.told(test, reader: "zhouyn"), try await scene.told(test, arbiter: "heyuan"),
        try await scene.told(test, reader: "gujm"), try await scene.told(test, reader: "fangl"),
        try await scene.told(test, in: -1),
      ] { #expect(try await office.post("\(scene.one)/draws", wrong).status == 422, "\(wrong)") }
      let count = try await scene.readings(test).count
      _ = try await scene.draw(test)
      let subjects = try await scene.readings(test).map(\.subject)
      #expect(subjects.count == count + 1 && Set(subjects).count == subjects.count, "抽过的不再抽")
    }
  }

  @Test(arguments: Store.both) func `points are taken off with words, objected to once, decided by another`(
    _ store: Store
  )
    async throws
  {
    try await TestHouse.withDemo(store) { test in
      let scene = try await Scene(test)
      let reading = try await scene.draw(test)
      let (reader, market) = (try await Visitor.signedIn(test, "mengzh"), try await Visitor.signedIn(test, "gujm"))
      #expect(try await market.get(reading).status == 404)
      #expect(try await reader.get("/today").text.contains("评查县卫生监督所的案卷"))
      #expect(try await reader.post("\(reading)/read", [("points", "101")]).status == 422)
      #expect(try await reader.post("\(reading)/read", [("points", "70")]).text.contains("扣了分，还没有写问题"))
      let found = [("points", "70"), ("words", "没有送达回证")]
      #expect(try await PlanPageTests.office(test).post("\(reading)/read", found).status == 403, "不是评查人")
      #expect(try await reader.post("\(reading)/read", found).status == 303)
      #expect(try await reader.post("\(reading)/read", found).status == 409)
      let before = try await scene.readings(test).first { reading.hasSuffix("\($0.id)") }
      #expect(before?.finalPoints == nil, "等单位答复，不计分")
      let unit = try await Self.owner(of: reading, test)
      #expect(try await unit.get("/today").text.contains("的评查结果，有不同意见的申诉"))
      #expect(try await unit.post("\(reading)/answer", [("answer", "object")]).status == 422, "申诉要写理由")
      let objection = [("answer", "object"), ("objection", "回证在附卷里")]
      #expect(try await reader.post("\(reading)/answer", objection).status == 403)
      #expect(try await unit.post("\(reading)/answer", objection).status == 303)
      #expect(try await unit.post("\(reading)/answer", objection).status == 409)
      let decided = [("points", "95"), ("decision", "回证确在附卷")]
      #expect(try await reader.post("\(reading)/decide", decided).status == 403, "评查的人不复核")
      let arbiter = try await Visitor.signedIn(test, "fangl")
      #expect(try await arbiter.post("\(reading)/decide", decided).status == 303)
      #expect(try await arbiter.post("\(reading)/decide", decided).status == 409)
      let after = try #require(try await scene.readings(test).first { reading.hasSuffix("\($0.id)") })
      #expect(after.finalPoints == 95)
      let told = try await test.database.read { try LedgerReading.history(of: after.ref, $0) }
        .map { "\($0.sentence)\($0.changes)" }.joined()
      #expect(told.contains("95") && !told.contains("回证"), "写的问题不进台账：\(told)")
    }
  }

  /// A town reads which of its institutions were visited, by name, without the right on their files.
  @Test(arguments: Store.both) func `coverage of a town names its institutions to the town`(_ store: Store) async throws
  {
    try await TestHouse.withDemo(store) { test in
      let scene = try await Scene(test)
      let town = try await Visitor.signedIn(test, "yuhe")
      let line = try #require(scene.record.used.first { $0.formula == .coverage })
      let own = try await test.account("yuhe").agency
      let list = Seen(try await town.get("\(scene.one)/list?unit=\(own)&what=\(line.position)"))
      #expect(list.has("安和中医诊所") && list.has("数在内") && !list.has("/institutions/") && !list.has("其他待办"))
      #expect(try await town.get("\(scene.one)/list?unit=\(ID<AssessedUnit>(scene.unit))&what=1").status == 404)
    }
  }

  @Test(arguments: Store.both) func `an objection after its term is refused, and what nobody answers stands`(
    _ store: Store
  ) async throws {
    try await TestHouse.withDemo(store) { test in
      let scene = try await Scene(test)
      let reading = try await scene.draw(test)
      let reader = try await Visitor.signedIn(test, "mengzh")
      #expect(try await reader.post("\(reading)/read", [("points", "60"), ("words", "缺页")]).status == 303)
      let id = try #require(ID<FileReading>(text: reading.split(separator: "/").last ?? ""))
      // The demonstration lives today: its term is moved, not the day.
      try await test.database.change(Cast.county, by: .system, deed: .readFile) { tx in
        let past = tx.today.adding(days: -1)
        try tx.execute("UPDATE file_reading SET object_until = \(past) WHERE id = \(id)")
        tx.tell(Ref(.fileReading, id), "测试里改了期限")
      }
      let unit = try await Self.owner(of: reading, test)
      let late = try await unit.post("\(reading)/answer", [("answer", "object"), ("objection", "不缺")])
      #expect(late.status == 409 && late.text.contains("提出申诉的期限"))
      #expect(try await scene.readings(test).first { reading.hasSuffix("\($0.id)") }?.finalPoints == 60)
      #expect(try await unit.post("\(reading)/answer", [("answer", "agree")]).status == 303)
    }
  }
}
