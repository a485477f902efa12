import Kit
import Law
import Storage
import Web

struct LookupRoutes {
  let types: InstitutionTypes

  var routes: [Route] {
    [
      Route.look("/lookup", .everybody(because: "公众查询机构有没有许可")) { call, reader in
        let today = call.today
        guard let asked = call.asked("q")?.clipped(to: LookupRoutes.mostAsked) else {
          return .page(LookupPages.page("", nil, today: today))
        }
        let answer = try LookupAnswer(asked, types, today, reader)
        return .page(LookupPages.page(asked, answer, today: today))
      }
    ]
  }

  private static let mostAsked = 40
}

/// What the public may know of institutions that match: nothing of persons, nothing of unlicensed sites, whose
/// inspection a public list would warn.
struct LookupAnswer: Sendable {
  let total: Int64
  let found: [InstitutionRecord]
  let words: InstitutionWords
  /// What decisions and measures took, by number of the institution.
  let marks: [Int64: [LicenceMark]]

  static let most = 10

  init(_ asked: String, _ types: InstitutionTypes, _ today: CivilDate, _ reader: Reader) throws {
    let (total, hits) = try SearchIndex.find(
      asked, allowed: "kind = \(RefKind.institution)", limit: LookupAnswer.most, reader)
    let records = try InstitutionStore.records(hits.map(\.ref.number), reader)
    let byID = Dictionary(records.map { ($0.id.value, $0) }) { first, _ in first }
    self.total = total
    found = hits.compactMap { byID[$0.ref.number] }
    marks = try MarkStore.marks(ofInstitutions: found, reader)
    words = try InstitutionWords(types, counties: Array(Set(found.map(\.county))), on: today, reader)
  }
}
