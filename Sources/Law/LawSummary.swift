package import Packs

/// One line of `qingyuan content check`: how many rows a section has and how sure they are.
package struct LawSection: Hashable, Sendable {
  package let section: String
  package let rows: Int
  package let byConfidence: [Confidence: Int]

  init(_ section: String, _ marks: [Confidence]) {
    self.section = section
    rows = marks.count
    byConfidence = Dictionary(marks.map { ($0, 1) }, uniquingKeysWith: +)
  }
}

extension LawContent {
  package func summary() -> [LawSection] {
    [
      LawSection("工作日历", calendarYears.map(\.provenance.confidence)),
      LawSection("期限", terms.all.map(\.provenance.confidence)),
      LawSection("检查项目", checklists.flatMap(\.items).map(\.provenance.confidence)),
      LawSection("机构类型", institutionTypes.all.map(\.provenance.confidence)),
      LawSection("违法行为", violations.map(\.confidence)),
    ]
  }
}
