import App
import Kit
import Offices
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// Granted recusal bars every deed on the case, not the steps alone (《行政处罚法》第四十三条).
@Suite struct RecusalTests {
  static func newcomer(_ scene: Scene) async throws -> Person {
    let password = await Password.derive(Cast.password, salt: Array(repeating: 9, count: 16))
    let (roles, agency) = (scene.test.house.roles, scene.officer.agency)
    let id = try await scene.test.database.change(Cast.county, by: .system, deed: .addAccount) { tx in
      try Offices.addAccount(
        NewAccount(
          login: "jieban", name: "接班人", post: "监督员", agency: agency, region: Cast.county.number,
          certificate: Certificate("云卫执 0099"), roles: ["officer"], password: password), roles: roles, tx)
    }
    return try #require(try await scene.test.database.read { try Offices.person(id, $0) })
  }

  private static func recused(_ scene: Scene, _ outcome: String) async throws -> ID<Case> {
    let id = try await scene.file()
    var facts = StepFacts()
    (facts.outcome, facts.replaced) = (outcome, scene.officer.id.value)
    facts.successor = outcome == "granted" ? try await newcomer(scene).id.value : nil
    try await scene.take(NewStep(.recusal, on: scene.today, facts: facts), in: id, by: scene.head, as: [.head])
    return id
  }

  private typealias Try = @Sendable (Casework, ID<Case>, Transaction) throws -> Void

  private static func deeds(_ day: CivilDate, _ keys: Keys) -> [(name: String, deed: Try)] {
    let evidence = NewEvidence(kind: "documentary", name: "处方笺", takenOn: day, place: "诊室", holder: "物证室")
    let effect = NewEffect(DueEffect(step: 1, kind: .ban, since: day), premises: nil, licence: "证", since: day)
    return [
      ("log", { try $0.log(CaseLogLine(.joint, units: "公安", text: "会商", on: day, by: "甲"), of: $1, $2) }),
      ("effects", { try $0.register(effect, of: $1, $2) }),
      ("typical", { _ = try $0.writeTypical("题", "文", of: $1, keys, $2) }),
      ("withdraw typical", { try $0.withdrawTypical(of: $1, "因", $2) }),
      ("evidence", { _ = try $0.add(evidence, to: $1, $2) }),
      ("goods", { try $0.list([NewGoods("针剂", count: "1")], carried: [], on: 1, of: $1, $2) }),
      ("disposal", { try $0.dispose([], GoodsDisposal("return", on: day), on: 1, of: $1, $2) }),
      ("paper", { _ = try $0.draft(NewPaper(template: "closing", day: day), in: $1, as: [.officer], $2) }),
      ("step", { _ = try $0.take(NewStep(.questioning, on: day), in: $1, as: [.officer], $2) }),
    ]
  }

  @Test(arguments: Store.both) func `every deed is barred`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (id, room) = (try await Self.recused(scene, "granted"), scene.room)
      for (name, deed) in Self.deeds(scene.today, scene.keys) {
        let codes = await refusals { try await scene.change(.logJoint) { try deed(room, id, $0) } }
        #expect(codes == ["casework.not-recused"], "\(name): \(codes)")
      }
    }
  }

  @Test(arguments: Store.both) func `a request to another county is barred on its page`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await Self.recused(scene, "granted")
      let answer = try await Visitor.signedIn(scene.test, "zhouyn").post(
        "/cases/\(id)/assistance",
        [
          ("kind", "help"), ("county", "\(Cast.otherCounty.number)"), ("what", "查"), ("why", "因"),
          ("due", scene.today.adding(days: 5).iso),
        ])
      #expect(answer.status == 403 && answer.text.contains("回避"), "\(answer.status)")
    }
  }

  @Test(arguments: Store.both) func `the page offers nothing to whoever keeps away`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await Self.recused(scene, "granted")
      try await Self.onlyLooks(scene, id, "zhouyn")
      // Still on the team, but the party is his relative.
      let other = try await Visitor.signedIn(scene.test, "qinsa")
      #expect(try await other.get("/cases/\(id)").text.contains("现在可以办"))
      try await scene.keepAway("qinsa")
      try await Self.onlyLooks(scene, id, "qinsa")
    }
  }

  private static func onlyLooks(_ scene: Scene, _ id: ID<Case>, _ login: String) async throws {
    let visitor = try await Visitor.signedIn(scene.test, login)
    let page = try await visitor.get("/cases/\(id)").text
    #expect(page.contains("你已回避，只能看本案，不能办"), "\(login)")
    for words in [
      "现在可以办", "/cases/\(id)/steps/", "/cases/\(id)/evidence/new", "请别的县协查", "/cases/\(id)/papers\"", "其他步骤现在为什么不能办",
    ] {
      #expect(!page.contains(words), "\(login): \(words)")
    }
    #expect(try await visitor.get("/cases/\(id)/steps/questioning").status == 403)
  }

  @Test(arguments: Store.both) func `who was not granted it works on`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await Self.recused(scene, "refused")
      #expect(await refusals { try await scene.take(NewStep(.questioning, on: scene.today), in: id) } == [])
    }
  }
}
