import Kit
import Storage

/// All SQL of the list. Persons stand for the whole store: an offender of another county is what one looks for.
enum OffenderListStore {
  static func count(_ query: OffenderQuery, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM offender WHERE " + condition(query))
  }

  static func page(_ query: OffenderQuery, offset: Int, limit: Int, _ reader: Reader) throws -> [OffenderPerson] {
    try reader.query(
      "SELECT \(sql: OffenderStore.columns) FROM offender WHERE " + condition(query) + order(query)
        + " LIMIT \(limit) OFFSET \(offset)", OffenderStore.person)
  }

  private static func condition(_ query: OffenderQuery) -> SQL {
    var parts: [SQL] = ["into_person IS NULL"]
    if let least = query.penalties { parts.append("penalties >= \(least)") }
    if query.isMoving { parts.append("counties > 1") }
    if let origin = query.origin {
      parts.append(
        """
        EXISTS (SELECT 1 FROM offender_record r WHERE r.person = offender.id AND r.origin = \(origin.rawValue))
        """)
    }
    for word in query.words { parts.append("folded LIKE \("%\(word)%")") }
    return .join(parts, " AND ")
  }

  private static func order(_ query: OffenderQuery) -> SQL {
    switch (query.sort, query.descending) {
    case ("penalties", true): " ORDER BY penalties DESC, id DESC"
    case ("penalties", false): " ORDER BY penalties, id"
    case ("counties", true): " ORDER BY counties DESC, id DESC"
    case ("counties", false): " ORDER BY counties, id"
    case (_, true): " ORDER BY last_on DESC, id DESC"
    default: " ORDER BY last_on, id"
    }
  }
}
