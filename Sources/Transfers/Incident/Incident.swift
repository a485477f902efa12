package import Casework
package import Kit
internal import Procedure
package import Storage

/// Obstruction on site (妨碍执法、暴力抗法): what happened, who was hurt, whether the police were called. Append only.
package struct Incident: Sendable {
  package let id: ID<Incident>
  package let on: CivilDate
  package let place: String
  package let words: String
  package let injured: Int64
  package let injuries: String
  package let calledPolice: Bool
  /// Number of the police's receipt (接警回执、受案回执).
  package let receipt: String?
}

package struct NewIncident: Sendable {
  package let on: CivilDate
  package let place: String
  package let words: String
  package let injured: Int64
  package let injuries: String
  package let calledPolice: Bool
  package let receipt: String?

  package init(
    on: CivilDate, place: String, words: String, injured: Int64 = 0, injuries: String = "", calledPolice: Bool,
    receipt: String? = nil
  ) {
    self.on = on
    self.place = place
    self.words = words
    self.injured = injured
    self.injuries = injuries
    self.calledPolice = calledPolice
    self.receipt = receipt
  }
}

extension Deed { package static let recordIncident = Deed("transfers.incident") }

extension Transfers {
  /// Records an incident on a case, with its pictures on the case. Refuses days to come, and an archived case: its file stands.
  package func record(
    _ new: NewIncident, on lawCase: ID<Case>, _ files: [StagedFile] = [], _ attachments: Attachments, _ tx: Transaction
  ) throws {
    let record = try Casework.mayAct(on: lawCase, tx)
    guard record.stage != .archived else { throw TransferRefusal.archived(record.number) }
    guard new.on <= tx.today else { throw TransferRefusal.dateInFuture(tx.today) }
    try IncidentStore.insert(tx.world.newID(), new, of: lawCase, tx)
    for file in files { try attachments.attach(file, to: record.ref, tx) }
    tx.tell(record.ref, "登记案件\(record.number)的妨碍执法，受伤 \(new.injured) 人，\(new.calledPolice ? "已报警" : "没有报警")")
  }
}
