import Inspection
import Kit
import Offices
import Papers
import Registers
import Storage

/// Who and what a typical case must not tell (隐去): the party, everybody whom the papers name, the officers, and all sealed
/// particulars. Rule: 隐去自然人姓名，不写患者、证人，不写证件号、住址、电话 (`typical` of `Content/papers/closing.yaml`).
extension Casework {
  /// With `keys`, because the particulars are sealed. What stands in the text of the case alone is not known here: the page
  /// puts the original beside the text.
  func masking(_ record: CaseRecord, _ keys: Keys, _ reader: Reader) throws -> Masking {
    let premises = try record.premises.flatMap { try Registers.premises($0, reader) }
    let holder = try record.isOrganisation ? record.premises.flatMap { try Registers.holder($0, reader) } : nil
    let known = try Casework.particulars(of: record, keys, reader)
    let named = HiddenPeople(try CasePaperStore.papers(of: record.id, reader), papers)
    let decider = try record.decision.map { try Offices.names(of: [$0.decider.value], reader).map(\.value) } ?? []
    return Masking(
      party: record.party, isOrganisation: record.isOrganisation, premises: premises?.name ?? record.premisesName,
      address: premises?.address,
      people: [known?.representative, holder?.representative, known?.service?.receiver].compactMap { $0 }
        .flatMap(papers.names) + named.people,
      colleagues: [record.team.first.name, record.team.second.name] + decider,
      addresses: [known?.address, known?.service?.address, holder?.address].compactMap { $0 } + named.addresses,
      secrets: [
        known?.number, known?.phone, known?.service?.phone, known?.service?.electronic, holder?.credit,
      ].compactMap { $0 } + named.secrets,
      noNames: try TypicalStore.noNames(of: record.id, in: record.county, reader))
  }
}

/// What officers wrote of people into papers of the case: witnesses, who was asked, who was there, agents. Which fields hold it
/// is marked in the templates (`personal:` in `Content/papers/`).
struct HiddenPeople {
  private(set) var people: [String] = []
  private(set) var addresses: [String] = []
  private(set) var secrets: [String] = []

  init(_ written: [CasePaper], _ book: PaperBook) {
    for paper in written {
      for (kind, text) in book[paper.template]?.personal(in: paper.typing) ?? [] {
        switch kind {
        case .name: people += book.names(in: text)
        case .address: addresses.append(text)
        case .number: secrets.append(text)
        }
      }
    }
  }
}
