import App
import Casework
import Duties
import Kit
import Offices
import Papers
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// What is told to everybody of a closed case, and what is not.
@Suite struct TypicalTests {
  private static let person = Masking(
    party: "张大明（春晖镶牙点）", isOrganisation: false, premises: "春晖镶牙点", address: "柳塘镇集贸市场东街18号")
  private static let company = Masking(
    party: "清沅安和口腔诊所", isOrganisation: true, premises: "清沅安和口腔诊所", address: "柳塘镇桥头街6号")

  @Test(arguments: [
    ("张大明没有证。", "张某没有证。"), ("大明说他没有证。", "某某说他没有证。"), ("在春晖镶牙点查到。", "在某镶牙点查到。"),
    ("住柳塘镇集贸市场东街18号。", "住某地。"), ("身份证110101199003071234。", "身份证（略）。"), ("电话13800138000。", "电话（略）。"),
    ("电话0512-6543210。", "电话（略）。"), ("罚款50000元。", "罚款50000元。"), ("2026-11-20到现场。", "2026-11-20到现场。"),
    ("没收12345678元。", "没收12345678元。"), ("搬到南门302室。", "搬到南门（略）。"), ("依据第45号令。", "依据第45号令。"),
  ])
  func `a person is hidden with everything that tells who it was`(text: String, masked: String) {
    #expect(Self.person.suggestion(text) == masked)
    #expect(Self.person.leaks(masked).isEmpty)
  }

  @Test(arguments: [
    ("清沅安和口腔诊所", Leak.Kind.name), ("清沅 安和 口腔诊所", .name), ("桥头街6号旁边", .address), ("信用代码92990001MA0A1B2C3M", .number),
    ("微信 1380013 8000", .number), ("１３８００１３８０００", .number),
  ])
  func `a tricky spelling leaks all the same`(text: String, kind: Leak.Kind) {
    #expect(Self.company.leaks(text).contains { $0.kind == kind }, "\(Self.company.leaks(text))")
  }

  /// A closed case: warned, served, closed.
  private static func closed(_ scene: Scene, _ before: (ID<Case>) async throws -> Void = { _ in }) async throws -> ID<
    Case
  > {
    let id = try await scene.file()
    try await before(id)
    let reasons = "卢某承认，店员罗小梅（13912345678，石桥镇新民路9号）作证，周予宁、秦述安查办。"
    let warned = NewDecision(date: scene.today, penalties: [.warning], reasons: reasons, mitigation: Scene.mitigation)
    try await scene.prepare(id, warned)
    try await scene.decide(id, warned)
    try await scene.serve(8, of: id)
    #expect(await scene.closing(id) == [])
    return id
  }

