import App
import Kit
import Packs
import Storage
import TestKit
import Testing
import Web

@testable import Offenders

/// The black list: a basis, penalties, a person who is told and heard, two people, an end.
@Suite struct BlackTests {
  /// A person with two penalties, an officer and two who may decide.
  private struct Party {
    let test: TestHouse
    let scene: Scene
    let officer, head, reviewer: Visitor
    let person: ID<Offender>
    let records: [OffenderRecord]

    init(_ test: TestHouse) async throws {
      (self.test, scene) = (test, Scene(test))
      officer = try await Visitor.signedIn(test, "zhouyn")
      head = try await Visitor.signedIn(test, "heyuan")
      reviewer = try await Visitor.signedIn(test, "songzj")
      let number = "990102198205071130"
      let first = try #require(try await scene.keep(Scene.said("谌桂芳", number: number)))
      let second = try #require(
        try await scene.keep(Scene.said("谌桂芳", number: number, shop: "岭下美容"), Scene.penalty("东卫医罚〔2025〕3号")))
      #expect(first.person == second.person)
      (person, records) = (first.person, [first, second])
    }

    var grounds: [(String, String)] { records.map { ("record", $0.id.text) } }
    var today: String { test.clock.now.date.iso }

    func propose(_ visitor: Visitor, _ basis: String = "attention") async throws -> Answer {
      try await visitor.post("/offenders/\(person)/black", [("basis", basis), ("facts", "两次受罚以后又开诊")] + grounds)
    }

    func tell(_ entry: String) async throws -> Int {
      try await officer.post("\(entry)/tell", [("on", today), ("way", "in-person")]).status
    }

