internal import Casework
internal import Kit
internal import Law
package import Offenders
package import Offices
package import Storage
internal import Transfers
package import Web

/// Recurrence (再犯提示): somebody who was penalised twice for illegal practice acts again, and the head decides within days
/// whether the matter goes to the police.
///
/// - `Act/`: the new act (case, visit, clue) of a person of the register, the count behind it, the alert as a duty, the
///   decision of the head; panels on the case and on the person.
/// - `Reading/`: which reading of the disputed point the agency chose.
/// - `Checks/`: no alert is lost.
package struct Recurrence: Room {
  let counting: Counting
  let roles: RoleBook

  package init(counting: Counting, roles: RoleBook) {
    self.counting = counting
    self.roles = roles
  }

  package var schema: [SchemaChange] { RecurrenceSchema.changes }
  package var checks: [Check] { RecurrenceChecks.all }
  package var routes: [Route] { ActRoutes(room: self).routes + ReadingRoutes(room: self).routes }
  package var jobs: [Job] { [sweepJob] }

  package var navigation: [NavigationItem] {
    [NavigationItem(56, sign: "再", title: "再犯提示", link: "/recurrences", permission: .recurrenceSee)]
  }

  package var records: [RecordKind] {
    [
      RecordKind(
        .recurrence, noun: "件再犯提示", see: .recurrenceSee, link: { Link("/recurrences/\(ID<NewAct>($0))") }
      ) { number, reader in
        guard let act = try ActStore.find(ID(number), reader) else { return nil }
        // Who keeps away from the party of the case keeps away from this decision.
        let premises = try act.lawCase.flatMap { try Casework.lawCase($0, reader)?.premises }
        return RecordFace(
          title: act.title, place: Placement(county: act.county, owner: act.head?.value ?? 0),
          parties: [act.subject] + [premises].compactMap { $0 })
      }
    ]
  }

  package var panels: [Panel] {
    [
      Panel(on: .lawCase, order: 58) { try ActPanel.ofCase($0, $1, self, $2) },
      Panel(on: .offender, order: 20) { try ActPanel.ofPerson($0, $1, self, $2) },
    ]
  }

  package var handOvers: [HandOver] { [handOver] }
}
