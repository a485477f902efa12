import App
import Foundation
import Kit
import Offices
import TestKit
import Testing
import Web

/// Figures by town of the demonstration's campaign: each is the length of the list that it opens, for whoever may see it.
@Suite(.serialized) struct TownTests {
  /// Address → number, of all figures that lead to one list.
  private static func figures(_ page: Answer, of list: String) -> [(link: String, number: Int)] {
    page.text.split(separator: "href=\"\(list)?", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
      guard let end = piece.range(of: "\">"), let number = Int(piece[end.upperBound...].prefix { $0 != "<" }) else {
        return nil
      }
      return ("\(list)?\(piece[..<end.lowerBound])".replacing("&amp;", with: "&"), number)
    }
  }

  /// `检查 12 次` above a list; nothing for an empty one.
  private static func length(of page: Answer) -> Int {
    guard let start = page.text.range(of: "<caption>") else { return 0 }
    let caption = page.text[start.upperBound...].prefix { $0 != "<" }
    return Int(caption.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? -1
  }

  private static func units(_ visitor: Visitor) async throws -> Answer {
    let campaign = try #require(try await visitor.get("/campaigns").id(afterLast: "href=\"/campaigns/"))
    return try await visitor.get("/campaigns/\(campaign)/units")
  }

  @Test(arguments: Store.both) func `clues, visits and cases by town open lists of that length`(_ store: Store)
    async throws
  {
    try await TestHouse.withDemo(store) { test in
      for login in ["luohui", "heyuan", "mengzh", "shenyq", "gujm"] {
        let visitor = try await Visitor.signedIn(test, login)
        let page = try await Self.units(visitor)
        #expect(page.status == 200)
        for (list, permission) in [("/clues", "clue.see"), ("/visits", "visit.see"), ("/cases", "case.see")] {
          let person = try await test.account(login)
          let may = test.house.roles.grants(of: person.roles)[Permission(permission)] != nil
          let figures = Self.figures(page, of: list)
          #expect(figures.isEmpty != may, "\(login) \(list)")
          #expect(!may || figures.reduce(0) { $0 + $1.number } > 0, "\(login) \(list)")
          for figure in figures {
            let opened = try await visitor.get(figure.link)
            #expect(opened.status == 200 && Self.length(of: opened) == figure.number, "\(login) \(figure.link)")
          }
        }
      }
    }
  }
}
