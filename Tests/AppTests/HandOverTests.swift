import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// Leave for good: everything that somebody has open moves in one act, or nothing does.
@Suite struct HandOverTests {
  private static func newcomer(_ certificate: String?, _ test: TestHouse) async throws -> ID<Account> {
    let password = await Password.derive(Cast.password, salt: Array(repeating: 9, count: 16))
    let agency = try await test.account("zhouyn").agency
    let roles = test.house.roles
    return try await test.database.change(Cast.county, by: .system, deed: .addAccount) { tx in
      try Offices.addAccount(
        NewAccount(
          login: "jieban-\(certificate ?? "none")", name: "接班人", post: "监督员", agency: agency,
          region: Cast.county.number,
          certificate: certificate.map { Certificate($0) }, roles: ["officer"], password: password),
        roles: roles, tx)
    }
  }

  @Test(arguments: Store.both) func `everything open moves to one person`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      let from = try await test.account("zhouyn").id
      func open() async throws -> [Ref] {
        try await test.database.read { reader in
          try test.house.site.gate.records.handOvers.flatMap { try $0.open(from.value, reader) }
        }
      }
      let whole = try await open()
      #expect(Set(whole.map(\.kind.name)).isSuperset(of: ["clue", "case"]), "\(whole)")
      let before = try await head.get("/ledger").status
      #expect(before == 403)

      let bare = try await Self.newcomer(nil, test)
      let refused = try await head.post("/handover", [("from", from.text), ("to", bare.text), ("reason", "调走")])
      #expect(refused.status == 422, "没有执法证的人接不了检查和案件")
      #expect(try await open() == whole, "一件也没有动")

      let heir = try await Self.newcomer("云卫执 0099", test)
      let done = try await head.post("/handover", [("from", from.text), ("to", heir.text), ("reason", "调走")])
      #expect(done.status == 200 && done.text.contains("交接完成"), "\(done.text)")
      #expect(try await head.get("/handover?from=\(from)").text.contains("没有没办完的事"))
      #expect(try await open().isEmpty)
      let sentence = try await test.database.read { try LedgerReading.history(of: Ref(.account, from), $0) }.last?
        .sentence
      #expect(sentence?.contains("全部交给接班人") == true)
    }
  }

  @Test(arguments: Store.both) func `only one's own work, or that of one's agency`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let (other, heir) = (try await test.account("qinsa").id, try await Self.newcomer("云卫执 0099", test))
      let answer = try await officer.post("/handover", [("from", other.text), ("to", heir.text), ("reason", "x")])
      #expect(answer.status == 404)
      let stranger = try await Visitor.signedIn(test, "dongl")
      let foreign = try await stranger.post("/handover", [("from", other.text), ("to", heir.text), ("reason", "x")])
      #expect(foreign.status == 404)
    }
  }
}
