import Kit
import Storage
import Web

/// What the register says of an institution: the values that an import brings and that have versions.
struct InstitutionValues: Sendable, Hashable {
  let name: String
  /// Unified social credit code (统一社会信用代码); empty where there is none.
  let credit: String
  /// Id of the `InstitutionType`.
  let type: String
  /// Region number of the town.
  let town: Int64
  let address: String
  /// Number of the licence (许可证号) or filing (备案编号): the key by which a later import finds the institution.
  let licence: String
  let validFrom: CivilDate?
  /// `endless` where the paper has no end; nil where it is not known.
  let validTo: CivilDate?
  /// Subjects of practice (诊疗科目), as the licence lists them.
  let subjects: String
  /// Legal representative (法定代表人): a person's name, for officers only.
  let representative: String

  /// Stands for «without end» (长期).
  static let endless = CivilDate(9999, 12, 31) ?? CivilDate(dayNumber: 2_932_896)

  /// First 8 bytes of the SHA-256 of all values: tells an import what has changed without comparing ten columns.
  var fingerprint: Int64 {
    let parts = [
      name, credit, type, "\(town)", address, licence, validFrom?.iso ?? "", validTo?.iso ?? "", subjects,
      representative,
    ]
    let digest = SHA256.hash(parts.joined(separator: "\u{1F}").utf8)
    return digest.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }

  /// What the word filter of the list compares with, each part folded.
  var foldedText: String { foldedWords([name, address, licence, credit]) }

  func searchItem(_ id: ID<Institution>, _ county: County) -> SearchItem {
    SearchItem(
      Ref(.institution, id), county: county, permission: Permission.institutionSee.name, title: name, detail: address,
      numbers: [licence, credit].filter { !$0.isEmpty })
  }
}
