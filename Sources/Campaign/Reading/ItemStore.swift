internal import Kit
internal import PlanReading
internal import Storage

enum ItemStore {
  static func insert(
    _ items: [(PlanItems.New, ID<PlanItem>)], of plan: ID<Plan>, state: ItemState = .read, _ tx: Transaction
  ) throws {
    let rows = try items.map { item, id -> [SQLValue] in
      let fields = try item.fields.json()
      return [
        id.sqlValue, tx.county.sqlValue, plan.sqlValue, .int(item.number), .text(item.kind.rawValue),
        .text(state.rawValue), .text(fields), state == .added ? .null : .text(fields), .text(Source.text(item.source)),
      ]
    }
    try tx.insert(into: "plan_item (id, county, plan, number, kind, state, fields, first, source)", rows: rows)
  }

  static func all(of plan: ID<Plan>, _ reader: Reader) throws -> [PlanItem] {
    try reader.query(
      """
      SELECT id, number, kind, state, fields, first, source FROM plan_item WHERE plan = \(plan) ORDER BY number
      """, item)
  }

  static func find(_ id: ID<PlanItem>, of plan: ID<Plan>, _ reader: Reader) throws -> PlanItem? {
    try reader.first(
      """
      SELECT id, number, kind, state, fields, first, source FROM plan_item WHERE id = \(id) AND plan = \(plan)
      """, item)
  }

  static func lastNumber(of plan: ID<Plan>, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT MAX(number) FROM plan_item WHERE plan = \(plan)")
  }

  static func update(_ item: PlanItem, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE plan_item SET state = \(item.state.rawValue), fields = \(try item.fields.json()) WHERE id = \(item.id)
      """)
  }

  private static func item(_ row: Row) throws -> PlanItem {
    guard let kind = ItemKind(rawValue: try row.text(2)), let state = ItemState(rawValue: try row.text(3)) else {
      throw UnknownItem(kind: try row.text(2))
    }
    return PlanItem(
      id: try row.id(0), number: try row.int(1), kind: kind, state: state, fields: try ItemFields(json: row.text(4)),
      first: try row.maybeText(5).map { try ItemFields(json: $0) }, source: Source.ranges(try row.text(6)))
  }
}

/// A row of a kind that this version does not know: written by a newer one.
struct UnknownItem: Error {
  let kind: String
}

/// Ranges as the store keeps them: `12-40,55-60`.
enum Source {
  static func text(_ ranges: [SourceRange]) -> String {
    ranges.map { "\($0.start)-\($0.end)" }.joined(separator: ",")
  }

  static func ranges(_ text: String) -> [SourceRange] {
    text.split(separator: ",").compactMap { part in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, let start = ends.first, let end = ends.last, start < end else { return nil }
      return SourceRange(start: start, end: end)
    }
  }
}
