internal import Duties
internal import Inspection
package import Kit
internal import Law
internal import Offices
internal import Packs
internal import Procedure
package import Storage

/// Typical case (典型案例): a closed case told without its party. The name of the kind only; see `TypicalRecord`.
package enum Typical {}

extension Deed {
  package static let writeTypical = Deed("casework.write-typical")
  package static let publishTypical = Deed("casework.publish-typical")
  package static let confirmNoName = Deed("casework.confirm-no-name")
  package static let withdrawTypical = Deed("casework.withdraw-typical")
}

package enum TypicalState: String, CaseIterable, Sendable {
  case written, published, withdrawn

  var title: String {
    switch self {
    case .written: "等负责人批准"
    case .published: "已公布"
    case .withdrawn: "已撤下"
    }
  }
}

package struct TypicalRecord: Sendable {
  package let id: ID<Typical>
  package let county: County
  package let lawCase: ID<Case>
  package let title: String
  package let text: String
  package let state: TypicalState
  /// Who wrote it, and who approved it: never one person.
  package let author: Int64
  package let publishedOn: CivilDate?
  package let withdrawnFor: String?
}

extension Casework {
  static let typicalDuty = "typical.approval"

  /// Tells a closed case without its party (拟写典型案例), or writes the text anew; a published one has to be withdrawn first.
  /// The head owes the approval. Refuses open cases, and a text in which a name, an address or a number is left of the
  /// party, its representative, the people whom the papers name, or the officers.
  package func writeTypical(
    _ title: String, _ text: String, of id: ID<Case>, _ keys: Keys, _ tx: Transaction
  ) throws -> ID<Typical> {
    let record = try found(id, tx)
    guard record.state == .closed else { throw TypicalRefusal.notClosed(record.state) }
    let known = try TypicalStore.ofCase(id, tx)
    guard known?.state != .published else { throw TypicalRefusal.published }
    try refuseLeaks(title, text, record, keys, tx)
    let typical = TypicalRecord(
      id: known?.id ?? tx.world.newID(), county: tx.county, lawCase: id, title: title, text: text, state: .written,
      author: tx.actor.number, publishedOn: nil, withdrawnFor: nil)
    try TypicalStore.put(typical, tx)
    try oweApproval(record, tx)
    tx.tell(record.ref, "案件\(record.number)：拟写典型案例，报负责人批准", [Change("文字校验值", nil, SHA256.hex(of: text))])
    return typical.id
  }

  /// Approves and publishes it (批准公布). Refuses whoever wrote it, what does not wait, and what leaks all the same: the register
  /// may have learned a name since.
  package func publishTypical(of id: ID<Case>, _ keys: Keys, _ tx: Transaction) throws {
    let record = try found(id, tx)
    guard let typical = try TypicalStore.ofCase(id, tx), typical.state == .written else {
      throw TypicalRefusal.notWaiting
    }
    guard typical.author != tx.actor.number else { throw TypicalRefusal.ownText }
    try refuseLeaks(typical.title, typical.text, record, keys, tx)
    try TypicalStore.publish(typical.id, on: tx.today, by: tx.actor.number, tx)
    try Duties.settle(record.ref, kind: Self.typicalDuty, outcome: "已公布", tx)
    tx.tell(
      record.ref, "案件\(record.number)：批准公布典型案例", [Change("典型案例", typical.state.title, TypicalState.published.title)])
  }

  /// Takes it from the public page, or sends back what waits (撤下). The reason goes into the ledger.
  package func withdrawTypical(of id: ID<Case>, _ reason: String, _ tx: Transaction) throws {
    let record = try found(id, tx)
    guard let typical = try TypicalStore.ofCase(id, tx), typical.state != .withdrawn else {
      throw TypicalRefusal.notWaiting
    }
    try TypicalStore.withdraw(typical.id, reason, tx)
    try Duties.settle(record.ref, kind: Self.typicalDuty, outcome: "已撤下", tx)
    tx.tell(
      record.ref, "案件\(record.number)：撤下典型案例，\(reason)",
      [Change("典型案例", typical.state.title, TypicalState.withdrawn.title)])
  }