    /// Proposed by the officer, told, not objected to, decided by the head.
    func listed() async throws -> String {
      let entry = try await propose(officer).location
      #expect(try await tell(entry) == 303)
      #expect(try await officer.post("\(entry)/objection", [("heard", "none"), ("heard-on", today)]).status == 303)
      #expect(try await head.post("\(entry)/decide", [("decision", "yes"), ("words", "核对过")]).status == 303)
      return entry
    }
  }

  @Test(arguments: Store.both) func `proposed by one, told, heard, decided by another, ended by its term`(
    _ store: Store
  )
    async throws
  {
    try await TestHouse.with(store) { test in
      let party = try await Party(test)
      let (officer, head) = (party.officer, party.head)
      #expect(try await officer.get("/offenders/\(party.person)/black").text.contains("重点关注名单"))
      let few = [("basis", "attention"), ("facts", "一次"), party.grounds[0]]
      #expect(try await officer.post("/offenders/\(party.person)/black", few).status == 422)
      #expect(
        try await officer.post("/offenders/\(party.person)/black", [("basis", "x"), ("facts", "两次")]).status == 422)
      let proposed = try await party.propose(officer)
      #expect(proposed.status == 303, "\(proposed.text.suffix(1500))")
      let entry = proposed.location
      #expect(try await party.propose(officer).status == 409)
      #expect(try await officer.get("/duties").text.contains("告知当事人要列入黑名单"))
      #expect(try await head.post("\(entry)/decide", [("decision", "yes"), ("words", "属实")]).status == 409, "not told")
      #expect(try await party.tell(entry) == 303)
      #expect(try await party.tell(entry) == 409)
      #expect(
        try await head.post("\(entry)/decide", [("decision", "yes"), ("words", "属实")]).status == 409, "not heard")
      let said = [("heard", "said"), ("heard-on", party.today), ("objection", "第二次不是我")]
      #expect(try await officer.post("\(entry)/objection", said).status == 303)
      let agreed = [("decision", "yes"), ("words", "核对过两份决定书")]
      #expect(try await officer.post("\(entry)/decide", agreed).status == 403)
      #expect(try await head.post("\(entry)/decide", agreed).status == 422, "the objection wants an answer")
      #expect(try await head.post("\(entry)/decide", agreed + [("answer", "照片核对过，是本人")]).status == 303)
      #expect(try await officer.get("/offenders/\(party.person)").text.contains("这个人现在列在"))
      let look = try await officer.post("/offenders/look", [("name", "谌桂芳"), ("purpose", "核查线索")]).location
      #expect(try await officer.get(look).text.contains("不计入像不像"))
      let shown = try await Visitor(test).get("/blacklist").text
      #expect(shown.contains("不公布个人") && !shown.contains("谌"))
      test.clock.advance(days: 37 * 31)
      let job = try #require(test.house.jobs.first { $0.name == "offenders.black-end" })
      try await job.run(test.database)
      let later = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await later.get("/offenders/black?state=ended").text.contains("谌桂芳"))
      #expect(!(try await later.get("/offenders/\(party.person)").text.contains("这个人现在列在")))
    }
  }

  @Test(arguments: Store.both) func `silence is waited for, and nobody decides what he proposed`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let party = try await Party(test)
      let entry = try await party.propose(party.head).location
      #expect(try await party.tell(entry) == 303)
      test.clock.advance(days: 5)
      let agreed = [("decision", "yes"), ("words", "核对过")]
      let reviewer = try await Visitor.signedIn(test, "songzj")
      #expect(try await reviewer.post("\(entry)/decide", agreed).status == 409, "the last day is still his")
      test.clock.advance(days: 1)
      let (head, other) = (try await Visitor.signedIn(test, "heyuan"), try await Visitor.signedIn(test, "songzj"))
      #expect(try await head.post("\(entry)/decide", agreed).status == 409)
      #expect(try await other.post("\(entry)/decide", [("decision", "no"), ("words", "够不上")]).status == 303)
      #expect(try await other.get(entry).text.contains("没有列入"))
    }
  }

  @Test(arguments: Store.both) func `somebody asks to be taken off and another grants it`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let party = try await Party(test)
      let entry = try await party.listed()
      let asked = [("asked-on", party.today), ("request", "已改正，参加了培训")]
      let yes = [("decision", "yes"), ("words", "核实过")]
      #expect(try await party.head.post("\(entry)/repair/decide", yes).status == 409, "nobody asked")
      #expect(try await party.head.post("\(entry)/repair", asked).status == 303)
      #expect(try await party.head.post("\(entry)/repair", asked).status == 409)
      #expect(try await party.head.get(entry).text.contains("审定提前移出黑名单的申请"), "somebody owes it")
      #expect(try await party.head.post("\(entry)/repair/decide", yes).status == 409, "his own")
      #expect(try await party.reviewer.post("\(entry)/repair/decide", yes).status == 303)
      #expect(try await party.reviewer.get(entry).text.contains("提前移出"))
      #expect(!(try await party.head.get(entry).text.contains("审定提前移出黑名单的申请")))
    }
  }

  @Test(arguments: Store.both) func `a basis may bind the request to a year`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let party = try await Party(test)
      let entry = try await party.propose(party.officer, "serious-dishonesty").location
      #expect(try await party.tell(entry) == 303)
      #expect(
        try await party.officer.post("\(entry)/objection", [("heard", "none"), ("heard-on", party.today)]).status == 303
      )
      #expect(try await party.head.post("\(entry)/decide", [("decision", "yes"), ("words", "核对过")]).status == 303)
      let early = try await party.officer.post("\(entry)/repair", [("asked-on", party.today), ("request", "已改正")])
      #expect(early.status == 409 && early.text.contains("才能申请提前移出"))
      #expect(try await party.head.post("\(entry)/remove", []).status == 422)
      #expect(try await party.head.post("\(entry)/remove", [("removal", "认错了人")]).status == 303)
    }
  }

  @Test(arguments: Store.both) func `a revoked penalty takes the entry along`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let party = try await Party(test)
      let entry = try await party.listed()
      let old = party.records[1]
      try await test.database.change(Cast.county, by: .system, deed: Deed("test.revoke")) { [scene = party.scene] tx in
        var penalty = old.penalty
        penalty.standing = .revoked
        try scene.room.replace(old, by: NewRecord(.otherCounty, source: "名单", said: old.said, penalty: penalty), tx)
        tx.tell(Ref(.offender, old.person), "撤销")
      }
      let page = try await party.head.get(entry).text
      #expect(page.contains("提前移出") && page.contains("只剩 1 次"))
      #expect(!(try await party.head.get("/offenders/\(party.person)").text.contains("这个人现在列在")))
    }
  }

  @Test(arguments: Store.both) func `an entry goes with its records through a merge and back`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let party = try await Party(test)
      let entry = try await party.listed()
      let other = try #require(try await party.scene.keep(Scene.said("沈桂芳"), Scene.penalty("清卫医罚〔2020〕2号"))).person
      func confirmed() async throws {
        let move = try #require(try await party.head.get("/offenders/moves").id(after: "action=\"/offenders/moves/"))
        #expect(
          try await party.head.post("/offenders/moves/\(move)", [("decision", "yes"), ("words", "核对过")]).status == 303)
      }
      let merge = [("other", party.person.text), ("because", "同一人")]
      #expect(try await party.officer.post("/offenders/\(other)/merge", merge).status == 303)
      try await confirmed()
      #expect(try await party.head.get("/offenders/\(other)").text.contains("这个人现在列在"))
      let split = [("apart", "不是同一人")] + party.grounds
      #expect(try await party.officer.post("/offenders/\(other)/split", split).status == 303)
      try await confirmed()
      #expect(!(try await party.head.get("/offenders/\(other)").text.contains("这个人现在列在")))
      #expect(try await party.head.get("/offenders/\(party.person)").text.contains("这个人现在列在"))
      #expect(try await party.head.get(entry).text.contains("已列入"))
    }
  }

  @Test func `nobody publishes on a basis that nobody read`() throws {
    func book(_ confidence: String) throws -> BlackBook {
      try BlackBook.load(
        OnePack(
          text: """
            bases:
              - {key: x, title: 名单, least: 1, term: 12, earliest: 0, objection: 5, publish: true, effects: [提示],
                 source: 某条例第一条, confidence: \(confidence), note: 无}
            """))
    }
    #expect(throws: Refusals.self) { try book("M") }
    #expect(try book("V").all.first?.isPublic == true)
  }

  private struct OnePack: ContentSource {
    let text: String
    func paths() -> [String] { ["blacklist/bases.yaml"] }
    func bytes(_ path: String) -> [UInt8]? { Array(text.utf8) }
  }
}
