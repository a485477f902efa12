import App
import Foundation
import Intake
import Kit
import Storage
import TestKit
import Testing
import Web

/// Reporter and office talk by the code; nobody learns who it is, and nothing that was added is overlooked.
@Suite struct TalkTests {
  private static let words = "摊子每逢三、六、九出摊，车牌云K·00001。"

  @Test(arguments: Store.both) func `a reporter adds with a file, the owner owes to look, answers, and is read`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (id, code) = try await test.reported()
      let citizen = Visitor(test)
      let fields = [("code", code), ("message", Self.words), ("once", "00112233445566778899")]
      let said = try await citizen.post("/progress/say", fields, files: [.init("files", "车.png", TinyPicture.png(3))])
      #expect(said.status == 200 && said.text.contains("已经发给承办单位") && said.text.contains(Self.words))
      #expect(try await test.duties(id).contains("clue.message heyuan 2026-11-24"))

      // The same form again, and a second addition: one duty.
      _ = try await citizen.post("/progress/say", fields, files: [.init("files", "车.png", TinyPicture.png(3))])
      _ = try await citizen.post("/progress/say", [("code", code), ("message", "他姓什么我不知道。")], files: [])
      #expect(try await test.number("clue_message") == 2)
      #expect(try await test.duties(id).count { $0.hasPrefix("clue.message") } == 1)

      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.get("/clues/\(id)").text.contains("举报人有新补充 2 条"))
      let talk = try await officer.get("/clues/\(id)/talk")
      #expect(talk.text.contains(Self.words) && talk.text.contains("车.png"))
      let file = try #require(talk.text.firstMatch(of: /\/files\/([a-z0-9]+)/)?.1)
      #expect(try await officer.get("/files/\(file)").status == 200)
      #expect(try await Visitor.signedIn(test, "dongl").get("/files/\(file)").status == 404)
      #expect(try await Visitor.signedIn(test, "baoz").get("/files/\(file)").status == 403)

      let asked = try await officer.post("/clues/\(id)/talk", [("message", "出摊的具体位置在哪一侧？")])
      #expect(asked.status == 303)
      #expect(try await test.duties(id).allSatisfy { !$0.hasPrefix("clue.message") })
      let read = try await citizen.post("/progress", [("code", code)])
      #expect(read.text.contains("出摊的具体位置在哪一侧？") && read.text.contains("承办单位给你留了言"))
      #expect(!read.text.contains("周予宁"))
    }
  }

  @Test(arguments: Store.both) func `what was added can be read without an answer, and comes back when more is added`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (id, code) = try await test.reported()
      _ = try await Visitor(test).post("/progress/say", [("code", code), ("message", Self.words)], files: [])
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.post("/clues/\(id)/talk/seen").status == 303)
      #expect(try await test.duties(id).count == 1)
      let told = try await test.history(id).count
      #expect(try await officer.post("/clues/\(id)/talk/seen").status == 303)
      #expect(try await test.history(id).count == told)
      _ = try await Visitor(test).post("/progress/say", [("code", code), ("message", "又来了。")], files: [])
      #expect(try await test.duties(id).count == 2)
      #expect(try await officer.get("/clues/\(id)/talk").text.contains("未看"))
    }
  }

  @Test(arguments: Store.both) func `words stand in no ledger, no search and no foreign page`(store: Store) async throws
  {
    try await TestHouse.with(store) { test in
      let (id, code) = try await test.reported()
      _ = try await Visitor(test).post("/progress/say", [("code", code), ("message", Self.words)], files: [])
      let officer = try await Visitor.signedIn(test, "zhouyn")
      _ = try await officer.post("/clues/\(id)/talk", [("message", "谢谢，车往哪边开的？")])
      let kept = try await test.history(id).map(\.plain).joined()
      #expect(!kept.contains("车") && !kept.contains(code) && kept.contains("补充情况") && kept.contains("留言"))
      #expect(try await !officer.get("/search?q=%E8%BD%A6%E7%89%8C").text.contains("/clues/\(id)"))
      #expect(try await Visitor.signedIn(test, "mengzh").get("/clues/\(id)/talk").text.contains(Self.words))
      #expect(try await Visitor.signedIn(test, "mengzh").post("/clues/\(id)/talk", [("message", "问")]).status == 403)
      #expect(try await Visitor.signedIn(test, "dongl").get("/clues/\(id)/talk").status == 404)
    }
  }

  @Test(arguments: Store.both, ["say", "rate", "object", "retaliation"])
  func `without the right code nothing is stored, and a flood waits`(store: Store, step: String) async throws {
    try await TestHouse.with(store) { test in
      let (id, code) = try await test.reported()
      let fields = [("message", "甲"), ("level", "satisfied"), ("objection", "乙"), ("retaliation", "丙")]
      let citizen = Visitor(test)
      #expect(try await citizen.post("/progress/\(step)", fields).status == 422)
      for _ in 1...20 {
        #expect(try await citizen.post("/progress/\(step)", fields + [("code", "ABCD-EFGH-JKMN")]).status == 422)
      }
      #expect(try await citizen.post("/progress/\(step)", fields + [("code", "ABCD-EFGH-JKMN")]).status == 429)
      #expect(try await test.number("clue_message") == 0)
      #expect(try await test.count() == 1)
      #expect(try await test.history(id).count == 1)
      #expect(try await citizen.post("/progress", [("code", code)]).status == 200)
    }
  }

  @Test(arguments: Store.both) func `a form that cannot stand comes back with what was typed`(store: Store) async throws
  {
    try await TestHouse.with(store) { test in
      let (_, code) = try await test.reported()
      let broken = try await Visitor(test).post(
        "/progress/say", [("code", code), ("message", Self.words)],
        files: [.init("files", "坏.jpg", [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF])])
      #expect(broken.status == 422 && broken.text.contains("“坏.jpg”的内容不完整") && broken.text.contains(Self.words))
      let empty = try await Visitor(test).post("/progress/say", [("code", code)], files: [])
      #expect(empty.status == 422 && empty.text.contains("“补充或者回答”还没有填") && empty.text.contains(code))
      #expect(try await test.number("clue_message") == 0)
    }
  }

  @Test(arguments: Store.both) func `a photograph is kept without place and device, also of a report`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let secret = Array("GPS 31.2304N 手机型号".utf8)
      let photo = TinyPicture.jpeg(hung: [(0xE1, Array("Exif\0\0".utf8) + secret)])
      let sent = try await Visitor(test).post(
        "/report", Report().fields,
        files: [.init("files", "现场.jpg", photo), .init("files", "图.png", TinyPicture.png(1, hung: [("tEXt", secret)]))])
      #expect(sent.status == 201)
      let id = try await test.newest()
      let kept = try await test.database.read { reader in
        try test.database.attachments.list(of: Ref(.clue, id), reader).map {
          try test.database.attachments.bytes(of: $0, reader)
        }
      }
      #expect(kept == [TinyPicture.jpeg(), TinyPicture.png(1)])
    }
  }
}

extension TestHouse {
  func number(_ table: StaticString, _ condition: SQL = "1 = 1") async throws -> Int64 {
    let from = SQL(stringLiteral: "SELECT COUNT(*) FROM \(table) WHERE ")
    return try await database.read { try $0.number(from + condition) }
  }

  /// What the checks of all rooms find: `C17 清举〔2026〕0001`.
  func findings() async throws -> [String] {
    try await CheckRun.everywhere(house.rules, thorough: true, database).flatMap(\.lines).map {
      "\($0.rule) \($0.breach.title)"
    }
  }
}
