import Kit
import Packs
import Storage

enum VisitItemStore {
  static func insert(_ items: [VisitItem], of visit: VisitRecord, _ tx: Transaction) throws {
    try tx.insert(
      into: "visit_item (visit, county, place, item, question, basis, confidence, violation)",
      rows: items.enumerated().map { index, item in
        [
          visit.id.sqlValue, visit.county.sqlValue, .int(Int64(index)), .text(item.id), .text(item.question),
          .text(item.basis), .text(item.confidence.rawValue), item.violation.sqlValue,
        ]
      })
  }

  static func answer(_ item: String, of visit: ID<Visit>, _ line: VisitReport.Line, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE visit_item SET answer = \(line.answer.rawValue), note = \(line.note)
      WHERE visit = \(visit) AND item = \(item)
      """)
  }

  static func items(of visit: ID<Visit>, _ reader: Reader) throws -> [VisitItem] {
    try reader.query(
      """
      SELECT item, question, basis, confidence, violation, answer, note FROM visit_item WHERE visit = \(visit)
      ORDER BY place
      """
    ) { row in
      VisitItem(
        id: try row.text(0), question: try row.text(1), basis: try row.text(2),
        confidence: Confidence(rawValue: try row.text(3)) ?? .doubtful, violation: try row.maybeText(4),
        answer: VisitAnswer(rawValue: try row.maybeText(5) ?? ""), note: try row.maybeText(6))
    }
  }
}
