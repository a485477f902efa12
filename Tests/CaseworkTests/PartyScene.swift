import App
import Duties
import Intake
import Kit
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// What tests of the party share: a code, and what the party sends with it.
extension Scene {
  var keys: Keys { test.database.folder.keys }

  func code(of id: ID<Case>, by person: Bool = true) async throws -> QueryCode {
    let keys = keys
    return try await change(.partyCode, by: person ? officer : head) { try self.room.renewPartyCode(of: id, keys, $0) }
  }

  @discardableResult
  func send(_ sending: PartySending, _ code: QueryCode) async throws -> PartyReceipt {
    let (keys, attachments) = (keys, test.database.attachments)
    let hash = code.hash(key: keys.lookup)
    return try await test.database.change(Cast.county, by: .party, deed: sending.act.deed) {
      try self.room.receive(sending, code: hash, keys, attachments, $0)
    }
  }

  /// A notice of a fine, served; the hearing is told.
  func notice(_ id: ID<Case>, fine: Int64 = 50_000) async throws {
    try await take(NewStep(.questioning, on: today), in: id)
    try await take(NewStep(.investigationEnd, on: today), in: id)
    try await take(NewStep(.priorNotice, on: today, facts: Scene.fine(fine)), in: id)
    try await serve(4, of: id)
  }

  static func fine(_ yuan: Int64) -> StepFacts {
    var facts = StepFacts()
    (facts.penalties, facts.fine, facts.told) = (["fine"], Money(yuan: yuan), true)
    return facts
  }

  static func outcome(_ outcome: String) -> StepFacts {
    var facts = StepFacts()
    facts.outcome = outcome
    return facts
  }

  func duties(of id: ID<Case>) async throws -> Set<String> {
    let ref = try await lawCase(id).ref
    return try await test.database.read { Set(try Duties.waiting(on: ref, $0).map(\.kind)) }
  }

  /// As the party's browser gets it.
  func page(_ code: QueryCode) async throws -> Answer { try await Visitor(test).post("/party", [("code", code.text)]) }
}
