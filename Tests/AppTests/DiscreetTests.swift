import App
import Foundation
import Kit
import TestKit
import Testing
import Web

/// What a liaison of another department, and who may see everything, read of the duties of the demonstration's campaign.
@Suite(.serialized) struct DiscreetTests {
  private static func links(_ page: Answer) -> Set<String> {
    let main = page.text.range(of: "<main").map { page.text[$0.lowerBound...] } ?? ""
    return Set(
      main.split(separator: " href=\"", omittingEmptySubsequences: false).dropFirst()
        .map { String($0.prefix { $0 != "\"" }).replacing("&amp;", with: "&") }.filter { $0.hasPrefix("/") })
  }

  @Test(arguments: Store.both) func `titles of visits, clues and cases are not for everybody`(_ store: Store)
    async throws
  {
    try await TestHouse.withDemo(store) { test in
      let liaison = try await Visitor.signedIn(test, "gujm")
      let office = try await Visitor.signedIn(test, "luohui")
      let campaign =
        "/campaigns/" + (try #require(try await office.get("/campaigns").id(afterLast: "href=\"/campaigns/")))
      let (seen, whole) = (try await liaison.get(campaign), try await office.get(campaign))
      #expect(whole.text.contains(">检查南圩菜场二楼诊疗点") && whole.text.contains(">办理并答复线索"))
      #expect(!seen.text.contains("南圩菜场") && !seen.text.contains("办理并答复线索"))
      #expect(seen.text.contains("检查待办") && seen.text.contains("线索待办"))
      #expect(seen.text.contains("报送集中整治阶段进展"), "自己的事看得到")
      let units = try await liaison.get("\(campaign)/units")
      let late = try #require(Self.links(units).first { $0.contains("what=late") && $0.contains("/units/duties") })
      for page in [seen, units, try await liaison.get(late)] {
        for link in Self.links(page) {
          #expect(try await liaison.get(link).status < 400, "\(link)")
        }
      }
      let agenda = OfferedForm(try await office.get("\(campaign)/meetings/new")).value("agenda")
      #expect(agenda.contains("逾期未办：报送集中整治阶段进展（顾景明"))
      #expect(agenda.contains("逾期未办：线索 2 项") && !agenda.contains("南圩"), "\(agenda)")
    }
  }

  @Test(arguments: Store.both) func `the neighbour reads what others decided on a person, without a way to their files`(
    _ store: Store
  ) async throws {
    try await TestHouse.withDemo(store) { test in
      let (own, neighbour) = (try await Visitor.signedIn(test, "heyuan"), try await Visitor.signedIn(test, "dongl"))
      let persons = Self.links(try await neighbour.get("/offenders")).filter {
        $0.hasPrefix("/offenders/") && !$0.contains("?") && $0.dropFirst(11).contains(where: \.isNumber)
      }
      var files = 0
      for person in persons {
        files += Self.links(try await own.get(person)).count { $0.hasPrefix("/cases/") }
        for link in Self.links(try await neighbour.get(person)) {
          #expect(try await neighbour.get(link).status < 400, "\(person) \(link)")
        }
      }
      #expect(files > 0, "从本县看得到案卷")
    }
  }
}
