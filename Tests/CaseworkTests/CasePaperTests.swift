import App
import Kit
import Offices
import Papers
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// What officers may type for any template: something right in every field.
enum Typed {
  static func full(_ template: PaperTemplate, on day: CivilDate) -> PaperTyping {
    var typing = PaperTyping()
    for ask in template.asks {
      if ask.kind == .rows {
        let cells = ask.columns.map {
          ($0.key, word(PaperAsk.Kind(rawValue: $0.kind.rawValue) ?? .line, $0.choices, day))
        }
        typing.rows[ask.key] = [Dictionary(cells) { first, _ in first }]
      } else {
        typing.texts[ask.key] = word(ask.kind, ask.choices, day)
      }
    }
    for text in PaperText.allCases where !text.name.hasPrefix("paper.") { typing.texts[text.name] = "补写的\(text.title)" }
    return typing
  }

  private static func word(_ kind: PaperAsk.Kind, _ choices: [String], _ day: CivilDate) -> String {
    switch kind {
    case .line, .lines, .rows: "写在这里的话"
    case .date: day.iso
    case .time: "10:05"
    case .money: "1200"
    case .number: "3"
    case .choice: choices.first ?? ""
    }
  }
}

extension Scene {
  func draft(
    _ template: String, in id: ID<Case>, step: Int64? = nil, by person: Person? = nil,
    as rights: Set<ActingRight> = [.officer]
  )
    async throws -> Int64
  {
    let typing = Typed.full(try #require(test.house.papers[template]), on: today)
    let new = NewPaper(template: template, step: step, day: today, typing: typing)
    return try await change(.draftPaper, by: person) { try room.draft(new, in: id, as: rights, $0) }
  }

  @discardableResult
  func issue(_ number: Int64, of id: ID<Case>, by person: Person? = nil, as rights: Set<ActingRight> = [.officer])
    async throws -> PaperIssue
  {
    try await change(.issuePaper, by: person) { try room.issue(number, of: id, as: rights, $0) }
  }

  func paper(_ number: Int64, of id: ID<Case>) async throws -> CasePaper {
    try #require(try await test.database.read { try CasePaperStore.paper(number, of: id, $0) })
  }
}

/// Papers of a case through their deeds.
@Suite struct CasePaperTests {
  @Test(arguments: Store.both) func `numbers have no gap when many issue at once`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      var drafts: [Int64] = []
      for _ in 0..<8 { drafts.append(try await scene.draft("supervision-opinion", in: id)) }
      let numbers = try await withThrowingTaskGroup(of: String?.self) { group in
        for draft in drafts { group.addTask { try await scene.issue(draft, of: id).number } }
        return try await group.reduce(into: Set<String>()) { all, number in if let number { all.insert(number) } }
      }
      #expect(numbers == Set((1...8).map { "清卫医意〔2026〕\($0)号" }))
    }
  }

  @Test(arguments: Store.both) func `what is refused draws no number`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let new = NewPaper(template: "supervision-opinion", day: scene.today)
      let bare = try await scene.change(.draftPaper) { try scene.room.draft(new, in: id, as: [.officer], $0) }
      #expect(await refusals { try await scene.issue(bare, of: id) }.isEmpty == false)
      let full = try await scene.draft("supervision-opinion", in: id)
      #expect(try await scene.issue(full, of: id).number == "清卫医意〔2026〕1号")
    }
  }

  @Test(arguments: Store.both) func `an issued paper never changes`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let number = try await scene.draft("supervision-opinion", in: id)
      let issue = try await scene.issue(number, of: id)
      let before = try await scene.document(number, of: id)
      #expect(before.hash == issue.digest && before.number == issue.number)
      let typing = PaperTyping(texts: ["party.name": "别人"])
      let redraft = await refusals {
        try await scene.change(.editPaper) {
          try scene.room.redraft(number, scene.today, typing, of: id, as: [.officer], $0)
        }
      }
      let discard = await refusals {
        try await scene.change(.discardPaper) { try scene.room.discard(number, of: id, as: [.officer], $0) }
      }
      let again = await refusals { try await scene.issue(number, of: id) }
      #expect([redraft, discard, again] == Array(repeating: ["casework.paper-issued"], count: 3))
      try await scene.change(.agencyDetails) { try scene.room.setAgency([.name: "另一个机关"], $0) }
      #expect(try await scene.document(number, of: id) == before)
    }
  }

  @Test(arguments: Store.both) func `a kept record that was altered is refused and is not ours`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let number = try await scene.draft("supervision-opinion", in: id)
      let digest = try await scene.issue(number, of: id).digest
      let ours = try await scene.test.database.read { try PaperCheck.find(digest, $0) }
      #expect(ours.map(\.number) == ["清卫医意〔2026〕1号"] && ours.map(\.title) == ["卫生监督意见书"])
      try await scene.change(.editPaper) { tx in
        try tx.execute("UPDATE case_paper SET record = REPLACE(record, '1号', '2号') WHERE law_case = \(id)")
        tx.tell(Ref(.lawCase, id), "改了存档")
      }
      #expect(await refusals { _ = try await scene.document(number, of: id) } == ["papers.broken-record"])
      #expect(try await scene.test.database.read { try PaperCheck.find(digest, $0) }.isEmpty)
    }
  }

  @Test(arguments: Store.both) func `a party's paper with gaps is refused, a record may be finished by hand`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.notify(id)
      let template = try #require(scene.test.house.papers["prior-notice"])
      var typing = Typed.full(template, on: scene.today)
      typing.texts = typing.texts.filter { !$0.key.contains(".") }
      let number = try await scene.change(.draftPaper) { [typing] in
        try scene.room.draft(
          NewPaper(template: "prior-notice", day: scene.today, typing: typing), in: id, as: [.officer], $0)
      }
      #expect(await refusals { try await scene.issue(number, of: id) } == ["casework.paper-gaps"])
      let details: [AgencyDetail: String] = [.address: "人民路1号", .phone: "0771-5550100"]
      try await scene.change(.agencyDetails, by: scene.head) { try scene.room.setAgency(details, $0) }
      #expect(try await scene.issue(number, of: id).number == "清卫医罚告〔2026〕1号")
      try await byHand(scene, id)
    }
  }

  private func byHand(_ scene: Scene, _ id: ID<Case>) async throws {
    let new = NewPaper(template: "file-index", day: scene.today)
    let number = try await scene.change(.draftPaper) { try scene.room.draft(new, in: id, as: [.officer], $0) }
    let issue = try await scene.change(.issuePaper) {
      try scene.room.issue(number, byHand: true, of: id, as: [.officer], $0)
    }
    #expect(issue.number == nil)
  }

  @Test(arguments: Store.both) func `officers make every paper, others those of their steps`(store: Store) async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      func drafting(_ template: String, _ person: Person, _ rights: Set<ActingRight>) async -> [String] {
        await refusals { _ = try await scene.draft(template, in: id, by: person, as: rights) }
      }
      #expect(await drafting("questioning", scene.second, [.officer]) == [])
      #expect(await drafting("questioning", scene.head, [.officer, .head]) == ["casework.paper-not-yours"])
      #expect(await drafting("discussion", scene.head, [.head]) == [])
      #expect(await drafting("legal-review", scene.head, [.reviewer]) == [])
      #expect(await drafting("legal-review", scene.head, [.head]) == ["casework.paper-not-yours"])
      #expect(await drafting("hearing-report", scene.head, [.presider]) == [])
    }
  }

  @Test(arguments: Store.both) func `the decision's paper carries the decision's number, once`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let early = try await scene.draft("decision", in: id)
      #expect(await refusals { try await scene.issue(early, of: id) } == ["casework.paper-step-not-taken"])
      try await scene.prepare(id, scene.fined())
      try await scene.decide(id, scene.fined())
      let number = try await scene.lawCase(id).decision?.number
      let draft = try await scene.draft("decision", in: id)
      #expect(try await scene.issue(draft, of: id).number == number)
      #expect(await refusals { try await scene.issue(early, of: id) } == ["casework.paper-number-given"])
      let words = String(decoding: try await scene.document(draft, of: id).record, as: UTF8.self)
      #expect(words.contains("罚款50,000元") && words.contains("伍万捌仟陆佰肆拾元伍角"))
    }
  }
}

extension Scene {
  func document(_ number: Int64, of id: ID<Case>) async throws -> PaperDocument {
    try await test.database.read { reader in
      let paper = try #require(try CasePaperStore.paper(number, of: id, reader))
      return try room.document(paper, reader)
    }
  }
}
