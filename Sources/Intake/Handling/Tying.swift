package import Kit
package import Registers
package import Storage

extension Intake {
  /// Ties an open clue to the institution or unlicensed site that it is about; a second time corrects the first.
  ///
  /// Refuses premises that do not exist or lie in another county.
  package func tie(_ id: ID<Clue>, to ref: Ref, _ tx: Transaction) throws {
    let clue = try openClue(id, tx)
    guard let premises = try Registers.premises(ref, tx), premises.county == tx.county else {
      throw IntakeRefusal.premisesMissing
    }
    try tie(clue, premises, tx)
  }

  /// Puts an unlicensed site on file and ties the clue to it, in one step.
  package func tie(_ id: ID<Clue>, toNew site: NewSite, _ tx: Transaction) throws {
    let clue = try openClue(id, tx)
    let ref = Ref(.site, try Registers.addSite(site, tx))
    guard let premises = try Registers.premises(ref, tx) else { throw IntakeRefusal.premisesMissing }
    try tie(clue, premises, tx)
  }

  private func tie(_ clue: ClueRecord, _ premises: Premises, _ tx: Transaction) throws {
    let before = try clue.premises.flatMap { try Registers.premises($0, tx)?.name }
    try HandlingStore.setPremises(clue.id, premises.ref, tx)
    try SearchIndex.put([clue.searchItem(premises: premises.name)], tx)
    tx.tell(
      clue.ref, "认定线索\(clue.number)涉及“\(premises.name)”", [Change("涉及机构或无证点", before, premises.name)])
  }
}

extension Ref {
  /// Reads `institution:abc` or `site:abc`, as forms and addresses write premises.
  static func premises(_ text: String?) -> Ref? {
    let halves = (text ?? "").split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, let kind = [RefKind.institution, .site].first(where: { $0.name == halves[0] }),
      let id = ID<Premises>(text: halves[1])
    else { return nil }
    return Ref(kind, id)
  }
}
