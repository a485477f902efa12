package import Kit
package import Storage

extension Registers {
  /// The institutions of a county, in the order in which they were added, narrowed by type and by words of name, address
  /// or licence: for lists of other rooms. The caller has checked the reader's rights.
  package static func list(
    in county: County, type: String?, words: String?, offset: Int, limit: Int, on day: CivilDate, _ reader: Reader
  ) throws -> (total: Int64, premises: [Premises]) {
    let query = InstitutionQuery(
      scope: "county = \(county)", type: type, town: nil, state: nil, words: askedWords(words), today: day)
    let (total, records) = try InstitutionStore.list(
      query, sort: "added", descending: false, offset: offset, limit: limit, reader)
    return (
      total,
      records.map { record in
        Premises(
          ref: Ref(.institution, record.id), county: record.county, name: record.values.name,
          address: record.values.address, town: record.values.town, type: record.values.type)
      }
    )
  }
}
