import Testing
package import Web

/// The steps between filing and decision that every penalty needs, through the pages as officer and head take them: a
/// questioning, the end of the investigation, the notice with what is to be decided, its service, the party's waiver, and
/// the discussion that heavy penalties owe.
///
/// `lawCase` is the address of the case, fresh from its filing; `penalty` the fields that notice and decision share.
package func prepareDecision(
  _ lawCase: String, _ penalty: [(String, String)], by officer: Visitor, _ head: Visitor, on day: String
) async throws {
  let on = [("on", day)]
  let steps: [(Visitor, String, [(String, String)])] = [
    (officer, "steps/questioning", [("note", "当事人承认。")]), (officer, "steps/investigation-end", [("note", "事实清楚。")]),
    (officer, "steps/prior-notice", penalty + [("told", "yes")]),
    (officer, "steps/service", [("about", "4"), ("way", "direct")]),
    (officer, "steps/waiver", [("outcome", "both")]), (head, "approvals/discussion", [("note", "一致同意。")]),
  ]
  for (visitor, path, fields) in steps {
    let answer = try await visitor.post("\(lawCase)/\(path)", on + fields)
    #expect(answer.status == 303, "\(path): \(answer.text.suffix(3000))")
  }
}

/// What follows a decision before it may be closed, besides the money: the party has it.
package func serveDecision(_ lawCase: String, by officer: Visitor, on day: String) async throws {
  let answer = try await officer.post("\(lawCase)/steps/service", [("on", day), ("about", "8"), ("way", "direct")])
  #expect(answer.status == 303, "\(answer.text.suffix(3000))")
}
