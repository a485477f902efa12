package import Kit
package import Offices
package import Storage

/// Giving a duty to somebody else (改派) and giving back what was done (退回), for every room: one deed, one form (`GivingForm`), one
/// set of refusals (`GivingRefusal`).
package enum Giving {
  /// What somebody owes on a record goes to another of those who can do it; the date stays. Who may order it the room asks.
  ///
  /// Refuses a person who is not among them, what nobody owes any more, and whoever owes it already.
  /// Example: a liaison has left, the office gives what he was to file to another of his agency.
  package static func handOn(
    _ record: Ref, kind: String, to owner: ID<Account>, among able: [Person], _ tx: Transaction
  ) throws {
    guard let person = able.first(where: { $0.id == owner }) else { throw GivingRefusal.notThere }
    guard let duty = try Duties.waiting(on: record, tx).first(where: { $0.kind == kind }) else {
      throw GivingRefusal.settled
    }
    guard duty.owner != owner else { throw GivingRefusal.same }
    try move(record, kind, to: person, tx)
  }

  /// The same without asking who can, for a room that asked; told on the record.
  package static func move(_ record: Ref, _ kind: String, to person: Person, _ tx: Transaction) throws {
    try Duties.handOver(record, kind: kind, to: person.id, tx)
    tx.tell(record, "交给\(person.label)", [Change("责任人", nil, person.label)])
  }

  /// Who owes once more what was given back: who owed it last while he can, else one of the liaisons, else the first who can. Nil where
  /// nobody can.
  package static func heir(of last: ID<Account>?, liaisons: [ID<Account>], among able: [Person]) -> ID<Account>? {
    let person = able.first { $0.id == last } ?? able.first { liaisons.contains($0.id) } ?? able.first
    return person?.id
  }

  /// Refuses a day that has passed: nobody can be given back what is late already.
  package static func refusePast(_ due: CivilDate, _ tx: Transaction) throws {
    guard due >= tx.today else { throw GivingRefusal.past(today: tx.today) }
  }
}

/// Why a duty cannot be given to somebody, or back.
package enum GivingRefusal: Refusal, Equatable {
  case notThere, settled, same
  case cannotOpen(String)
  case past(today: CivilDate)

  package var code: String {
    switch self {
    case .notThere: "giving.not-there"
    case .settled: "giving.settled"
    case .same: "giving.same"
    case .cannotOpen: "giving.cannot-open"
    case .past: "giving.past"
    }
  }

  package var sentence: String {
    switch self {
    case .notThere: "选的人不在能办这件事的人里：要在岗，岗位要能打开它。"
    case .settled: "已经办了，不用改派。"
    case .same: "现在就由这个人办。"
    case .cannotOpen(let person): "\(person)的岗位打不开这些事，接不了。"
    case .past(let today): "新的日期不能早于今天（\(today.iso)）。"
    }
  }

  package var next: String? {
    switch self {
    case .settled: "刷新页面，看现在的状态。"
    case .past: "换一个日期。"
    default: "换一个人。"
    }
  }

  package var field: String? {
    switch self {
    case .notThere, .same: "owner"
    case .past: "due"
    default: nil
    }
  }

  package var status: RefusalStatus { self == .settled ? .conflict : .invalid }
}
