import Kit
package import Storage
package import Web

extension Permission { package static let handOver = Permission("handover.work") }
extension Deed { package static let handOver = Deed("offices.hand-over") }

extension Offices {
  /// Everything that one person has open moves to another, in one act: leave for good, transfer, retirement.
  ///
  /// All or nothing: where the receiver may not have one piece (no right, no certificate, already the other officer),
  /// the whole act is refused with that piece's name. Answers how much moved.
  static func handOver(
    from: Person, to: Person, because reason: String, _ parts: [HandOver], _ tx: Transaction
  ) throws -> [(noun: String, count: Int)] {
    guard from.id != to.id else { throw HandOverRefusal.samePerson }
    guard to.isActive, to.county == from.county else { throw HandOverRefusal.notHere(to.name) }
    var moved: [(noun: String, count: Int)] = []
    for part in parts {
      let records = try part.open(from.id.value, tx)
      for record in records { try part.move(record, from.id.value, to.id.value, tx) }
      if !records.isEmpty { moved.append((part.noun, records.count)) }
    }
    guard !moved.isEmpty else { throw HandOverRefusal.nothing(from.name) }
    let words = moved.map { "\($0.noun) \($0.count) 件" }.joined(separator: "、")
    tx.tell(
      Ref(.account, from.id), "把\(from.label)手上的\(words)全部交给\(to.label)，事由：\(reason)",
      [Change("经办人", from.label, to.label)])
    return moved
  }
}

enum HandOverRefusal: Refusal {
  case samePerson
  case notHere(String)
  case nothing(String)

  var code: String {
    switch self {
    case .samePerson: "hand-over.same-person"
    case .notHere: "hand-over.not-here"
    case .nothing: "hand-over.nothing"
    }
  }

  var sentence: String {
    switch self {
    case .samePerson: "交出人和接收人是同一个人。"
    case .notHere(let name): "\(name)不是本县在用的账号，不能接收。"
    case .nothing(let name): "\(name)手上没有没办完的事，不用交接。"
    }
  }

  var field: String? { "to" }
  var next: String? { self.code == "hand-over.nothing" ? "可以直接停用账号。" : "请另选接收人。" }
  var status: RefusalStatus { .invalid }
}
