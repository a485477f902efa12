internal import Duties
import Foundation
package import Kit
internal import Law
internal import Offices
internal import Packs
package import Storage
package import Web

/// Dereliction note (失职线索): what somebody noticed on a case that concerns officials, for the discipline inspection alone. The
/// name of the kind only; see `DerelictionRecord`.
package enum Dereliction {}

extension RefKind { package static let dereliction = RefKind("dereliction") }

extension Permission {
  /// Opens sealed notes. For the discipline inspection (纪检监察机关) and nobody else.
  package static let derelictionOpen = Permission("dereliction.open")
}

extension Deed {
  package static let noteDereliction = Deed("casework.note-dereliction")
  package static let openDereliction = Deed("casework.open-dereliction")
  package static let answerDereliction = Deed("casework.answer-dereliction")
}

package enum DerelictionState: String, CaseIterable, Sendable {
  case sealed, opened, answered

  var title: String {
    switch self {
    case .sealed: "封存，等纪检监察机关开启"
    case .opened: "已开启"
    case .answered: "有结果"
    }
  }
}

/// What may be known without opening it: not even the case stands here.
package struct DerelictionRecord: Sendable {
  package let id: ID<Dereliction>
  package let county: County
  package let author: Int64
  package let at: Instant
  package let state: DerelictionState
  package let result: String?
}

/// What was sealed.
package struct DerelictionNote: Sendable, Hashable {
  package let lawCase: String
  package let text: String

  package init(lawCase: String, text: String) {
    self.lawCase = lawCase
    self.text = text
  }

  func sealed(for id: ID<Dereliction>, _ keys: Keys, _ world: World) throws -> String {
    try SealedText.seal(Array(try JSONEncoder().encode([lawCase, text])), for: Self.subject(id), keys, world)
  }

  /// Nil where the folder's key does not open it.
  static func open(_ sealed: String, of id: ID<Dereliction>, _ keys: Keys) throws -> DerelictionNote? {
    guard let plain = try SealedText.open(sealed, for: subject(id), keys),
      let parts = try? JSONDecoder().decode([String].self, from: Data(plain)), parts.count == 2
    else { return nil }
    return DerelictionNote(lawCase: parts[0], text: parts[1])
  }

  private static func subject(_ id: ID<Dereliction>) -> String { "dereliction:\(id)" }
}

extension Casework {
  static let derelictionDuty = "dereliction.open"

  /// Seals a note for the discipline inspection (封存移送失职线索). The ledger tells that there is one, not on which case, and it
  /// stands in nobody's list but theirs. Refuses where nobody could open it.
  package func noteDereliction(_ text: String, on id: ID<Case>, _ keys: Keys, _ tx: Transaction) throws -> ID<
    Dereliction
  > {
    let record = try Self.anyCase(id, tx)
    guard let reader = try Offices.people(over: tx.county, holding: .derelictionOpen, roles: roles, tx).first?.person
    else {
      throw DerelictionRefusal.nobody
    }
    let new = tx.world.newID(Dereliction.self)
    let sealed = try DerelictionNote(lawCase: record.number, text: text).sealed(for: new, keys, tx.world)
    try DerelictionStore.insert(new, sealed, by: tx.actor.number, tx)
    // Its ladder is sealed: nobody but the owner knows of the duty, and its title says nothing to whoever reads the ledger.
    let term = try law.due("dereliction.opening", from: tx.today)
    try Duties.owe(
      NewDuty(
        kind: Self.derelictionDuty, title: "一份封存的材料等待开启", subject: Ref(.dereliction, new), owner: reader.id, term: term,
        from: tx.today, basis: term.term.provenance.source), tx)
    tx.tell(Ref(.dereliction, new), "封存移送一份失职线索")
    return new
  }

  /// Opens it (开启). Each time stands in the ledger with its reason. Whoever opens it owes the answer from then on: a sealed
  /// duty changes hands in no other way.
  package static func openDereliction(_ id: ID<Dereliction>, _ keys: Keys, _ tx: Transaction) throws -> DerelictionNote
  {
    guard let sealed = try DerelictionStore.sealed(id, tx) else { throw MissingRecord("份线索") }
    guard let note = try DerelictionNote.open(sealed, of: id, keys) else { throw DerelictionRefusal.sealBroken }
    try DerelictionStore.setOpened(id, tx)
    try Duties.handOver(Ref(.dereliction, id), kind: derelictionDuty, to: ID(tx.actor.number), tx)
    tx.tell(Ref(.dereliction, id), "开启一份封存的失职线索")
    return note
  }

  /// What came of it, for whoever wrote it: nothing else comes back. Refuses a second result, and one before it was opened.
  package static func answerDereliction(_ id: ID<Dereliction>, _ result: String, _ tx: Transaction) throws {
    guard let record = try DerelictionStore.find(id, tx), record.county == tx.county else { throw MissingRecord("份线索") }
    guard record.state == .opened else { throw DerelictionRefusal.notOpened(record.state) }
    try DerelictionStore.setResult(result, of: id, tx)
    try Duties.settle(Ref(.dereliction, id), kind: derelictionDuty, outcome: "已反馈", tx)
    tx.tell(Ref(.dereliction, id), "反馈一份失职线索的结果")
  }
}

enum DerelictionRefusal: Refusal, Equatable {
  case nobody
  case sealBroken
  case notOpened(DerelictionState)

  var code: String {
    switch self {
    case .nobody: "dereliction.nobody"
    case .sealBroken: "dereliction.seal-broken"
    case .notOpened: "dereliction.not-opened"
    }
  }

  var sentence: String {
    switch self {
    case .nobody: "纪检监察机关在本系统还没有账号，封存了没有人能开启，所以没有保存。"
    case .sealBroken: "这份线索用现在的密钥打不开。"
    case .notOpened(let state): "这份线索现在是“\(state.title)”，不能反馈结果。"
    }
  }

  var next: String? {
    switch self {
    case .nobody: "请用纸质密封移送，或者请安全管理员给纪检监察机关开通账号。"
    case .sealBroken: "请技术人员核对数据文件夹里的密钥和备份。"
    case .notOpened: "先开启，再反馈；反馈过的不能改。"
    }
  }

  var status: RefusalStatus { self == .nobody ? .invalid : .conflict }
}
