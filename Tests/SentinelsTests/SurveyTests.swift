import App
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Sentinels

@Suite struct SurveyTests {
  @Test(arguments: Store.both)
  func `every village is answered for once, by its post or for it, and the last one ends it`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      let asked = [("title", "秋季排摸"), ("wanted", "有没有人无证行医"), ("due", "2026-12-01")]
      let none = try await head.post("/surveys", asked)
      #expect(none.status == 422 && none.text.contains("还没有村"))
      try await test.villages(["大柳村", "小柳村"], under: 112)
      let early = try await head.post("/surveys", asked.dropLast() + [("due", "2026-11-19")])
      #expect(early.status == 422 && early.text.contains("不能早于今天") && early.text.contains("秋季排摸"))
      let begun = try await head.post("/surveys", asked)
      #expect(begun.status == 303)
      let path = begun.location
      #expect(try await head.get(path).text.contains("大柳村、小柳村"))
      #expect(try await head.get("/duties").text.contains("收齐排摸“秋季排摸”"))
      let post = try await test.post("大柳村哨点", [("kind", "village-station"), ("place", "11200")])
      let phone = try await test.telephone(of: post)
      let survey = OfferedForm(try await phone.get("/post")).value("survey")
      #expect(try await phone.post("/post/survey", [("survey", survey), ("found", "没有")]).status == 422)
      #expect(try await phone.post("/post/survey", [("survey", survey), ("found", "0")]).status == 303)
      #expect(try await phone.post("/post/survey", [("survey", survey), ("found", "0")]).status == 409)
      #expect(try await !phone.get("/post").text.contains("秋季排摸"))
      let page = try await head.get(path).text
      #expect(page.contains("看过，没有") && page.contains("大柳村哨点") && page.contains("1 / 2"))
      for (village, status) in [("11200", 409), ("112", 422), ("11201", 303)] {
        let answer = try await head.post("\(path)/village", [("village", village), ("found", "2")])
        #expect(answer.status == status, "\(village) \(answer.status)")
      }
      #expect(try await head.get(path).text.contains("已结束"))
      #expect(try await !head.get("/duties").text.contains("收齐排摸"))
      #expect(try await head.post("\(path)/end", [("reason", "不用了")]).status == 409)
    }
  }
}
