package import Casework
package import Kit
internal import Offices
internal import Packs
package import Storage

/// A check of the threshold (核对移送标准): the name of the kind only; see `CheckRecord`.
package enum ThresholdCheck {}

/// One check, as it was answered on its day; never changed, a new one is recorded instead.
package struct CheckRecord: Sendable {
  package let id: ID<ThresholdCheck>
  package let lawCase: ID<Case>
  package let crime: String
  package let title: String
  package let article: String
  package let isFirm: Bool
  package let verdict: Verdict
  /// Question and answer, in words.
  package let answers: [String]
  /// Earlier penalties of the person, one per line as typed.
  package let earlier: String
  package let note: String
  package let on: CivilDate
}

/// What somebody answered.
package struct NewCheck: Sendable {
  package let crime: String
  package let answers: [String: CrimeAnswer]
  package let earlier: String
  package let note: String

  package init(crime: String, answers: [String: CrimeAnswer], earlier: String = "", note: String = "") {
    self.crime = crime
    self.answers = answers
    self.earlier = earlier
    self.note = note
  }
}

extension Deed {
  package static let checkThreshold = Deed("transfers.check")
}

extension Transfers {
  /// Records a check with its answers and the verdict that followed from them. Refuses crimes that no pack knows and closed
  /// cases. Transfers nothing: the head decides. Source: 《行政执法机关移送涉嫌犯罪案件的规定》第三条.
  @discardableResult
  package func check(_ lawCase: ID<Case>, _ new: NewCheck, _ tx: Transaction) throws -> CheckRecord {
    let record = try Casework.mayAct(on: lawCase, tx)
    guard record.state != .closed else { throw TransferRefusal.caseClosed(record.number) }
    guard let crime = crimes[new.crime] else { throw TransferRefusal.crimeUnknown }
    let verdict = crime.judge(new.answers)
    let answers = crime.elements.map { "\($0.ask)：\(new.answers[$0.key]?.words ?? "不清楚")" }
    let check = CheckRecord(
      id: tx.world.newID(), lawCase: lawCase, crime: crime.id, title: crime.title, article: crime.article,
      isFirm: crime.provenance.confidence.isFirm, verdict: verdict, answers: answers, earlier: new.earlier,
      note: new.note,
      on: tx.today)
    try ThresholdStore.insert(check, crime.provenance.confidence, tx)
    tx.tell(record.ref, "对案件\(record.number)核对\(crime.title)的移送标准：\(verdict.outcome.title)")
    return check
  }

  /// The newest check of each crime, the newest first.
  package static func checks(of lawCase: ID<Case>, _ reader: Reader) throws -> [CheckRecord] {
    var seen: Set<String> = []
    return try ThresholdStore.checks(of: lawCase, reader).filter { seen.insert($0.crime).inserted }
  }
}
