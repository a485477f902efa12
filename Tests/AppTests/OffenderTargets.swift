import App
import Kit
import TestKit
import Testing
import Web

/// A person of the register, a look-up by the officer, a merge that waits.
enum OffenderTargets {
  static func find(_ test: TestHouse) async throws -> [String: String] {
    let officer = try await Visitor.signedIn(test, "zhouyn")
    let list = try await officer.get("/offenders")
    let one = try #require(list.id(afterLast: "<th scope=\"row\"><a href=\"/offenders/"))
    let other = try #require(list.id(after: "<th scope=\"row\"><a href=\"/offenders/"))
    #expect(one != other)
    let asked = try await officer.post("/offenders/look", [("name", "钟某"), ("purpose", "核查线索")])
    #expect(asked.status == 303)
    #expect(try await officer.post("/offenders/\(one)/merge", [("other", other), ("because", "照片相同")]).status == 303)
    let sheet = Visitor.File("file", "名单.csv", Array("姓名\n钟某\n".utf8))
    let screened = try await officer.post("/offenders/screenings", [("purpose", "校验人员")], files: [sheet])
    let staged = try await officer.post("/offenders/import", [("origin", "ledger")], files: [sheet])
    #expect(screened.status == 303 && staged.status == 303)
    let black = try #require(
      try await officer.get("/offenders/black").id(after: "<th scope=\"row\"><a href=\"/offenders/black/"))
    func last(_ answer: Answer) -> String { answer.location.split(separator: "/").last.map(String.init) ?? "" }
    let head = try await Visitor.signedIn(test, "heyuan")
    let move = try #require(try await head.get("/offenders/moves").id(after: "action=\"/offenders/moves/"))
    return [
      "offenders": one, "looks": last(asked), "moves": move, "screenings": last(screened),
      "offender-import": last(staged), "black": black,
    ]
  }
}
