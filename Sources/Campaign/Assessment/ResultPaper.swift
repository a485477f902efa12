internal import Kit
internal import Papers
internal import Storage

/// A result on paper: the bulletin (考核结果通报) as Word, which tells the places; the sheet (考核表) as workbook, with all figures of
/// the units that it is given. Both say what was kept, nothing else.
struct ResultPaper {
  static let template = "campaign-assessment"

  private let one: AssessmentRecord
  private let result: ResultRecord
  private let ranking: [RankedUnit]

  init(_ one: AssessmentRecord, _ result: ResultRecord, _ ranking: [RankedUnit]) {
    (self.one, self.result, self.ranking) = (one, result, ranking)
  }

  var typing: PaperTyping {
    let rules = one.used.map { line in
      "\(line.title) \(line.points) 分\(line.each > 0 ? "，每件扣 \(line.each) 分" : "")：\(line.formula.words)。"
    }
    let notes = [
      "没有发生的指标不计分也不扣分，得分按能计分的指标折算成百分制，不进位。",
      "能计分的指标不满 \(one.rules.leastPoints) 分、到期的事项不满 \(one.rules.leastItems) 件的单位不排名。得分相同的名次并列。",
    ]
    let texts = [
      "campaign": one.campaignTitle.clipped(to: 150),
      "day": "\(result.day.year)年\(result.day.month)月\(result.day.day)日",
      "correction": result.reason ?? "", "rules": rules.joined(separator: "\n"), "notes": notes.joined(separator: "\n"),
    ]
    return PaperTyping(texts: texts, rows: ["places": ranking.map(place)])
  }

  private func place(_ ranked: RankedUnit) -> [String: String] {
    let score = ranked.score
    return [
      "group": score.unit.group.title, "place": ranked.placeWords, "unit": score.unit.name,
      "score": score.score.map(Tenths.words) ?? "—",
      "points": "\(Tenths.words(score.got)) / \(Tenths.words(score.possible))", "note": ranked.remark ?? "",
    ]
  }

  private var columns: [(String, Double)] {
    let head: [(String, Double)] = [("组别", 14), ("名次", 12), ("单位", 28), ("得分", 10), ("实得", 10), ("可得", 10)]
    let lines = one.used.flatMap { line -> [(String, Double)] in
      [("\(line.title)（\(line.points) 分）", 24), ("\(line.title)：分子", 16), ("\(line.title)：分母", 16)]
    }
    return head + lines + [("说明", 40)]
  }

  private var rows: [[SheetWriter.Cell]] {
    ranking.map { ranked in
      let score = ranked.score
      let head: [SheetWriter.Cell] = [
        .text(score.unit.group.title), .text(ranked.placeWords), .text(score.unit.name),
        .text(score.score.map(Tenths.words) ?? "—"), .text(Tenths.words(score.got)),
        .text(Tenths.words(score.possible)),
      ]
      let figures = score.scores.flatMap { one -> [SheetWriter.Cell] in
        [.text(one.tenths.map(Tenths.words) ?? "不计"), .number(one.have), .number(one.need)]
      }
      return head + figures + [.text(ranked.remark ?? "")]
    }
  }

  func workbook(in folder: DataFolder) throws -> [UInt8] {
    try SheetFile.bytes(
      in: folder, sheet: "考核表", title: "\(result.campaignTitle)考核表（第 \(result.number) 版，截至 \(result.day.iso)）", columns,
      rows)
  }
}
