internal import Kit
internal import Offices
internal import Storage
internal import Web

/// The two forms of an approval, the same for plans and for papers of the office.
extension Campaign {
  /// Sends a matter to the person that was chosen.
  func ask(
    _ call: Call, _ form: Form, _ deed: Deed, _ matter: @escaping @Sendable (Reader) throws -> ApprovalMatter
  ) async throws {
    let reader = FormReader(form)
    let approver = reader.id("approver", "由谁审定", Account.self)
    let due = reader.date("due", "哪天以前审定")
    try reader.done()
    try await call.change(deed) { [roles] in
      try Approvals.ask(try matter($0), of: approver, by: due, roles: roles, $0)
    }
  }

  /// Approves or returns it; `then` is part of the deed that approves.
  func decide(
    _ call: Call, _ form: Form, _ deed: Deed, _ matter: @escaping @Sendable (Reader) throws -> ApprovalMatter,
    then: @escaping @Sendable (Transaction) throws -> Void = { _ in }
  ) async throws {
    let reader = FormReader(form)
    let answer = form.value("decision")
    if answer != "approve", answer != "return" { reader.refuse("decision", "还没有选同意还是退回。") }
    let reason = reader.maybeText("reason", "退回的理由", most: 300)
    try reader.done()
    let (isApproved, seen, viewer) = (answer == "approve", form.value("digest") ?? "", try call.person())
    try await call.change(deed, reason: isApproved ? nil : reason) {
      try Approvals.decide(
        try matter($0), seen: seen, approve: isApproved, reason: isApproved ? nil : reason, by: viewer, $0)
      if isApproved { try then($0) }
    }
  }

  func approval(_ matter: ApprovalMatter, base: Link, _ call: Call, _ reader: Reader) throws -> ApprovalPages {
    ApprovalPages(
      matter, try ApprovalStore.all(of: matter.ref, reader),
      people: try Offices.people(in: try call.county(), holding: .campaignApprove, roles: roles, reader),
      viewer: try call.person(), base: base, today: call.today)
  }
}