  /// With the result of a reconsideration or a suit: a story of a decision that fell or was changed is told no longer, nor
  /// may one that waits be published.
  func withdrawFallenTypical(_ outcome: String?, _ record: CaseRecord, _ tx: Transaction) throws {
    guard ["changed", "revoked", "redo"].contains(outcome), let typical = try TypicalStore.ofCase(record.id, tx),
      typical.state != .withdrawn
    else { return }
    try withdrawTypical(of: record.id, "决定经复议、诉讼：\(procedure.outcome(outcome ?? "", of: .challengeResult))", tx)
  }

  /// The head confirms that a word is no name (确认不是姓名), though a field for names held it: for this case it may then be told. It
  /// never lets the party, its place, an officer, an address or a number through. The ledger tells that a word was confirmed, and
  /// not which. Refuses open cases, and words that are not hidden as a name from a paper.
  package func confirmNoName(_ word: String, of id: ID<Case>, _ keys: Keys, _ tx: Transaction) throws {
    let record = try found(id, tx)
    guard record.state == .closed else { throw TypicalRefusal.notClosed(record.state) }
    let masking = try masking(record, keys, tx)
    guard masking.doubtful.contains(word), masking.hidden.contains(where: { $0.words == word }) else {
      throw TypicalRefusal.notDoubtful
    }
    try TypicalStore.addNoName(word, of: id, tx)
    tx.tell(record.ref, "案件\(record.number)：确认文书里的一个词不是姓名，典型案例里可以写")
  }

  private func refuseLeaks(
    _ title: String, _ text: String, _ record: CaseRecord, _ keys: Keys, _ tx: Transaction
  ) throws {
    let masking = try masking(record, keys, tx)
    let wrong = [("title", title), ("text", text)].flatMap { field, text in
      masking.leaks(text).map { TypicalRefusal.leak(field, $0) }
    }
    guard wrong.isEmpty else { throw Refusals(wrong) }
  }

  private func oweApproval(_ record: CaseRecord, _ tx: Transaction) throws {
    let isOwed = try Duties.waiting(on: record.ref, tx).contains { $0.kind == Self.typicalDuty }
    let heads = try Offices.people(in: tx.county, holding: .caseDecide, roles: roles, tx)
    guard !isOwed, let head = heads.first(where: { $0.id.value != tx.actor.number }) else { return }
    let term = try law.due("typical.approval", from: tx.today)
    try Duties.owe(
      NewDuty(
        kind: Self.typicalDuty, title: "案件\(record.number)：批准典型案例", subject: record.ref, owner: head.id, term: term,
        from: tx.today, basis: term.term.provenance.source), tx)
  }
}

enum TypicalRefusal: Refusal, Equatable {
  case notClosed(CaseState)
  case published
  case notWaiting
  case ownText
  case notDoubtful
  case leak(String, Leak)

  var code: String {
    switch self {
    case .notClosed: "typical.not-closed"
    case .published: "typical.published"
    case .notWaiting: "typical.not-waiting"
    case .ownText: "typical.own-text"
    case .notDoubtful: "typical.not-doubtful"
    case .leak(_, let leak): "typical.leak-\(leak.kind.rawValue)"
    }
  }

  var sentence: String {
    switch self {
    case .notClosed(let state): "案件现在是“\(state.title)”，结案以后才能写成典型案例。"
    case .published: "典型案例已经公布，要改先撤下。"
    case .notWaiting: "没有等着批准的典型案例，可能别人刚刚办过。"
    case .ownText: "这是你写的，要由别的负责人批准。"
    case .notDoubtful: "这个词没有被当作文书里的姓名，不用确认；当事人、现场、办案人员的名称和地址、号码不能确认。"
    case .leak(let field, let leak): "\(field == "title" ? "标题" : "正文")里还有\(leak.kind.title)：“\(leak.text)”。"
    }
  }

  var field: String? {
    switch self {
    case .leak(let field, _): field
    case .notDoubtful: "word"
    default: nil
    }
  }

  var next: String? {
    switch self {
    case .leak(_, let leak) where leak.kind == .name: "改成“某诊所”“张某”，或者删去；不是姓名的词，请负责人在案件页“典型案例”里确认。"
    case .leak(_, let leak): leak.kind == .address ? "改成“某地”，或者删去。" : "删去，或者写“（略）”。"
    case .notDoubtful: "照着提示里引号中的词写，一次一个。"
    case .notWaiting: "刷新页面看最新情况。"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .leak, .notDoubtful: .invalid
    case .ownText: .forbidden
    default: .conflict
    }
  }
}
