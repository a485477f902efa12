package import Casework
internal import Kit
package import Law
package import Offices
package import Papers
package import Storage
package import Web

/// Transfer of suspected crimes (行刑衔接): from the check of the threshold to the sentence.
///
/// - `Threshold/` 移送标准: crimes of `Content/transfer/`, the pure judgement, checks as they were recorded.
/// - `Transfer/` 移送: values, the state machine, the deeds, the terms as duties, pages of our agency.
/// - `Package/` 移送包: one file with hashes that anybody can check.
/// - `Doors/`: what the police (`Received…`) and the procuratorate (`Oversight…`) see, and nothing else.
/// - `Incident/` 妨碍执法: obstruction on site. `Figures/`, `Checks/`: figures of a campaign, what must never be found.
package struct Transfers: Room {
  let law: LawContent
  let roles: RoleBook
  let casework: Casework
  let crimes: CrimeBook
  let papers: PaperBook
  let above: TransferQuestions

  package init(
    law: LawContent, roles: RoleBook, casework: Casework, crimes: CrimeBook, papers: PaperBook,
    above: TransferQuestions = .none
  ) {
    self.above = above
    self.law = law
    self.roles = roles
    self.casework = casework
    self.crimes = crimes
    self.papers = papers
  }

  package var schema: [SchemaChange] { TransferSchema.changes }
  package var checks: [Check] { TransferChecks(room: self).all }
  package var routes: [Route] {
    ThresholdRoutes(room: self).routes + TransferRoutes(room: self).routes + RecordRoutes(room: self).routes
      + ReceivedRoutes(room: self).routes + OversightRoutes(room: self).routes + IncidentRoutes(room: self).routes
  }

  package var navigation: [NavigationItem] {
    [
      NavigationItem(55, sign: "移", title: "移送", link: "/transfers", permission: .transferSee),
      NavigationItem(55, sign: "移", title: "移送来的案件", link: "/received", permission: .transferAnswer),
      NavigationItem(55, sign: "监", title: "立案监督", link: "/oversight", permission: .transferWatch),
    ]
  }

  package var records: [RecordKind] {
    [
      kind(.transfer, see: .transferSee, link: { Link("/transfers/\(ID<Transfer>($0))") }) { _ in true },
      kind(.received, see: .transferAnswer, link: { Link("/received/\(ID<Transfer>($0))") }) { $0.state.isHandedOver },
      kind(.watched, see: .transferWatch, link: { Link("/oversight/\(ID<Transfer>($0))") }) {
        $0.state.isHandedOver || $0.state.isDenied
      },
    ]
  }

  /// To whom `isShown` is false, there is no such record.
  private func kind(
    _ kind: RefKind, see: Permission, link: @escaping @Sendable (Int64) -> Link,
    isShown: @escaping @Sendable (TransferRecord) -> Bool
  ) -> RecordKind {
    RecordKind(kind, noun: "件移送", see: see, link: link) { number, reader in
      guard let record = try TransferStore.find(ID(number), reader), isShown(record) else { return nil }
      // Who keeps away from the party keeps away from its transfer.
      let premises = try Casework.lawCase(record.lawCase, reader)?.premises
      return RecordFace(
        title: record.title, place: record.place,
        parties: [Ref(.lawCase, record.lawCase)] + [premises].compactMap { $0 })
    }
  }

  package var panels: [Panel] {
    [Panel(on: .lawCase, order: 60) { ref, viewer, reader in try TransferPanel.make(ref, viewer, self, reader) }]
  }

  package var handOvers: [HandOver] { [handOver] }
}
