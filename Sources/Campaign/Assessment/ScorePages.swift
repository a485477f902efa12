internal import Duties
internal import Kit
internal import Web

/// Scores on pages: the ranking, the sheet of a unit, the list behind a figure. The same for what is counted now and for what was
/// kept; every figure opens its list.
struct ScorePages {
  let assessment: AssessmentRecord
  /// Where `sheet` and `list` stand: the assessment for now, the result for what was kept.
  let base: Link
  /// `截至今天`, `第 1 版`.
  let standing: String
  let crumbs: [(String, Link)]
  /// Whose sheets the reader may open: all, or that of his own unit.
  let maySee: (AssessedUnit) -> Bool
  let today: CivilDate

  private func at(_ part: String, _ unit: AssessedUnit, _ more: [(String, String?)] = []) -> Link {
    Link("\(base)/\(part)").asking([("unit", ID<AssessedUnit>(unit.agency).text)] + more)
  }

  func ranking(_ ranking: [RankedUnit]) -> HTML {
    let columns =
      [Table.Column("单位")] + ["名次", "得分", "实得", "可得"].map { Table.Column($0, numeric: true) } + [Table.Column("说明")]
    let groups = AssessedGroup.allCases.map { group -> HTML in
      let all = ranking.filter { $0.score.unit.group == group }
      guard !all.isEmpty else { return .none }
      return "<div class=\"under\">\(Table("\(group.title) \(all.count) 个", columns, all.map(line)).html)</div>"
    }
    return "\(groups)"
  }

  private func line(_ ranked: RankedUnit) -> Table.Line {
    let score = ranked.score
    let sheet = maySee(score.unit) ? at("sheet", score.unit) : nil
    let name: HTML = sheet.map { "<a href=\"\(link: $0)\">\(score.unit.name)</a>" } ?? "\(score.unit.name)"
    let points: HTML =
      score.score.map { tenths in
        sheet.map { Web.figure(Tenths.words(tenths), $0) } ?? "\(Tenths.words(tenths))"
      } ?? "—"
    let remark: HTML = ranked.remark.map { "\($0)" } ?? "—"
    return .init([
      name, "<span class=\"nw\">\(ranked.placeWords)</span>", points, "\(Tenths.words(score.got))",
      "\(Tenths.words(score.possible))", remark,
    ])
  }

  /// `ranked` nil where its reader may not know the place yet.
  func sheet(_ score: UnitScore, _ ranked: RankedUnit?, actions: [HTML] = []) -> Page {
    let columns =
      [Table.Column("指标")] + ["分值", "分子", "分母", "得分"].map { Table.Column($0, numeric: true) }
      + [Table.Column("怎么数")]
    let meta: [HTML] = [
      "\(standing)", score.score.map { "得分 \(Tenths.words($0))" } ?? "没有能计分的指标",
      "实得 \(Tenths.words(score.got))，可得 \(Tenths.words(score.possible))",
    ]
    let place: [HTML] = ranked.map { ["\($0.placeWords)"] } ?? []
    let remark: HTML = ranked?.remark.map { "<p class=\"under\">不排名：\($0)。</p>" } ?? .none
    return page(
      "考核表：\(score.unit.name)", [],
      """
      \(head("考核表：\(score.unit.name)", meta: meta + place, actions: actions))\(remark)\
      \(Table("指标 \(score.scores.count) 项", columns, score.scores.map { line($0, score.unit) }).html)\
      <p class="small dim under">没有发生的指标不计分也不扣分，得分按能计分的指标折算成百分制，不进位。</p>
      """)
  }

  private func line(_ one: IndicatorScore, _ unit: AssessedUnit) -> Table.Line {
    let (line, list) = (one.line, at("list", unit, [("what", "\(one.line.position)")]))
    let each: HTML = line.each > 0 ? "，每件扣 \(line.each) 分" : .none
    let points: HTML = one.tenths.map { "<b>\(Tenths.words($0))</b>" } ?? "没有发生，不计"
    let have =
      line.formula == .files
      ? Web.figure(one.have, list)
      : Web.figure(one.have, list.asking([("part", "have")]), bad: line.formula.isDeduction && one.have > 0)
    return .init([
      "\(line.title)<span class=\"s\">\(line.part)</span>", "\(line.points)", have, Web.figure(one.need, list), points,
      "<span class=\"small\">\(line.formula.words)\(each)。</span>",
    ])
  }

  func list(
    _ line: AssessmentLine, _ unit: AssessedUnit, _ items: [AssessedItem], isCounted: Bool, _ listing: Listing,
    _ title: (AssessedItem) -> HTML
  ) -> Page {
    let columns = ["事项", "责任人", "时限", "办结", "督办", "分子"].map { Table.Column($0) }
    let shown = items.dropFirst(listing.offset).prefix(Listing.size)
    let rows = shown.map { one -> Table.Line in
      let (due, done) = (one.due.map { $0.plain(today) } ?? "—", one.done.map { $0.plain(today) } ?? "—")
      let note: HTML = one.note.isEmpty ? .none : "<span class=\"s\">\(one.note)</span>"
      return .init([
        "\(title(one))\(note)", "<span class=\"nw\">\(one.ownerName.isEmpty ? "—" : one.ownerName)</span>",
        "<span class=\"nw\">\(due)</span>", "<span class=\"nw\">\(done)</span>",
        one.demands > 0 ? "\(one.demands) 次" : "—", one.isCounted ? "数在内" : "—",
      ])
    }
    let words = "\(unit.name)：\(line.title)"
    return page(
      words, [("考核表：\(unit.name)", at("sheet", unit))],
      """
      \(head(words, meta: ["\(standing)", isCounted ? "分子" : "分母", "\(line.formula.words)"]))\
      \(rows.isEmpty ? empty("没有", "这个单位没有这样的事项。") : Table(listing.caption(words, unit: "项"), columns, rows, listing: listing).html)
      """)
  }

  func page(_ title: String, _ more: [(String, Link)], _ body: HTML) -> Page {
    Page(title, crumbs: crumbs + more, body)
  }
}
