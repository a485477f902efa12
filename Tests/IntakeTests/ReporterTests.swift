import App
import Foundation
import Intake
import Kit
import Storage
import TestKit
import Testing
import Web

/// Sealed identities: in the store only sealed, on a page only after a reason, in the ledger only that it was opened.
@Suite struct ReporterTests {
  private static let name = "甲乙丙"
  private static let phone = "13900001234"

  private func named(_ test: TestHouse) async throws -> ID<Clue> {
    let fields = Report().fields + [("reporter", Self.name), ("phone", Self.phone)]
    #expect(try await Visitor(test).post("/report", fields, files: []).status == 201)
    return try await test.newest()
  }

  @Test(arguments: Store.both) func `the custodian opens it with a reason, and the ledger tells`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let id = try await named(test)
      let custodian = try await Visitor.signedIn(test, "baoz")
      #expect(try await custodian.get("/reporters").text.contains(try await test.clue(id).number))
      #expect(try await !custodian.get("/reporters/\(id)").text.contains(Self.phone))
      #expect(try await custodian.post("/reporters/\(id)", [("reason", " ")]).status == 422)
      let opened = try await custodian.post("/reporters/\(id)", [("reason", "核实后回访，所长批准")])
      #expect(opened.status == 200 && opened.text.contains(Self.name) && opened.text.contains(Self.phone))
      #expect(opened.header("Cache-Control")?.contains("no-store") == true)
      let entry = try #require(try await test.history(id).last)
      #expect(entry.plain.contains("鲍珍") && entry.plain.contains("开启线索") && entry.reason == "核实后回访，所长批准")
    }
  }

  @Test(arguments: Store.both) func `it asks again for a proof after ten minutes`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let id = try await named(test)
      let custodian = try await Visitor.signedIn(test, "baoz")
      test.clock.advance(minutes: 11)
      let answer = try await custodian.post("/reporters/\(id)", [("reason", "核实后回访")])
      #expect(!answer.text.contains(Self.phone))
      #expect(try await test.history(id).count == 1)
    }
  }

  @Test(arguments: Store.both) func `nobody else reads it anywhere`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let id = try await named(test)
      for login in ["heyuan", "zhouyn", "luohui", "mengzh", "weij", "xiaok", "tangl"] {
        let visitor = try await Visitor.signedIn(test, login)
        for path in ["/clues/\(id)", "/clues", "/ledger", "/search?q=\(Self.phone)", "/today"] {
          let text = try await visitor.get(path).text
          #expect(!text.contains(Self.name), "\(login) \(path)")
          // The box of a search repeats what was typed; a hit would bring the clue.
          #expect(
            !path.hasPrefix("/search") ? !text.contains(Self.phone) : !text.contains("/clues/\(id)"), "\(login) \(path)"
          )
        }
        #expect(try await visitor.get("/reporters").status == 403)
        #expect(try await visitor.post("/reporters/\(id)", [("reason", "想看看")]).status == 403)
      }
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.get("/clues/\(id)").text.contains("已封存"))
      let kept = try await test.database.read { try $0.first("SELECT sealed FROM clue_reporter") { try $0.text(0) } }
      #expect(kept?.isEmpty == false)
    }
  }

  @Test(arguments: Store.both) func `a sealed identity opens on its own clue only`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let first = try await named(test)
      let (second, _) = try await test.reported(Report(once: "ffeeddccbbaa99887766554433221100"))
      let custodian = try await Visitor.signedIn(test, "baoz")
      #expect(try await custodian.get("/reporters/\(second)").status == 404)
      #expect(try await custodian.post("/reporters/\(second)", [("reason", "回访")]).status == 404)
      try await test.database.change(Cast.county, by: .system, deed: Deed("test.move")) { tx in
        try tx.execute("UPDATE clue_reporter SET clue = \(second) WHERE clue = \(first)")
        tx.tell(Ref(.clue, second), "挪动")
      }
      let moved = try await custodian.post("/reporters/\(second)", [("reason", "回访")])
      #expect(moved.status == 422 && !moved.text.contains(Self.phone) && moved.text.contains("打不开"))
    }
  }

  @Test(arguments: Store.both) func `another county's custodian sees nothing`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let id = try await named(test)
      let custodian = try await Visitor.signedIn(test, "baoz")
      try await test.database.change(Cast.county, by: .system, deed: Deed("test.move")) { tx in
        try tx.execute("UPDATE clue SET county = \(Cast.otherCounty) WHERE id = \(id)")
        try tx.execute("UPDATE clue_reporter SET county = \(Cast.otherCounty) WHERE clue = \(id)")
        tx.tell(Ref(.clue, id), "挪动")
      }
      #expect(try await custodian.get("/reporters/\(id)").status == 404)
      #expect(try await custodian.post("/reporters/\(id)", [("reason", "回访")]).status == 404)
      #expect(try await custodian.get("/reporters").text.contains("还没有实名线索"))
    }
  }
}
