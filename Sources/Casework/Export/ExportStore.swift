import Kit
import Storage
import Web

/// The cases that leave: as the list is narrowed, filed within a range of days.
enum ExportStore {
  /// The oldest first: numbers rise in the file. At most `limit`, so that a caller can refuse what is too much.
  static func cases(_ query: ExportQuery, _ scope: Scope, limit: Int, _ reader: Reader) throws -> [CaseRecord] {
    var filter = CaseListStore.filter(scope, query.listing)
    if let from = query.from { filter = filter + SQL(" AND law_case.filed_on >= \(from)") }
    if let to = query.to { filter = filter + SQL(" AND law_case.filed_on <= \(to)") }
    return try CaseStore.list(filter, order: "law_case.county, law_case.filed_on, law_case.id", limit: limit, reader)
  }
}
