import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Duties

/// A sealed duty is known to its owner alone: not to his office, his head, those above, the administrators, the auditor.
@Suite struct SealedTests {
  private static let kind = "dereliction.open"
  private static let others = ["luohui", "heyuan", "fangl", "qinsa", "mengzh", "xiaok", "tangl", "weij", "baoz"]

  /// Late beyond every rung of the standard ladder.
  private static func late(_ scene: Scene) async throws {
    try await scene.owe(1, due: "2026-11-02", kind: kind)
    try await scene.sweep()
  }

  @Test(arguments: Store.both) func `nobody but the owner sees, counts or is told of it`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await Self.late(scene)
      #expect(try await scene.told(1) == ["late-owner: zhouyn"])
      let id = try await scene.duty(1).id
      for login in Self.others {
        let other = try await Visitor.signedIn(scene.test, login)
        for path in ["/today", "/duties", "/duties?late=1", "/search?q=%E7%AC%AC1%E4%BB%B6", "/checks"] {
          let page = try await other.get(path).text
          #expect(!page.contains("第1件事") && !page.contains("逾期 1 项"), "\(login) \(path)")
        }
        #expect(try await other.get("/duties/\(id)").status != 200, "\(login)")
      }
      let owner = try await Visitor.signedIn(scene.test, "zhouyn")
      for path in ["/today", "/duties", "/duties?late=1"] {
        #expect(try await owner.get(path).text.contains("督办：第1件事"), "\(path)")
      }
      #expect(try await owner.get("/duties/\(id)").status == 200)
    }
  }

  /// The same duty of an open kind reaches everybody above, so the test above looks in the right places.
  @Test(arguments: Store.both) func `an open duty goes up`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-02")
      try await scene.sweep()
      for login in ["heyuan", "mengzh"] {
        let other = try await Visitor.signedIn(scene.test, login)
        for path in ["/today", "/duties"] { #expect(try await other.get(path).text.contains("第1件事"), "\(login)") }
      }
    }
  }

  @Test(arguments: Store.both) func `neither who stands in nor a hand-over brings it to others`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      try await Self.late(scene)
      let (owner, second) = (try await scene.test.account("zhouyn"), try await scene.test.account("qinsa"))
      let standsIn = Viewer(
        account: second.id.value, name: second.name, title: second.label, post: "", county: Cast.county, countyName: "",
        agency: second.agency.value, counties: [Cast.county], roles: [], grants: [:],
        standsInFor: [(owner.id.value, owner.agency.value)])
      let ladders = scene.content.ladders
      let found = try await scene.test.database.read { reader in
        (
          count: try Duties.count(standsIn, ladders, reader), mine: try scene.duties.mine(standsIn, reader).count,
          told: try scene.duties.digest(standsIn, reader).lines.count,
          handed: try Duties.handOver(ladders).open(owner.id.value, reader).count
        )
      }
      #expect(found == (0, 0, 0, 0))
    }
  }

  @Test(arguments: Store.both) func `the self-check does not name it`(store: Store) async throws {
    try await Scene.play(store) { scene in
      for (number, kind) in [(Int64(1), Self.kind), (2, "test.plain")] {
        try await scene.owe(number, due: "2026-11-02", kind: kind)
      }
      let checks = DutyChecks(law: scene.law, ladders: scene.content.ladders, roles: scene.content.roles).all
      let ground = CheckGround(
        county: Cast.county, today: scene.test.clock.now.date, attachments: scene.test.database.attachments,
        isThorough: false)
      let owner = try await scene.test.account("zhouyn").id
      try await scene.change { tx in
        try tx.execute("UPDATE account SET active = 0 WHERE id = \(owner)")
        tx.tell(Scene.subject(1), "停用账号")
      }
      let found = try await scene.test.database.read { reader in
        try checks.flatMap { try $0.find(ground, reader) }.map(\.title)
      }
      #expect(found.contains("待办：第2件事") && !found.contains("待办：第1件事"), "\(found)")
    }
  }
}
