internal import Kit
internal import Law
internal import Storage
internal import Web

struct ApprovalRoutes {
  let rulebook: Rulebook

  var routes: [Route] {
    [
      Route.look("/law/approve", .may(.ruleApprove)) { call, reader in
        guard let name = call.asked("value") else { return .redirect("/law/unverified") }
        return .page(try form(name, call, reader, nil))
      },
      Route.act("/law/approve", .may(.ruleApprove), body: Self.papers) { call in
        try await call.submit { form in
          let (new, files) = try read(form)
          let attachments = call.database.attachments
          let id = try await call.change(.approveValue) { tx in
            let id = try rulebook.approve(new, tx)
            for file in files { try attachments.attach(file, to: Ref(.approval, id), tx) }
            return id
          }
          return .redirect("/law/approvals/\(id)")
        } again: { state, reader in
          try form(state.form.value("value") ?? "", call, reader, state)
        }
      },
      Route.look("/law/approvals/:id", .may(.lawSee, on: .approval)) { call, reader in
        .page(try record(call, reader, .empty))
      },
      Route.act("/law/approvals/:id/withdraw", .may(.ruleApprove, on: .approval)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let reason = read.text("reason", "撤回的理由", most: 300)
          try read.done()
          let id = try call.id(Approval.self)
          try await call.change(.withdrawApproval, reason: reason) { try rulebook.withdraw(id, because: reason, $0) }
          return .redirect("/law/approvals/\(id)")
        } again: { state, reader in
          try record(call, reader, state)
        }
      },
    ]
  }

  /// Copies of the statute or the reply: five papers.
  static let papers = BodyLimit(megabytes: 32, eachFile: 20, files: 5)

  private func read(_ form: Form) throws -> (NewApproval, [StagedFile]) {
    let read = FormReader(form)
    let new = NewApproval(
      name: read.text("value", "要核准的内容"), seen: read.text("seen", "看到的内容"),
      document: read.text("document", "依据的文件"), day: read.date("day", "核准日期"),
      note: read.maybeText("note", "说明", most: 1000))
    try read.done()
    return (new, read.files("files"))
  }

  /// `state` nil for a fresh form.
  private func form(_ name: String, _ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    guard let value = rulebook.law.value(name) else { throw RulebookRefusal.unknownValue }
    let standing = try rulebook.standing(of: value, in: try call.county(), reader)
    let fresh = FormState.filled([("day", call.today.iso)])
    return ApprovalPages.form(value, standing, state ?? fresh, today: call.today)
  }

  private func record(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (id, viewer, attachments) = (try call.id(Approval.self), try call.person(), call.database.attachments)
    guard let approval = try ApprovalStore.find(id, reader) else { throw MissingRecord("次核准") }
    let value = rulebook.law.value(approval.name)
    let newest = try ApprovalStore.newest(of: approval.name, in: approval.county, reader)
    return ApprovalPages.record(
      approval, value, isNewest: newest?.id == id, viewer: viewer,
      files: try attachments.list(of: Ref(.approval, id), reader),
      history: try LedgerReading.history(of: Ref(.approval, id), reader), today: call.today, state)
  }
}
