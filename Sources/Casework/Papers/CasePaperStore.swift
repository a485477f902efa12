import Foundation
import Kit
import Papers
import Storage

enum CasePaperStore {
  private static let columns: SQL = """
    law_case, number, template, step, day, typing, author, document_number, issued_by, issued_at, digest
    """

  static func insert(_ new: NewPaper, of id: ID<Case>, _ tx: Transaction) throws -> Int64 {
    let number = try tx.number("SELECT COALESCE(MAX(number), 0) + 1 FROM case_paper WHERE law_case = \(id)")
    try tx.execute(
      """
      INSERT INTO case_paper (law_case, number, county, template, step, day, typing, author, made)
      VALUES (\(id), \(number), \(tx.county), \(new.template), \(new.step), \(new.day), \(try text(new.typing)),
        \(tx.actor.number), \(tx.now))
      """)
    return number
  }

  static func update(_ paper: CasePaper, _ day: CivilDate, _ typing: PaperTyping, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE case_paper SET day = \(day), typing = \(try text(typing))
      WHERE law_case = \(paper.lawCase) AND number = \(paper.number) AND digest IS NULL
      """)
  }

  static func delete(_ paper: CasePaper, _ tx: Transaction) throws {
    try tx.execute(
      "DELETE FROM case_paper WHERE law_case = \(paper.lawCase) AND number = \(paper.number) AND digest IS NULL")
  }

  static func issue(_ paper: CasePaper, _ document: PaperDocument, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE case_paper SET document_number = \(document.number), issued_by = \(tx.actor.number), issued_at = \(tx.now),
        digest = \(document.hash), record = \(String(decoding: document.record, as: UTF8.self))
      WHERE law_case = \(paper.lawCase) AND number = \(paper.number) AND digest IS NULL
      """)
  }

  /// In the order in which they were begun.
  static func papers(of id: ID<Case>, _ reader: Reader) throws -> [CasePaper] {
    try reader.query("SELECT \(sql: columns) FROM case_paper WHERE law_case = \(id) ORDER BY number", paper)
  }

  static func paper(_ number: Int64, of id: ID<Case>, _ reader: Reader) throws -> CasePaper? {
    try reader.first("SELECT \(sql: columns) FROM case_paper WHERE law_case = \(id) AND number = \(number)", paper)
  }

  /// The bytes that were hashed; nil for a draft.
  static func record(_ paper: CasePaper, _ reader: Reader) throws -> [UInt8]? {
    try reader.first(
      "SELECT record FROM case_paper WHERE law_case = \(paper.lawCase) AND number = \(paper.number) AND digest IS NOT NULL"
    ) { Array(try $0.text(0).utf8) }
  }

  static func isUsed(_ number: String, _ tx: Transaction) throws -> Bool {
    try tx.number("SELECT COUNT(*) FROM case_paper WHERE county = \(tx.county) AND document_number = \(number)") > 0
  }

  /// Records of issued papers with a hash and the day on them; two papers may say the same, so there may be several.
  static func issued(_ digest: String, _ reader: Reader) throws -> [(day: CivilDate, record: [UInt8])] {
    try reader.query("SELECT day, record FROM case_paper WHERE digest = \(digest) ORDER BY law_case, number LIMIT 5") {
      (try $0.date(0), Array(try $0.text(1).utf8))
    }
  }

  private static func paper(_ row: Row) throws -> CasePaper {
    let issue = try row.maybeText(10).map { digest in
      PaperIssue(number: try row.maybeText(7), by: try row.int(8), at: try row.instant(9), digest: digest)
    }
    return CasePaper(
      lawCase: try row.id(0), number: try row.int(1), template: try row.text(2), step: try row.maybeInt(3),
      day: try row.date(4), typing: try JSONDecoder().decode(PaperTyping.self, from: Data(try row.text(5).utf8)),
      author: try row.int(6), issue: issue)
  }

  private static func text(_ typing: PaperTyping) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(typing), as: UTF8.self)
  }
}
