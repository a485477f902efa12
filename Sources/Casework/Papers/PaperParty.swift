import Inspection
import Intake
import Kit
import Papers
import Registers
import Storage

/// What papers know of the party and of the things of a case beyond its record.
extension Casework {
  /// Particulars of the party (当事人): as the officers keep them, else what the register says of an institution. With `keys`
  /// only: they are sealed; without, papers are offered and not filled.
  func party(_ record: CaseRecord, _ keys: Keys?, _ reader: Reader) throws -> PaperValues {
    var values = PaperValues()
    let holder = try record.isOrganisation ? record.premises.flatMap { try Registers.holder($0, reader) } : nil
    let known = try keys.flatMap { try Casework.particulars(of: record, $0, reader) }
    func set(_ text: PaperText, _ own: String?, _ register: String? = nil) {
      values[text] = [own, register].compactMap { $0 }.first { !$0.isEmpty }
    }
    set(.partyCode, known?.number, holder?.credit)
    set(.partyAddress, known?.address, holder?.address)
    set(.partyHead, known?.representative, holder?.representative)
    set(.partyPhone, known?.phone)
    set(.partyGender, known?.gender)
    set(.partyBirth, known?.birth?.chinese())
    // Not the party's code: everybody who sees the case reads its papers, and with the code he could act as the party. The
    // officers print it beside the paper (`handOut`).
    return values
  }

  /// The list `evidence` (证据), as it was registered.
  func evidence(of record: CaseRecord, _ reader: Reader) throws -> [[String: String]] {
    try EvidenceStore.list(of: record.id, record.county, reader).map { item in
      let what = item.what
      return [
        "code": "\(item.number)", "kind": evidence.kind(what.kind)?.title ?? what.kind, "name": what.name,
        "source": what.source,
        "taken-on": what.takenOn.chinese(), "taken-by": item.takers, "note": what.proves,
      ]
    }
  }

  /// The list `items` (物品): what was registered, seized or confiscated.
  func items(of record: CaseRecord, _ reader: Reader) throws -> [[String: String]] {
    try goods(of: record.id, record.county, reader).flatMap(\.items).map { item in
      let what = item.what
      return [
        "name": what.name, "spec": what.spec ?? "", "batch": what.batch ?? "", "unit": what.unit ?? "",
        "count": what.count,
        "place": what.place ?? "", "note": what.note ?? "",
      ]
    }
  }
}
