import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// A complaint about an office or one of its people never reaches that office.
@Suite struct ConcealedTests {
  @Test(arguments: Store.both) func `nobody of the agency that it is about finds it anywhere, and somebody else does`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (kept, _) = try await test.accepted(once: "00112233445566778899aabbccddee01")
      let (id, code) = try await test.concealed()
      let number = "清举〔2026〕0002"
      // Of the agency itself: the head, the officers, the custodian of identities.
      for login in ["heyuan", "zhouyn", "qinsa"] {
        let visitor = try await Visitor.signedIn(test, login)
        #expect(try await visitor.get("/clues/\(id)").status == 404, "\(login)")
        #expect(try await visitor.get("/clues/\(kept)").status == 200, "\(login)")
        for path in [
          "/clues", "/clues?state=ended", "/clues?words=%E6%94%B6%E7%BA%A2%E5%8C%85",
          "/search?q=%E6%94%B6%E7%BA%A2%E5%8C%85",
          "/duties", "/today", "/referrals", "/clues/balance?cell=closing", "/clues/balance?cell=received",
        ] {
          let text = try await visitor.get(path).text
          #expect(!text.contains(number) && !text.contains("副所长"), "\(login) \(path)")
        }
        #expect(try await visitor.get("/clues").text.contains("全部 1"), "\(login)：也不计数")
        #expect(try await visitor.post("/clues/\(id)/answer", [("answer", "不实。")]).status == 404)
      }
      let custodian = try await Visitor.signedIn(test, "baoz")
      #expect(try await !custodian.get("/reporters").text.contains(number))
      #expect(try await custodian.get("/reporters/\(id)").status == 404)
      // Without this the test would say nothing: others see it, in the same places.
      let superior = try await Visitor.signedIn(test, "mengzh")
      #expect(try await superior.get("/clues").text.contains(number))
      #expect(try await superior.get("/clues").text.contains("全部 2"))
      #expect(try await superior.get("/search?q=%E6%94%B6%E7%BA%A2%E5%8C%85").text.contains(number))
      #expect(try await superior.get("/clues/balance?cell=closing").text.contains(number))
      #expect(try await superior.get("/today").text.contains("办理反映单位或其人员的线索"))
      #expect(try await test.progress(code).contains("转交上级机关或者纪检监察机关办理"))
    }
  }

  /// What the guard holds back: without its row the same places show the clue, so the test above would fail.
  @Test(arguments: Store.both) func `without the mark the same places show it`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.concealed()
      try await test.database.change(Cast.county, by: .system, deed: Deed("test.break")) { tx in
        try tx.execute("DELETE FROM clue_concealed")
        tx.tell(Ref(.clue, id), "弄坏")
      }
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.get("/clues/\(id)").status == 200)
      for path in ["/clues", "/clues?words=%E6%94%B6%E7%BA%A2%E5%8C%85", "/clues/balance?cell=closing"] {
        #expect(try await head.get(path).text.contains("清举〔2026〕0001"), "\(path)")
      }
      let custodian = try await Visitor.signedIn(test, "baoz")
      #expect(try await custodian.get("/reporters").text.contains("清举〔2026〕0001"))
    }
  }

  @Test(arguments: Store.both) func `the receiver answers, and the clue ends`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (id, code) = try await test.concealed()
      #expect(try await test.owed("concealed") == ["concealed.answer mengzh concealed 2026-12-20"])
      #expect(try await test.duties(id) == [])
      // Others who may not be told of it do not see the duty either.
      for login in ["luohui", "shenyq", "fangl"] {
        #expect(try await !Visitor.signedIn(test, login).get("/duties").text.contains("反映单位或其人员"), "\(login)")
      }
      let superior = try await Visitor.signedIn(test, "mengzh")
      #expect(try await superior.get("/concealed/\(id)").text.contains("副所长"))
      #expect(try await superior.post("/concealed/\(id)/answer", [("answer", "已约谈，退还红包。")]).status == 303)
      #expect(try await test.owed("concealed") == [])
      #expect(try await test.clue(id).state == .answered)
      #expect(try await test.progress(code).contains("已约谈，退还红包。"))
      #expect(try await superior.post("/concealed/\(id)/answer", [("answer", "再答")]).status == 409)
    }
  }

  @Test(arguments: Store.both) func `it is never given to the agency that it is about`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.accepted()
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let own = try await test.account("zhouyn").agency.text
      let city = try await test.account("mengzh")
      let wrong = try await [
        ("agency", own), ("receiver", test.account("heyuan").id.text), ("ground", "反映副所长"), ("due", "2026-12-20"),
      ]
      #expect(try await officer.post("/clues/\(id)/conceal", wrong).status == 422)
      let itself = [
        ("agency", city.agency.text), ("receiver", city.id.text), ("ground", "反映市支队"), ("due", "2026-12-20"),
      ]
      #expect(try await officer.post("/clues/\(id)/conceal", itself).status == 422)
      #expect(try await test.clue(id).owner == test.account("zhouyn").id)
    }
  }
}

extension TestHouse {
  /// A named report about the deputy head of the institute, taken out of its reach.
  func concealed() async throws -> (id: ID<Clue>, code: String) {
    let text = "监督所副所长收红包，检查前打招呼。"
    let answer = try await Visitor(self).post(
      "/report",
      Report(text: text, place: "东关街道").fields + [("reporter", "甲某"), ("phone", "13900000000")], files: [])
    let (id, code) = (try await newest(), try #require(answer.code))
    let head = try await Visitor.signedIn(self, "heyuan")
    let told = try await [
      ("agency", account("heyuan").agency.text), ("receiver", account("mengzh").id.text), ("ground", "反映本所副所长"),
      ("due", "2026-12-20"),
    ]
    let done = try await head.post("/clues/\(id)/conceal", told)
    #expect(done.status == 303, "\(done.text.suffix(1500))")
    return (id, code)
  }
}
