import Foundation
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
    let typed = try CasePaperStore.papers(of: record.id, reader).map(\.typing)
    let named = HiddenPeople(typed)
    let decider = try record.decision.map { try Offices.names(of: [$0.decider.value], reader).map(\.value) } ?? []
    return Masking(
      party: record.party, isOrganisation: record.isOrganisation, premises: premises?.name ?? record.premisesName,
      address: premises?.address,
      people: HiddenPeople.names(
        [known?.representative, holder?.representative, known?.service?.receiver].compactMap { $0 }) + named.people,
      colleagues: [record.team.first.name, record.team.second.name] + decider,
      addresses: [known?.address, known?.service?.address, holder?.address].compactMap { $0 } + named.addresses,
      secrets: [
        known?.number, known?.phone, known?.service?.phone, known?.service?.electronic, holder?.credit,
      ].compactMap { $0 } + named.secrets)
  }
}

/// People whom officers wrote into papers of the case: witnesses, who was asked, who was there, agents.
struct HiddenPeople {
  private(set) var people: [String] = []
  private(set) var addresses: [String] = []
  private(set) var secrets: [String] = []

  /// Asks of `Content/papers/` that name a person, and rows that do.
  private static let lines = ["guide", "witness", "person", "expert", "proxy", "party.head", "party.name"]
  private static let rows = ["agents", "present", "persons"]

  init(_ typed: [PaperTyping]) {
    for typing in typed {
      let rows = Self.rows.flatMap { typing.rows[$0] ?? [] }
      people += Self.names(Self.lines.compactMap { typing.texts[$0] } + rows.compactMap { $0["name"] })
      addresses += [typing.texts["party.address"]].compactMap { $0 } + rows.compactMap { $0["address"] }
      secrets += ["party.code", "party.phone"].compactMap { typing.texts[$0] }
      secrets += rows.flatMap { row in ["code", "phone", "contact"].compactMap { row[$0] } }
    }
  }

  /// `罗小梅，店员，电话…` → `罗小梅`. What is no name (本人, 没有人在场) is left out.
  static func names(_ texts: [String]) -> [String] {
    texts.compactMap { text in
      let ends: Set<Unicode.Scalar> = ["，", ",", "、", "；", ";", "：", ":", "（", "(", " ", "　", "\n"]
      let name = String(String.UnicodeScalarView(text.trimmed.unicodeScalars.prefix { !ends.contains($0) }))
      let isName = (2...12).contains(name.scalarCount) && !noNames.contains { name.contains($0) }
      return isName ? name : nil
    }
  }

  private static let noNames = ["当事人", "本人", "没有", "未到", "无人", "负责人", "代表人", "见证人", "不详", "拒绝"]
}
