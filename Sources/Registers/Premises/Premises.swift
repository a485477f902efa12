package import Kit
import Offices
package import Storage

/// An institution (机构) of the register. The name of the kind only; see `InstitutionRecord`.
package enum Institution {}
/// An unlicensed site (无证点): a place where somebody practises without a licence. See `SiteRecord`.
package enum UnlicensedSite {}

extension RefKind {
  package static let institution = RefKind("institution")
  package static let site = RefKind("site")
}

/// The place that a clue, a visit or a case is about: an institution or an unlicensed site.
package struct Premises: Sendable, Hashable {
  package let ref: Ref
  package let county: County
  package let name: String
  package let address: String
  /// Region number of the town, 0 where it is not known.
  package let town: Int64
  /// Id of the `InstitutionType`; nil for a site.
  package let type: String?

  package init(ref: Ref, county: County, name: String, address: String, town: Int64, type: String?) {
    self.ref = ref
    self.county = county
    self.name = name
    self.address = address
    self.town = town
    self.type = type
  }
}

extension Registers {
  /// The type of institution that stands for unlicensed sites: its checklist is theirs, the register never holds it.
  package static let siteType = "unlicensed-site"

  /// What a `Ref` points at; nil where it is neither an institution nor a site, or there is no such record.
  package static func premises(_ ref: Ref, _ reader: Reader) throws -> Premises? {
    switch ref.kind {
    case .institution: try InstitutionStore.premises([ref.number], reader).first
    case .site: try SiteStore.premises([ref.number], reader).first
    default: nil
    }
  }

  /// Institutions and sites of a county that hold every typed word in their name or address, or whose licence number or
  /// credit code ends with it; the newest first.
  package static func candidates(
    _ words: String, county: County, limit: Int, _ reader: Reader
  ) throws -> [Premises] {
    let allowed = SQL("county = \(county) AND kind IN \(sql: .list([RefKind.institution, .site]))")
    let refs = try SearchIndex.find(words, allowed: allowed, limit: limit, reader).hits.map(\.ref)
    let found =
      try InstitutionStore.premises(refs.filter { $0.kind == .institution }.map(\.number), reader)
      + SiteStore.premises(refs.filter { $0.kind == .site }.map(\.number), reader)
    let byRef = Dictionary(found.map { ($0.ref, $0) }) { first, _ in first }
    return refs.compactMap { byRef[$0] }
  }

  /// Unlicensed sites that were put on file in a county from a moment on, the oldest first, each with its day.
  package static func sites(in county: County, since: Instant, _ reader: Reader) throws -> [(Premises, CivilDate)] {
    try SiteStore.since(since, in: county, reader)
  }

  /// Institutions on file by id of their type: the denominators of coverage. Types without any are left out.
  package static func counts(in county: County, _ reader: Reader) throws -> [String: Int64] {
    try InstitutionStore.counts(in: county, reader)
  }

  /// Institutions of a type that a question does not name, by town and name; and how many there are in all.
  /// `except` is a `SELECT` of numbers. Example: those that a campaign has not visited yet.
  package static func institutions(
    of type: String, in county: County, except: SQL, limit: Int, offset: Int, _ reader: Reader
  ) throws -> (total: Int64, premises: [Premises]) {
    try InstitutionStore.premises(of: type, in: county, except: except, limit: limit, offset: offset, reader)
  }

  /// Institutions on file by town; with `among`, a `SELECT` of numbers, only those that it names.
  package static func towns(in county: County, among: SQL?, _ reader: Reader) throws -> [Int64: Int64] {
    try InstitutionStore.towns(in: county, among: among, reader)
  }

  /// A piece of a question: the town of the premises that two columns name by kind and number; 0 where it is not known.
  /// Example: visits of a campaign by town.
  package static func town(kind: SQL, number: SQL) -> SQL { PremisesStore.town(kind: kind, number: number) }

  /// What a list that is narrowed to a town's number says of it; nil where it is not narrowed.
  package static func townTag(_ number: String?, _ reader: Reader) throws -> String? {
    guard let number else { return nil }
    guard let town = Int64(number), town != 0 else { return "没有写明乡镇" }
    return try Offices.region(town, reader)?.name ?? "没有找到的乡镇"
  }

  /// Institutions of a town that a `SELECT` of numbers names (`isIn`) or does not, by name; and how many there are in all.
  package static func institutions(
    inTown town: Int64, of county: County, among: SQL, isIn: Bool, limit: Int, offset: Int, _ reader: Reader
  ) throws -> (total: Int64, premises: [Premises]) {
    try InstitutionStore.premises(
      inTown: town, of: county, among: among, isIn: isIn, limit: limit, offset: offset, reader)
  }
}
