package import Kit
import Offices
package import Storage

extension Registers {
  /// Puts an unlicensed site on file, as active. It may be called within another room's deed: it tells the ledger its
  /// own sentence on the site.
  ///
  /// Refuses a site without name or address, a town of another county, and a second site of the same name and address.
  package static func addSite(_ new: NewSite, _ tx: Transaction) throws -> ID<UnlicensedSite> {
    guard !new.name.trimmed.isEmpty, !new.address.trimmed.isEmpty else { throw SiteRefusal.incomplete }
    guard try new.town == 0 || Offices.towns(of: tx.county, on: tx.today, tx).contains(where: { $0.number == new.town })
    else { throw SiteRefusal.unknownTown }
    let site = SiteRecord(
      id: tx.world.newID(), county: tx.county, name: new.name.trimmed, address: new.address.trimmed, town: new.town,
      note: new.note.trimmed, state: .active, since: tx.now)
    guard try !SiteStore.isKnown(site, tx) else { throw SiteRefusal.known(site.name) }
    try SiteStore.insert(site, tx)
    let item = SearchItem(
      Ref(.site, site.id), county: tx.county, permission: "site.see", title: site.name, detail: site.address)
    try SearchIndex.putNew([item], tx)
    tx.tell(Ref(.site, site.id), "登记无证点“\(site.name)”", [Change("状态", nil, site.state.words)])
    return site.id
  }

  /// The site was closed down by the authority (取缔). Refuses a site that is already.
  static func banSite(_ id: ID<UnlicensedSite>, _ tx: Transaction) throws {
    try setSite(id, .banned, "登记取缔无证点", tx)
  }

  /// The site works again (死灰复燃). Refuses a site that is active.
  static func reopenSite(_ id: ID<UnlicensedSite>, _ tx: Transaction) throws {
    try setSite(id, .active, "登记无证点又在营业", tx)
  }

  private static func setSite(_ id: ID<UnlicensedSite>, _ state: SiteState, _ words: String, _ tx: Transaction) throws {
    guard let site = try SiteStore.site(id, tx), site.county == tx.county else { throw MissingRecord("个无证点") }
    guard site.state != state else { throw SiteRefusal.already(state.words) }
    try SiteStore.setState(id, state, tx)
    tx.tell(Ref(.site, id), "\(words)“\(site.name)”", [Change("状态", site.state.words, state.words)])
  }
}
