import Inspection
import Intake
import Kit
import Papers
import Registers
import Storage

/// What papers know of the party and of the things of a case beyond its record.
extension Casework {
  /// Particulars of the party (当事人): where the case is against an institution, what the register says of it.
  func party(_ record: CaseRecord, _ reader: Reader) throws -> PaperValues {
    var values = PaperValues()
    guard record.isOrganisation, let holder = try record.premises.flatMap({ try Registers.holder($0, reader) }) else { return values }
    values[.partyCode] = holder.credit
    values[.partyAddress] = holder.address
    values[.partyHead] = holder.representative
    return values
  }

  /// The list `evidence` (证据): no room keeps it yet, so the officer types it in the paper.
  func evidence(of record: CaseRecord, _ reader: Reader) throws -> [[String: String]] { [] }

  /// The list `items` (物品): no room keeps it yet, so the officer types it in the paper.
  func items(of record: CaseRecord, _ reader: Reader) throws -> [[String: String]] { [] }
}
