import Kit
import Web

enum InstitutionPages {
  static func record(
    _ history: InstitutionHistory, _ words: InstitutionWords, titles: ImportColumns, marks: [LicenceMark], panels: HTML,
    mayImport: Bool, today: CivilDate
  ) -> Page {
    let values = history.record.values
    return Page(
      values.name, crumbs: [("底册", "/institutions")],
      """
      \(head(values.name, meta: ["\(words.type(values.type))", "\(words.town(values.town))", licenceClock(values.validTo, today: today)] + MarkPages.chips(marks, today: today)))\
      \(MarkPages.section(marks, today: today))\
      \(section("登记的内容", recordFacts(values, words)))\
      \(panels)\(section("变更经过", timeline(steps(history, words, titles, mayImport: mayImport, today: today))))
      """)
  }

  /// How long a licence is still valid, in plain days: the end of a licence does not wait for a working day.
  static func licenceClock(_ end: CivilDate?, today: CivilDate) -> HTML {
    guard let end else { return "<span class=\"clock soft\">没有登记有效期</span>" }
    if end == InstitutionValues.endless { return "<span class=\"clock done\">长期有效</span>" }
    let days = end.dayNumber - today.dayNumber
    let kind =
      switch LicenceState(end, on: today) {
      case .expired: "over"
      case .expiring: "near"
      case .valid, .unknown: ""
      }
    let words = days < 0 ? "已过期 \(-days) 天" : days == 0 ? "今天到期" : "剩 \(days) 天"
    return "<span class=\"clock \(kind)\"><b>\(words)</b>\(end.chinese(today: today))止</span>"
  }

  private static func recordFacts(_ values: InstitutionValues, _ words: InstitutionWords) -> HTML {
    facts([
      ("许可证号", "\(values.licence)"), ("有效期", "\(words.date(values.validFrom)) 至 \(words.date(values.validTo))"),
      ("诊疗科目", "\(values.subjects.isEmpty ? "没有登记" : values.subjects)"),
      ("地址", "\(values.address)"), ("信用代码", "\(values.credit.isEmpty ? "没有登记" : values.credit)"),
      ("法定代表人", "\(values.representative.isEmpty ? "没有登记" : values.representative)"),
    ])
  }

  /// The import itself is shown to those who may import; others read its name.
  private static func steps(
    _ history: InstitutionHistory, _ words: InstitutionWords, _ titles: ImportColumns, mayImport: Bool, today: CivilDate
  ) -> [(time: String, words: HTML, note: HTML?)] {
    history.steps.map { before, after in
      let source: HTML =
        mayImport
        ? "<a href=\"\(link: "/institutions/import/\(after.batch)")\">导入“\(after.fileName)”</a>"
        : "导入“\(after.fileName)”"
      guard let before else { return (after.since.chinese(today: today), "\(source)，登记入册", nil) }
      let changes = ImportPreviewPages.differences(before, after.values, words, titles)
      return (after.since.chinese(today: today), "\(source)，变更 \(changes.count) 项\(changes)", nil)
    }
  }
}
