package import Storage

/// Reads a team from six columns: account, name and certificate of the first officer, then of the second.
package enum TeamStore {
  package static func team(_ row: Row, from column: Int) throws -> Team {
    Team(first: try officer(row, column), second: try officer(row, column + 3))
  }

  private static func officer(_ row: Row, _ column: Int) throws -> Team.Officer {
    Team.Officer(id: try row.id(column), name: try row.text(column + 1), certificate: try row.text(column + 2))
  }
}
