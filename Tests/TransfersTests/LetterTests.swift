import App
import Casework
import Foundation
import Kit
import Papers
import Procedure
import Storage
import TestKit
import Testing
import Transfers
import Web

extension Scene {
  /// A paper of the case with something right in every field.
  func issue(_ template: String) async throws -> PaperIssue {
    let (casework, id, today) = (casework, lawCase, today)
    let form = try #require(test.house.papers[template])
    var typing = PaperTyping()
    for ask in form.asks {
      if ask.kind == .rows {
        typing.rows[ask.key] = [Dictionary(ask.columns.map { ($0.key, "一") }) { first, _ in first }]
      } else {
        typing.texts[ask.key] = ask.kind == .date ? today.iso : ask.choices.first ?? "一"
      }
    }
    for text in PaperText.allCases where !text.name.hasPrefix("paper.") { typing.texts[text.name] = "一" }
    let new = NewPaper(template: template, day: today, typing: typing)
    return try await change { tx in
      let number = try casework.draft(new, in: id, as: [.officer], tx)
      return try casework.issue(number, of: id, as: [.officer], tx)
    }
  }
}

/// One letter has one number and one day: those of the deed.
@Suite struct LetterTests {
  @Test(arguments: Store.both) func `the paper of the case carries the number of the approval`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      #expect(await refusals { _ = try await scene.issue("crime-transfer") } == ["casework.paper-step-not-taken"])
      try await scene.approve(id)
      let issue = try await scene.issue("crime-transfer")
      let letter = try await scene.transfer(id).letter
      #expect(issue.number == "清卫医刑移〔2026〕1号" && issue.number == letter)
      #expect(await refusals { _ = try await scene.issue("crime-transfer") } == ["casework.paper-number-given"])
      let found = try await Visitor(scene.test).get("/paper/\(issue.digest)").text
      #expect(found.contains("有这份文书") && found.contains("清卫医刑移〔2026〕1号"))
    }
  }

  @Test(arguments: Store.both) func `a letter bears the day of its deed, whenever it is fetched`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.propose(try await scene.check())
      try await scene.approve(id)
      try await scene.handOver(id)
      let papers = ["crime-report", "crime-transfer", "crime-copy", "crime-receipt"]
      func fetched() async throws -> [String] {
        let officer = try await Visitor.signedIn(scene.test, "zhouyn")
        var texts: [String] = []
        for paper in papers { texts.append(try await officer.get("/transfers/\(id)/papers/\(paper)").text) }
        return texts
      }
      let before = try await fetched()
      scene.test.clock.advance(days: 5)
      let after = try await fetched()
      #expect(before.allSatisfy { $0.hasPrefix("PK") })
      for (index, paper) in papers.enumerated() { #expect(before[index] == after[index], "\(paper)") }
    }
  }

  @Test(arguments: Store.both) func `a refusal and a second report leave no gap`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let check = try await scene.check()
      let id = try await scene.propose(check)
      try await scene.approve(id)
      _ = try await scene.issue("crime-transfer")
      try await scene.handOver(id)
      for act in [TransferAction.receive, .decline, .accept] { try await scene.record(act, id, from: .office) }
      let again = try await scene.propose(check)
      try await scene.approve(again)
      #expect(try await scene.transfer(again).letter == "清卫医刑移〔2026〕2号")
      #expect(try await scene.issue("crime-transfer").number == "清卫医刑移〔2026〕2号")
    }
  }
}
