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
  /// Violations stand as a whole and then file by file, because a file is a section of the catalogue.
  package func summary() -> [LawSection] {
    let files = Dictionary(grouping: violations, by: \.file).sorted { $0.key < $1.key }
    let sections = files.map { LawSection("其中 \($0.key)", $0.value.map(\.confidence)) }
    return before + sections + after
  }

  private var before: [LawSection] {
    [
      LawSection("工作日历", calendarYears.map(\.provenance.confidence)),
      LawSection("法律法规", statutes.all.map { .weakest($0.versions.map(\.confidence)) }),
      LawSection("期限", terms.all.map(\.provenance.confidence) + terms.surcharges.map(\.provenance.confidence)),
      LawSection("违法行为", violations.map(\.confidence)),
    ]
  }

  private var after: [LawSection] {
    [
      LawSection("罚则", violations.flatMap(\.penalties).map(\.confidence)),
      LawSection("裁量规则", discretion.rules.map(\.confidence)),
      LawSection("省级裁量基准", discretion.provinces.map(\.provenance.confidence)),
      LawSection("界限", limits.map(\.provenance.confidence)),
      LawSection("检查项目", checklists.flatMap(\.items).map(\.provenance.confidence)),
      LawSection("机构类型", institutionTypes.all.map(\.provenance.confidence)),
    ]
  }

  /// Ids whose fine cannot be told, with what is missing.
  package var gaps: [(violation: Violation, gap: String)] {
    violations.compactMap { violation in violation.gap.map { (violation, $0) } }
  }
}
