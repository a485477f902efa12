import App
import Kit
import Offices
import TestKit
import Testing
import Web

/// A member, a paper that is owed, a supervision visit and its finding, a line of the list of mechanisms, of people who have no column in the matrix.
enum OrganisationTargets {
  static func find(
    of campaign: String, meeting: String, _ office: Visitor, _ test: TestHouse
  ) async throws -> [String: String] {
    var ids: [String: String] = [:]
    ids["members"] = try #require(try await office.get("/campaigns/\(campaign)/group").id(after: "href=\"/members/"))
    ids["filings"] = try await filing(of: campaign, office, test)
    ids["supervisions"] = try await visit(of: campaign, office, test)
    ids["findings"] = try #require(
      try await office.get("/supervisions/\(ids["supervisions"] ?? "")").id(after: "href=\"/findings/"))
    ids["secondments"] = try await secondment(of: campaign, office, test)
    ids["invitations"] = try await guest(of: meeting, office, test)
    ids["copies"] = try await copy(of: campaign, office, test)
    ids["mechanisms"] = try await mechanism(of: campaign, office, test)
    ids["placards"] = try await placard(of: campaign, test)
    ids.merge(try await assessment(of: campaign, office, test)) { _, new in new }
    return ids
  }

  /// As the demonstration made them; of a file that was read, so that nobody acts on it.
  private static func assessment(of campaign: String, _ office: Visitor, _ test: TestHouse) async throws -> [String:
    String]
  {
    let page = try await office.get("/campaigns/\(campaign)/assessment")
    let one = try #require(page.id(after: "href=\"/assessments/"))
    let files = try await office.get("/assessments/\(one)/files")
    return [
      "assessments": one, "results": try #require(page.id(after: "href=\"/results/")),
      "readings": try #require(files.id(after: "href=\"/readings/")),
      "unit": try await test.account("heyuan").agency.text,
    ]
  }

  /// The work of a unit, listed by the leading group.
  private static func placard(of campaign: String, _ test: TestHouse) async throws -> String {
    let leader = try await Visitor.signedIn(test, "shenyq")
    let listed = try await leader.post(
      "/campaigns/\(campaign)/placards",
      [
        ("matter", "unit"), ("owner", try await test.account("yuhe").id.text), ("reason", "矩阵"), ("demands", "报清单"),
        ("due", test.clock.now.date.adding(days: 300).iso),
      ])
    #expect(listed.status == 303)
    return String(listed.location.split(separator: "/").last ?? "")
  }

  /// Of nobody who has a column, and before none that the demonstration has.
  private static func mechanism(of campaign: String, _ office: Visitor, _ test: TestHouse) async throws -> String {
    let listed = try await office.post(
      "/campaigns/\(campaign)/mechanisms",
      [
        ("problem", "责令改正到期没有人复查"), ("kind", "execution"), ("cause", "没有排到人"), ("name", "复查排班办法"),
        ("owner", try await test.account("yuhe").id.text), ("due", test.clock.now.date.adding(days: 300).iso),
      ])
    #expect(listed.status == 303)
    return String(listed.location.split(separator: "/").last ?? "")
  }

  private static func filing(of campaign: String, _ office: Visitor, _ test: TestHouse) async throws -> String {
    let person = try await test.account("yuhe")
    let asked = try await office.post(
      "/campaigns/\(campaign)/filings",
      [
        ("what", "自查总结"), ("due", test.clock.now.date.adding(days: 300).iso),
        ("owner-\(person.agency)", person.id.text),
      ])
    #expect(asked.status == 303)
    return try #require(
      try await office.get("/campaigns/\(campaign)/filings?state=waiting").id(afterLast: "href=\"/filings/"))
  }

  private static func secondment(of campaign: String, _ office: Visitor, _ test: TestHouse) async throws -> String {
    let today = test.clock.now.date
    let added = try await office.post(
      "/campaigns/\(campaign)/secondments",
      [
        ("name", "某人"), ("unit", "县中医院"), ("work", "宣传"), ("authority", "assist"), ("since", today.iso),
        ("until", today.adding(days: 300).iso), ("document", "通知"),
      ])
    #expect(added.status == 303)
    return String(added.location.split(separator: "/").last ?? "")
  }

  private static func guest(of meeting: String, _ office: Visitor, _ test: TestHouse) async throws -> String {
    let person = try await test.account("gujm")
    let invited = try await office.post(
      "/meetings/\(meeting)/guests", [("people-\(person.agency)", person.id.text), ("others", "")])
    #expect(invited.status == 303)
    return try #require(try await office.get(invited.location).id(after: "href=\"/invitations/"))
  }

  /// Of the minutes that `Targets` issued last.
  private static func copy(of campaign: String, _ office: Visitor, _ test: TestHouse) async throws -> String {
    let paper = try #require(
      try await office.get("/campaigns/\(campaign)/briefings").id(after: "<th scope=\"row\"><a href=\"/briefings/"))
    let person = try await test.account("gujm")
    let sent = try await office.post(
      "/briefings/\(paper)/send",
      [("due", test.clock.now.date.adding(days: 300).iso), ("owner-\(person.agency)", person.id.text)])
    #expect(sent.status == 303)
    return try #require(try await office.get(sent.location).id(after: "href=\"/copies/"))
  }

  private static func visit(of campaign: String, _ office: Visitor, _ test: TestHouse) async throws -> String {
    let (person, today) = (try await test.account("gujm"), test.clock.now.date)
    let planned = try await office.post(
      "/campaigns/\(campaign)/supervisions",
      [("unit", person.agency.text), ("on", today.iso), ("visitors", "整治办"), ("subject", "广告整治")])
    #expect(planned.status == 303)
    #expect(try await office.post("\(planned.location)/record", [("summary", "看了台账")]).status == 303)
    let found = [("text", "没有台账"), ("owner", person.id.text), ("due", today.adding(days: 300).iso)]
    #expect(try await office.post("\(planned.location)/findings", found).status == 303)
    return String(planned.location.split(separator: "/").last ?? "")
  }
}
