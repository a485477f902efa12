import App
import Kit
import Storage
import TestKit
import Testing
import Transfers
import Web

/// What police and procuratorate see through the pages, and what they never see.
@Suite struct DoorTests {
  @Test(arguments: Store.both) func `the police see what was handed over, and answer it`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let police = try await Visitor.signedIn(test, "shigang")
      let list = try await police.get("/received").text
      let id = try #require(police.lastID(list, "/received/"))
      let page = try await police.get("/received/\(id)").text
      #expect(page.contains("公安机关审查中") && page.contains("两次") && !page.contains("href=\"/cases/"))
      #expect(try await police.get("/transfers/\(id)").status == 403)
      let officer = try await Visitor.signedIn(test, "zhouyn")
      for paper in ["crime-report", "crime-transfer", "crime-copy", "crime-receipt"] {
        #expect(try await officer.get("/transfers/\(id)/papers/\(paper)").text.hasPrefix("PK"), "\(paper)")
      }
      #expect(try await officer.get("/transfers/\(id)/papers/decision").status == 404)
      #expect(try await police.get("/cases").status == 403)
      let package = try await police.get("/received/\(id)/package")
      #expect(package.status == 200 && package.text.hasPrefix("PK"))
      #expect(
        try await police.post("/received/\(id)/record/review", [("on", "2026-01-01"), ("words", "x")]).status == 409)
      let empty = try await police.post("/received/\(id)/record/decline", [])
      #expect(empty.status == 422 && empty.text.contains("理由"))
    }
  }

  @Test(arguments: Store.both) func `before the hand-over there is nothing for the police`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      let police = try await Visitor.signedIn(scene.test, "shigang")
      let procurator = try await Visitor.signedIn(scene.test, "jianan")
      #expect(try await police.get("/received/\(id)").status == 404)
      #expect(try await procurator.get("/oversight/\(id)").status == 404)
      // The threshold was reached and nobody handed the case over: that is for the procuratorate to ask.
      let oversight = try await procurator.get("/oversight").text
      #expect(oversight.contains("达到移送标准") && oversight.contains("待负责人决定") && !oversight.contains("href=\"/cases/"))
      try await scene.approve(id)
      try await scene.handOver(id)
      #expect(try await police.get("/received/\(id)").status == 200)
      #expect(try await procurator.get("/oversight").text.contains("清卫医刑移〔2026〕1号"))
      #expect(try await procurator.post("/received/\(id)/record/receive", []).status == 403)
    }
  }

  @Test(arguments: Store.both) func `the procuratorate sees what the head refused`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let (id, room) = (try await scene.propose(try await scene.check()), scene.room)
      try await scene.change(by: scene.head) { try room.refuse(id, words: "证据不足", $0) }
      let procurator = try await Visitor.signedIn(scene.test, "jianan")
      #expect(try await procurator.get("/oversight/\(id)").text.contains("证据不足"))
      #expect(try await Visitor.signedIn(scene.test, "shigang").get("/received/\(id)").status == 404)
    }
  }

  @Test(arguments: Store.both) func `the page of a case shows where its transfer stands`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let path = "/cases/\(scene.lawCase)"
      #expect(try await officer.get(path).text.contains("还没有核对移送标准"))
      #expect(try await officer.get("\(path)/threshold?crime=illegal-practice").text.contains("几次行政处罚"))
      let answers = [("crime", "illegal-practice"), ("a-subject", "yes"), ("a-practised", "yes"), ("a-penalties", "2")]
      #expect(try await officer.post("\(path)/threshold", answers).status == 303)
      let page = try await officer.get(path).text
      #expect(page.contains("达到移送标准") && page.contains("提出移送"))
      let incident = [
        ("on", scene.today.iso), ("place", "出租屋"), ("words", "推搡执法人员"), ("called", "yes"), ("receipt", "JJ-1"),
      ]
      #expect(try await officer.post("\(path)/incident", incident).status == 303)
      #expect(try await officer.get(path).text.contains("回执 JJ-1"))
      let head = try await Visitor.signedIn(scene.test, "heyuan")
      #expect(try await head.get("\(path)/approvals/crime-transfer").status == 404, "移送不走一般步骤的表")
    }
  }
}

extension Visitor {
  func lastID(_ text: String, _ link: String) -> String? {
    text.split(separator: "href=\"\(link)", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }) }.last { $0.count >= 11 }
  }
}
