import App
import Kit
import Storage
import TestKit
import Testing

@testable import Registers

@Suite struct StagingTests {
  @Test(arguments: Store.both)
  func importsAndThenUpdatesByLicence(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await imported([Support.row(1), Support.row(2), Support.row(3)], test)
      let second = try await stage(
        Support.csv([Support.row(1), Support.row(2, address: "桥头街 8 号"), Support.row(4)]), test)
      #expect(
        try await counts(second, test) == ImportCounts(lines: 3, added: 1, changed: 1, same: 1, absent: 1))
      let change = try #require(
        try await test.database.read { try ImportStore.changes(of: second, limit: 10, $0) }.first)
      #expect(change.before.address == "桥头街 6 号" && change.after.address == "桥头街 8 号" && change.line == 3)
      try await apply(second, test)
      #expect(
        try await addresses(test) == ["QY-1": "桥头街 6 号", "QY-2": "桥头街 8 号", "QY-3": "桥头街 6 号", "QY-4": "桥头街 6 号"])
      let versions = try await test.database.read { try InstitutionStore.versions(change.id, $0) }
      #expect(versions.map(\.values.address) == ["桥头街 6 号"])
    }
  }

  @Test(arguments: Store.both)
  func namesEveryBadCellAndImportsNothing(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let batch = try await stage(
        Support.csv([Support.row(1), Support.row(2, to: "2026.13.1"), "", Support.row(1, name: "另一家"), ",,,"]), test)
      #expect(
        try await counts(batch, test)
          == ImportCounts(lines: 3, added: 1, changed: 0, same: 0, absent: 0, bad: 2, faults: 2))
      let faults = try await test.database.read { try ImportStore.faults(of: batch, limit: 10, $0) }
      #expect(faults.map(\.line) == [3, 5] && faults.map(\.column) == ["有效期止", "许可证号"])
      #expect(faults.last?.reason == "跟第 2 行重复，一个许可证号只能有一行")
      await #expect(throws: ImportRefusal.hasFaults(2)) { try await apply(batch, test) }
      #expect(try await addresses(test).isEmpty)
    }
  }

  @Test(arguments: Store.both)
  func refusesToApplyTwiceOrOnAChangedRegister(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let first = try await stage(Support.csv([Support.row(1)]), test)
      let second = try await stage(Support.csv([Support.row(2)]), test)
      try await apply(first, test)
      await #expect(throws: ImportRefusal.alreadyApplied) { try await apply(first, test) }
      await #expect(throws: ImportRefusal.baseChanged) { try await apply(second, test) }
      let same = try await stage(Support.csv([Support.row(1)]), test)
      await #expect(throws: ImportRefusal.nothingNew) { try await apply(same, test) }
      #expect(try await addresses(test).count == 1)
    }
  }

  @Test(arguments: Store.both)
  func tellsTheLedgerOnceWithTheHash(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let file = try Support.staged(Support.csv((1...250).map { Support.row($0) }))
      defer { file.remove() }
      let batch = try await Support.registers().stage(file, county: Cast.county, test.database)
      let before = try await height(test)
      try await apply(batch, test)
      #expect(try await height(test) == before + 1)
      let entries = try await test.database.read { try LedgerReading.history(of: Ref(.institutionImport, batch), $0) }
      #expect(entries.map(\.sentence) == ["导入机构底册“机构底册.csv”，新增 250 户，变更 0 户，不变 0 户"])
      #expect(entries.first?.changes.contains(file.sha256) == true)
      #expect(try await test.database.read { try Registers.counts(in: Cast.county, $0) } == ["clinic": 250])
    }
  }

  @Test(arguments: Store.both)
  func keepsTheIndexTrue(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await imported([Support.row(1, name: "安和诊所"), Support.row(7345, name: "康宁门诊")], test)
      #expect(try await found("安和", test) == ["安和诊所"])
      #expect(try await found("7345", test) == ["康宁门诊"])
      try await imported([Support.row(1, name: "泰和诊所")], test)
      #expect(try await found("安和", test) == [])
      #expect(try await found("泰和 桥头街", test) == ["泰和诊所"])
    }
  }

  @Test(arguments: Store.both)
  func leavesNothingOfARefusedFile(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let text = Support.csv((1...3000).map { Support.row($0) }) + "\"没有收尾的引号,,,\r\n"
      await #expect(throws: ImportRefusal.csv(.openQuote(line: 3002))) { _ = try await stage(text, test) }
      let rows = try await test.database.read { try $0.number("SELECT COUNT(*) FROM scratch_import_row") }
      let heads = try await test.database.read { try $0.number("SELECT COUNT(*) FROM scratch_import") }
      #expect(rows == 0 && heads == 0)
    }
  }

  @Test(arguments: Store.both)
  func forgetsStagedFilesAfterThreeDays(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let applied = try await imported([Support.row(1)], test)
      let old = try await stage(Support.csv([Support.row(2)]), test)
      test.clock.advance(days: 4)
      let fresh = try await stage(Support.csv([Support.row(3)]), test)
      for job in ImportJobs.jobs { try await job.run(test.database) }
      #expect(try await counts(old, test) == nil)
      #expect(try await counts(fresh, test) != nil)
      #expect(try await test.database.read { try ImportStore.applied(applied, $0) }?.counts.added == 1)
      await #expect(throws: MissingRecord.self) { try await apply(old, test) }
      let rows = try await test.database.read { try $0.number("SELECT COUNT(*) FROM scratch_import_row") }
      #expect(rows == 1)
    }
  }

  @Test(arguments: Store.both)
  func keepsCountiesApart(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let batch = try await stage(Support.csv([Support.row(1)]), test)
      await #expect(throws: MissingRecord.self) {
        try await test.database.change(Cast.otherCounty, by: .system, deed: .importInstitutions) {
          try Registers.apply(batch, $0)
        }
      }
      await #expect(throws: ImportRefusal.noTowns(county: "平台")) {
        let file = try Support.staged(Support.csv([Support.row(1)]))
        defer { file.remove() }
        _ = try await Support.registers().stage(file, county: County(999), test.database)
      }
    }
  }

  private func addresses(_ test: TestHouse) async throws -> [String: String] {
    let rows = try await test.database.read {
      try $0.query("SELECT licence, address FROM institution") { (try $0.text(0), try $0.text(1)) }
    }
    return Dictionary(rows) { first, _ in first }
  }

  private func found(_ words: String, _ test: TestHouse) async throws -> [String] {
    try await test.database.read { try Registers.candidates(words, county: Cast.county, limit: 10, $0).map(\.name) }
  }

  private func height(_ test: TestHouse) async throws -> Int64 {
    try await test.database.read { try $0.number("SELECT COUNT(*) FROM ledger WHERE county = \(Cast.county)") }
  }
}