  @Test(arguments: Store.both) func `a case is told when the head approves, and taken back when he wants`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await Self.closed(scene)
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let offered = try await officer.get("/cases/\(id)/typical").text
      #expect(offered.contains("卢某（集贸市场镶牙点）") && offered.contains("当事人：卢某（某镶牙点）。</textarea>") == false)
      let text = [("title", "无证镶牙案"), ("text", "某镶牙点没有许可证，给人镶牙，被警告。")]
      #expect(try await officer.post("/cases/\(id)/typical", text).status == 303)
      let owed = try await scene.test.database.read { try Duties.waiting(on: Ref(.lawCase, id), $0) }
      #expect(owed.map(\.kind) == ["typical.approval"] && owed.first?.ownerName == "贺远")
      let everybody = Visitor(scene.test)
      #expect(try await everybody.get("/typical").text.contains("还没有公布"))
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      #expect(try await head.post("/cases/\(id)/typical/approve").status == 303)
      try await Self.published(id, everybody, head, officer, scene)
    }
  }

  private static func published(
    _ id: ID<Case>, _ everybody: Visitor, _ head: Visitor, _ officer: Visitor, _ scene: Scene
  ) async throws {
    let page = try #require(try await everybody.get("/typical").id(after: "href=\"/typical/"))
    let read = try await everybody.get("/typical/\(page)").text
    #expect(read.contains("被警告") && !read.contains("卢某") && !read.contains("清卫医"))
    let again = try await officer.post("/cases/\(id)/typical", [("title", "甲"), ("text", "乙")])
    #expect(again.status == 409 && again.text.contains("要改先撤下"))
    #expect(try await head.post("/cases/\(id)/typical/withdraw", [("reason", "写错了")]).status == 303)
    #expect(try await everybody.get("/typical/\(page)").status == 404)
    let told = try await scene.test.database.read {
      try LedgerReading.history(of: Ref(.lawCase, id), $0).map(\.sentence)
    }
    #expect(
      told.suffix(3).map { String($0.suffix(13)) }.last?.contains("写错了") == true && !told.joined().contains("被警告"))
  }

  @Test(arguments: Store.both) func `names, open cases and one's own text are refused`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let open = try await scene.file()
      let write = { (id: ID<Case>, text: String) in
        await refusals {
          try await scene.change(.writeTypical, by: scene.head) {
            _ = try scene.room.writeTypical("案例", text, of: id, scene.keys, $0)
          }
        }
      }
      #expect(await write(open, "没有名字") == ["typical.not-closed"])
      #expect(
        await refusals {
          try await scene.change(.publishTypical, by: scene.head) {
            try scene.room.publishTypical(of: open, scene.keys, $0)
          }
        } == ["typical.not-waiting"])
    }
    try await Scene.play(store) { scene in
      let id = try await Self.closed(scene)
      func write(_ text: String) async -> [String] {
        await refusals {
          try await scene.change(.writeTypical, by: scene.head) {
            _ = try scene.room.writeTypical("案例", text, of: id, scene.keys, $0)
          }
        }
      }
      #expect(await write("在集贸市场镶牙点，电话13800138000") == ["typical.leak-name", "typical.leak-number"])
      #expect(await write("在某镶牙点") == [])
      #expect(
        await refusals {
          try await scene.change(.publishTypical, by: scene.head) {
            try scene.room.publishTypical(of: id, scene.keys, $0)
          }
        } == ["typical.own-text"])
    }
  }

  /// Everybody whom the case knows by name, and every sealed particular; the approver sees what was hidden.
  @Test(arguments: Store.both) func `the representative, witnesses, officers and particulars are hidden too`(
    store: Store
  )
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await Self.known(scene)
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      for (words, code) in Self.particulars {
        let refused = await refusals {
          try await scene.change(.writeTypical) {
            _ = try scene.room.writeTypical("案例", "查实后，\(words)被记录在案。", of: id, scene.keys, $0)
          }
        }
        #expect(refused.contains(code), "\(words) \(refused)")
      }
      let offered = try await officer.get("/cases/\(id)/typical").text
      let text = try #require(offered.split(separator: "<textarea").last?.split(separator: "</textarea>").first)
      for (words, _) in Self.particulars { #expect(!text.contains(words), "\(words)") }
      #expect(try await officer.post("/cases/\(id)/typical", [("title", "案例"), ("text", "某镶牙点被警告。")]).status == 303)
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      let page = try await head.get("/cases/\(id)/typical/approve").text
      #expect(page.contains("隐去了什么") && page.contains("罗小梅") && page.contains("某地"))
      // Sealed numbers show their ends only in what was hidden.
      #expect(page.contains("13****78") && !page.contains("99010119850307005X"))
    }
  }

  private static let particulars: [(String, String)] = [
    ("罗小梅", "typical.leak-name"), ("小梅", "typical.leak-name"), ("丁大发", "typical.leak-name"),
    ("周予宁", "typical.leak-name"), ("秦述安", "typical.leak-name"), ("贺远", "typical.leak-name"),
    ("13912345678", "typical.leak-number"), ("139 1234 5678", "typical.leak-number"),
    ("99010119850307005X", "typical.leak-number"), ("lo@mail.example", "typical.leak-number"),
    ("石桥镇新民路", "typical.leak-address"),
  ]

  /// What does not stand in the text of the case is not shown to whoever writes: he need not be on the case.
  @Test(arguments: Store.both) func `the editor shows nothing that the original does not say`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await Self.known(scene)
      for login in ["zhouyn", "heyuan"] {
        let page = try await Visitor.signedIn(scene.test, login).get("/cases/\(id)/typical").text
        #expect(page.contains("罗小梅") && page.contains("13****78"), "原文里的")
        for words in ["丁大发", "lo@mail", "lo****", "99****5X", "99010119850307005X"] {
          #expect(!page.contains(words), "\(login) \(words)")
        }
      }
    }
  }

  @Test(arguments: Store.both) func `an open case is not told, in words`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let page = try await Visitor.signedIn(scene.test, "zhouyn").get("/cases/\(id)/typical").text
      #expect(page.contains("结案以后才能写成典型案例") && !page.contains("<textarea") && !page.contains("无证镶牙"))
    }
  }

  /// 店员 stood where a name is asked; 春风 too, and looks like a name: the head confirms that it is none.
  @Test(arguments: Store.both) func `a common word is no name, and the head may confirm another`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await Self.closed(scene) { id in
        for person in ["店员", "春风，电话13712345678"] {
          let typing = PaperTyping(texts: ["person": person])
          let new = NewPaper(template: "questioning", day: scene.today, typing: typing)
          _ = try await scene.change(.draftPaper) { try scene.room.draft(new, in: id, as: [.officer], $0) }
        }
      }
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let text = [("title", "春风行动案例"), ("text", "某镶牙点的店员作证，被警告。")]
      let refused = try await officer.post("/cases/\(id)/typical", text)
      #expect(refused.status == 422 && refused.text.contains("“春风”") && !refused.text.contains("“店员”"))
      #expect(refused.text.contains("请负责人"))
      try await Self.confirm(id, officer, scene)
      #expect(try await officer.post("/cases/\(id)/typical", text).status == 303)
    }
  }

  private static func confirm(_ id: ID<Case>, _ officer: Visitor, _ scene: Scene) async throws {
    let path = "/cases/\(id)/typical/words"
    #expect(try await officer.post(path, [("word", "春风")]).status == 403)
    let head = try await Visitor.signedIn(scene.test, "heyuan")
    #expect(try await head.get("/cases/\(id)").text.contains("确认典型案例用词"))
    #expect(try await head.get("/cases/\(id)/typical/approve").text.contains("确认不是姓名"))
    // The party, one of ours, a number, a word that is not hidden.
    for word in ["卢某", "集贸市场镶牙点", "周予宁", "13712345678", "店员"] {
      #expect(try await head.post(path, [("word", word)]).status == 422, "\(word)")
    }
    #expect(try await head.post(path, [("word", "春风")]).status == 303)
    let told = try await scene.test.database.read { try LedgerReading.history(of: Ref(.lawCase, id), $0) }
    #expect(told.last?.deed == "casework.confirm-no-name" && told.allSatisfy { !$0.plain.contains("春风") })
  }

  private static func known(_ scene: Scene) async throws -> ID<Case> {
    let id = try await closed(scene) { id in
      var known = Particulars()
      (known.number, known.address, known.phone) = ("99010119850307005X", "石桥镇新民路9号", "13912345678")
      known.service = ServiceAddress(
        address: "石桥镇新民路9号", receiver: "丁大发", phone: "13912345678", electronic: "lo@mail.example",
        confirmedBy: .paper)
      let (particulars, keys) = (known, scene.keys)
      try await scene.change(.keepParty) { try scene.room.keepParty(particulars, confirmedOn: nil, of: id, keys, $0) }
      let new = NewPaper(template: "questioning", day: scene.today, typing: PaperTyping(texts: ["person": "罗小梅，店员"]))
      _ = try await scene.change(.draftPaper) { try scene.room.draft(new, in: id, as: [.officer], $0) }
    }
    return id
  }
}
