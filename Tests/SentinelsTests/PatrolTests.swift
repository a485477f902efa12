import App
import Duties
import Intake
import Kit
import Offices
import Packs
import Storage
import TestKit
import Testing
import Web

@testable import Sentinels

@Suite struct PatrolTests {
  @Test(arguments: Store.both)
  func `a post tells that it looked and found nothing, once however often the form comes`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await test.villages(["大柳村", "小柳村"], under: 112)
      let post = try await test.post("大柳村哨点", [("kind", "village-station"), ("place", "11200")])
      let phone = try await test.telephone(of: post)
      let form = OfferedForm(try await phone.get("/post/patrol"))
      #expect(form.value("place") == "11200")
      let told = [("once", form.value("once")), ("place", "11200"), ("where", "村口集市"), ("found", "0")]
      let bare = try await phone.post("/post/patrol", told)
      #expect(bare.status == 422 && bare.text.contains("至少勾一处") && bare.text.contains("村口集市"))
      let picture = [Visitor.File("files", "街.png", TinyPicture.png(1))]
      for _ in 1...2 {
        #expect(try await phone.post("/post/patrol", told + [("spots", "集市、街面")], files: picture).status == 303)
      }
      let head = try await Visitor.signedIn(test, "heyuan")
      let list = try await head.get("/patrols").text
      #expect(list.contains("巡查 1 次") && list.contains("看过，没有发现") && list.contains("大柳村哨点"))
      let id = try #require(try await head.get("/patrols").id(after: "<th scope=\"row\"><a href=\"/patrols/"))
      #expect(try await head.get("/patrols/\(id)").text.contains("街.png"))
      #expect(try await phone.get("/post").text.contains("看过，没有发现"))
      let elsewhere = try await phone.post(
        "/post/patrol", told.filter { $0.0 != "place" } + [("place", "113"), ("spots", "集市、街面")])
      #expect(elsewhere.status == 422 && elsewhere.text.contains("不在这个哨点的乡镇里"))
    }
  }

  @Test(arguments: Store.both)
  func `what a patrol finds is a clue in the same deed, of the post or of the officer`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await test.villages(["大柳村"], under: 112)
      let phone = try await test.telephone(
        of: try await test.post("大柳村哨点", [("kind", "village-station"), ("place", "11200")]))
      let told = [("place", "11200"), ("spots", "集市、街面"), ("where", "村口拔牙摊"), ("found", "1")]
      let untold = try await phone.post("/post/patrol", told)
      #expect(untold.status == 422 && untold.text.contains("“是哪一类”要选"))
      #expect(try await phone.post("/post/patrol", told + [("topic", "dental")]).status == 303)
      #expect(try await phone.get("/post").text.contains("收到了"))
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let late = told + [("topic", "drugs"), ("on", "2099-01-01")]
      #expect(try await officer.post("/patrols/new", late).status == 422)
      let found = try await officer.post("/patrols/new", told + [("topic", "drugs"), ("on", "2026-11-20")])
      #expect(found.status == 303, "\(found.text.suffix(1200))")
      #expect(try await officer.get(found.location).text.contains("发现情况"))
      let clues = try await officer.get("/clues").text
      #expect(clues.contains("镶牙、拔牙摊") && clues.contains("游医药贩"))
      #expect(try await officer.get("/clues?channel=patrol").text.contains("游医药贩"))
      #expect(try await officer.get("/patrols?found=1").text.contains("巡查 2 次"))
    }
  }

  @Test(arguments: Store.both)
  func `a planned patrol is owed until it is done or given up`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await test.villages(["大柳村", "小柳村"], under: 112)
      let head = try await Visitor.signedIn(test, "heyuan")
      let owner = try await test.account("zhouyn").id.text
      let asked = [("place", "11200"), ("wanted", "有没有摆摊的"), ("owner", owner)]
      let early = try await head.post("/patrols/plan", asked + [("due", "2026-11-01")])
      #expect(early.status == 422 && early.text.contains("不能早于今天") && early.text.contains("有没有摆摊的"))
      let stranger = asked.dropLast() + [("owner", try await test.account("tangl").id.text), ("due", "2026-12-10")]
      #expect(try await head.post("/patrols/plan", Array(stranger)).status == 422)
      let paths = [
        try await head.post("/patrols/plan", asked + [("due", "2026-12-10")]).location,
        try await head.post("/patrols/plan", asked + [("due", "2026-12-11")]).location,
      ]
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.get("/duties").text.contains("巡查柳塘镇大柳村"))
      let plan = try #require(paths[0].split(separator: "/").last.map(String.init))
      let told = [("plan", plan), ("spots", "集市、街面"), ("where", "集市"), ("on", "2026-11-20"), ("found", "0")]
      let other = try await officer.post("/patrols/new", told + [("place", "11201")])
      #expect(other.status == 422 && other.text.contains("另一个地方"))
      #expect(try await officer.post("/patrols/new", told + [("place", "11200")]).location == paths[0])
      let again = told.filter { $0.0 != "where" } + [("where", "又去了一次"), ("place", "11200")]
      #expect(try await officer.post("/patrols/new", again).status == 409)
      #expect(try await head.post("\(paths[1])/drop", []).status == 422)
      #expect(try await head.post("\(paths[1])/drop", [("reason", "下雨")]).status == 303)
      #expect(try await head.post("\(paths[1])/drop", [("reason", "下雨")]).status == 409)
      #expect(try await !officer.get("/duties").text.contains("巡查柳塘镇大柳村"))
      let coverage = try await head.get("/patrols/coverage").text
      #expect(coverage.contains("1 / 2") && coverage.contains("50.0%") && coverage.contains("小柳村"))
    }
  }

  @Test func `coverage counts a village only where it was looked at often enough`() throws {
    let day = try #require(CivilDate(2026, 11, 20))
    let county = Region(number: 110, parent: nil, county: Cast.county, name: "某县", level: .county)
    let villages = (1...4).map {
      Region(number: 11200 + Int64($0), parent: 112, county: Cast.county, name: "\($0)村", level: .village)
    }
    let book = try SentinelBook.load(FolderContent(TestHouse.contentFolder))
    let target = PatrolTarget(times: 2, share: 75, spots: [], provenance: book.patrol.provenance)
    let tallies = [(11201, "2026-11", 2), (11202, "2026-11", 1), (11202, "2026-10", 9), (0, "2026-11", 5)].map {
      PatrolTally(village: Int64($0.0), month: $0.1, done: Int64($0.2), found: 0)
    }
    let model = PatrolCoverage(county, PostPlaces(towns: [], villages: villages), tallies, target, today: day)
    #expect(model.months.map(PatrolCoverage.key).prefix(3) == ["2026-11", "2026-10", "2026-09"])
    #expect(model.covered(day) == 1 && model.isShort(day) && model.sum(day).done == 8)
    let october = model.months[1]
    #expect(model.covered(october) == 1 && model.done(11202, october) == 9)
  }
}
