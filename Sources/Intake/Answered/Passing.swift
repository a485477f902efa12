import Duties
import Kit
import Law
import Offices
package import Storage
import Web

/// Passing on (转告): the custodian tells a named reporter what was answered. The record of the custodian's task is the clue's, under a
/// kind of its own: a custodian may not see clues.
enum CluePassing {}

extension RefKind { static let cluePassing = RefKind("clue-passing") }

extension Deed { package static let passAnswer = Deed("intake.pass-answer") }

extension Intake {
  static let passingDuty = "clue.passing"

  /// Nobody owes it where the reporter is anonymous, or the county has no custodian: then the code is the only way.
  func owePassing(_ clue: ClueRecord, _ tx: Transaction) throws {
    guard try ReporterStore.isNamed(clue.id, tx),
      let custodian = try Offices.people(in: tx.county, holding: .reporterOpen, roles: roles, tx).first
    else { return }
    let term = try law.due("report.passing", from: tx.today)
    try Duties.owe(
      NewDuty(
        kind: Self.passingDuty, title: "把线索\(clue.number)的答复转告举报人", subject: Ref(.cluePassing, clue.id),
        owner: custodian.id, term: term, from: tx.today, basis: term.term.basis), tx)
  }

  /// The custodian passed the last answer on. Refuses where nothing waits to be passed on.
  static func pass(_ id: ID<Clue>, _ way: PassingWay, _ tx: Transaction) throws {
    let waiting = try Duties.waiting(on: Ref(.cluePassing, id), tx).contains { $0.kind == passingDuty }
    guard waiting, let clue = try ClueStore.find(id, tx), let answer = try AnsweredStore.last(of: id, tx) else {
      throw ReporterRefusal.nothingToPass
    }
    try AnsweredStore.setPassed(answer.id, way, tx)
    try Duties.settle(Ref(.cluePassing, id), kind: passingDuty, outcome: way.title, tx)
    tx.tell(clue.ref, "把线索\(clue.number)的答复转告举报人（\(way.title)）")
  }

  static let passingRecord = RecordKind(
    .cluePassing, noun: "件转告", see: .reporterOpen, link: { Link("/reporters/\(ID<Clue>($0))/pass") }
  ) { number, reader in
    try ClueStore.find(ID(number), reader).map {
      RecordFace(title: "线索\($0.number)的转告", place: Placement(county: $0.county))
    }
  }
}
