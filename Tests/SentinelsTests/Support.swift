import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Sentinels

extension TestHouse {
  /// A post of 柳塘镇 (112) with a contact person, by its page; answers its number.
  func post(_ name: String = "柳塘镇卫生院哨点", _ more: [(String, String)] = []) async throws -> String {
    let head = try await Visitor.signedIn(self, "heyuan")
    let account = try await account("zhouyn").id.text
    let told = [("name", name), ("kind", "town-centre"), ("place", "112"), ("supervisor", account)]
    let kept = told.filter { pair in !more.contains { $0.0 == pair.0 } } + more
    let answer = try await head.post("/posts/new", kept)
    #expect(answer.status == 303, "\(answer.text.suffix(1500))")
    let id = try #require(answer.location.split(separator: "/").last.map(String.init))
    #expect(try await head.post("/posts/\(id)/contact", Self.contact("艾某")).status == 303)
    return id
  }

  static func contact(_ name: String, part: String = "main", since: String = "2026-11-20") -> [(String, String)] {
    [("part", part), ("name", name), ("telephone", "13900000001"), ("time", "part"), ("since", since)]
  }

  /// The code that an officer gives to the contact person whom the page offers first.
  func code(of post: String) async throws -> String {
    let officer = try await Visitor.signedIn(self, "zhouyn")
    let contact = try #require(try await officer.get("/posts/\(post)").id(after: "name=\"contact\" value=\""))
    let answer = try await officer.post("/posts/\(post)/code", [("contact", contact)])
    #expect(answer.status == 201)
    let code = try #require(answer.text.split(separator: "class=\"code\">").last?.split(separator: "<").first)
    #expect(answer.text.contains("/sign-in/post?code=\(code)") && answer.text.contains("<svg"))
    return String(code)
  }

  /// A telephone that is tied to a post.
  func telephone(of post: String) async throws -> Visitor {
    let phone = Visitor(self)
    let tied = try await phone.post("/sign-in/post", [("code", try await code(of: post))])
    #expect(tied.status == 303 && tied.location == "/post", "\(tied.text.suffix(800))")
    return phone
  }

  func villages(_ names: [String], under town: Int64) async throws {
    try await database.change(Cast.county, by: .system, deed: .addRegions) { tx in
      try Offices.addRegions(
        names.enumerated().map {
          Region(number: town * 100 + Int64($0), parent: town, county: Cast.county, name: $1, level: .village)
        }, from: CivilDate(2020, 1, 1) ?? tx.today, tx)
    }
  }

  func told(_ post: String) async throws -> [String] {
    let id = try #require(ID<Post>(text: post))
    return try await database.read { try LedgerReading.history(of: Ref(.post, id), $0).map(\.sentence) }
  }
}
