import App
import Kit
import TestKit
import Testing
import Web

/// Whom a clue names, beside the register of offenders.
@Suite struct NamedPersonTests {
  @Test(arguments: Store.both)
  func `who was penalised before is found from the clue, and the judgement raises the alert`(_ store: Store)
    async throws
  {
    try await TestHouse.withDemo(store) { test in
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let clue =
        "/clues/" + (try #require(try await officer.get("/clues").id(after: "<th scope=\"row\"><a href=\"/clues/")))
      #expect(try await officer.get(clue).text.contains("比对被举报的人"))
      let path = "\(clue)/offender"
      let nothing = try await officer.post(path, [("home", "江苏沭阳")])
      #expect(nothing.status == 422 && nothing.text.contains("至少要填一项") && nothing.text.contains("江苏沭阳"))
      let sent = try await officer.post(
        path, [("name", "柏师傅"), ("number", "990101197406120516"), ("phone", "13900000512")])
      #expect(sent.status == 303 && sent.location.hasPrefix("/offenders/looks/"))
      let look = OfferedForm(try await officer.get(sent.location))
      #expect(look.answer.text.contains("同一人") && look.answer.text.contains("核查线索清举"))
      let person = try #require(look.answer.id(after: "id=\"p-"))
      let judged = try await officer.post(
        "/offenders/\(person)/judge",
        [("subject", look.value("subject")), ("look", look.value("look")), ("answer", "same"), ("reason", "号码一致")])
      #expect(judged.status == 303)
      let page = try await officer.get(clue).text
      #expect(page.contains("比对 1 次") && page.contains("判断：是同一人") && page.contains("99****0516"))
      #expect(!page.contains("990101197406120516"))
      // Two penalties, here and next door: the clue is a new act.
      #expect(try await officer.get("/recurrences").text.contains("再犯提示 2 件"))
    }
  }

  /// The office sees the clue and not the register: no panel, no look-up.
  @Test(arguments: Store.both)
  func `whoever may not see the register sees nothing of it`(_ store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let clue =
        "/clues/" + (try #require(try await officer.get("/clues").id(after: "<th scope=\"row\"><a href=\"/clues/")))
      #expect(try await officer.post("\(clue)/offender", [("name", "柏某")]).status == 303)
      let office = try await Visitor.signedIn(test, "luohui")
      let page = try await office.get(clue)
      #expect(page.status == 200 && !page.text.contains("违法人员比对"))
      #expect(try await office.post("\(clue)/offender", [("name", "柏某")]).status == 403)
    }
  }
}
