/// The right answers (标签): `query_id,record_id`, an empty record for a person who is not in the register.
package struct MatchAnswers {
  private var persons: [String: String] = [:]

  package init(_ bytes: [UInt8]) {
    var (cells, row) = (CSVCells(bytes), [String]())
    while let cell = cells.next() {
      row.append(cell)
      guard cells.isRowEnd else { continue }
      if row.count > 1 { persons[row[0]] = row[1] }
      row = []
    }
  }

  package subscript(query: String) -> String? { persons[query] }
}
