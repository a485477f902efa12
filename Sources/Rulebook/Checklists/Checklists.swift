package import Kit
internal import Law
package import Storage

/// The doors of other rooms to checklists.
extension Rulebook {
  /// All checklists as they hold in a county on a day, in the order of the packs. What a visit was planned with stays with
  /// the visit.
  package func checklists(in county: County, on day: CivilDate, _ reader: Reader) throws -> [HeldChecklist] {
    let editions = try EditionStore.inForce(in: county, on: day, reader)
    return law.checklists.map { held(HeldChecklist($0), editions[$0.id]) }
  }

  /// One of them. Refuses ids that the packs do not hold.
  package func checklist(_ id: String, in county: County, on day: CivilDate, _ reader: Reader) throws -> HeldChecklist {
    held(try packed(id), try EditionStore.inForce(in: county, on: day, reader)[id])
  }

  func packed(_ id: String) throws -> HeldChecklist {
    guard let list = law.checklists.first(where: { $0.id == id }) else { throw RulebookRefusal.unknownChecklist }
    return HeldChecklist(list)
  }

  private func held(_ pack: HeldChecklist, _ edition: Edition?) -> HeldChecklist {
    guard let edition, let items = edition.items else { return pack }
    return pack.with(items, edition: edition.number)
  }
}
