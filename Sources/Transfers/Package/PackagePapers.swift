import Casework
import Kit
import Papers
import Storage
import Web

/// What the papers of the package are filled with.
struct PackagePapers {
  let content: PackageContent

  /// The day on a paper is that of its deed: of the report, of the approval that drew the letter's number, of the hand-over.
  /// Never that of a download.
  func day(of paper: String) -> CivilDate {
    switch paper {
    case "crime-report": content.proposedOn
    case "crime-transfer": content.transfer.approvedAt?.date ?? content.on
    case "crime-copy": content.transfer.copiedOn ?? content.on
    default: content.on
    }
  }

  func values(of paper: String) -> PaperValues {
    let (transfer, lawCase) = (content.transfer, content.lawCase)
    var values = PaperValues()
    values[.caseNumber] = lawCase.number
    values[.caseCause] = lawCase.violation.name
    values[.caseSummary] = lawCase.summary
    values.set(.caseFiled, lawCase.filedOn)
    values[.partyName] = lawCase.party
    values.set(.partyIsOrganisation, lawCase.isOrganisation)
    values[.officersNames] = content.officers
    values[.agencyName] = content.agency
    values[.agencyPolice] = transfer.police
    values[.agencyProcuratorate] = transfer.procuratorate
    values[.headName] = content.head
    values[.paperNumber] = transfer.letter
    values[.aboutNumber] = transfer.letter
    values[.aboutTitle] = "涉嫌犯罪案件移送书"
    values.set(.paperDate, day(of: paper))
    values[.items] = content.items
    return values
  }

  func typing(_ paper: String) -> PaperTyping {
    switch paper {
    case "crime-transfer": PaperTyping(texts: letter, rows: ["attached": attached])
    case "crime-investigation": PaperTyping(texts: investigation)
    case "crime-report":
      PaperTyping(
        texts: letter.merging(["team": content.officers, "proof": content.report.proof]) { $1 },
        rows: ["earlier": earlier])
    case "crime-copy": PaperTyping(rows: ["attached": copied])
    case "crime-items": PaperTyping(rows: ["things": content.items])
    default: PaperTyping()
    }
  }

  private var letter: [String: String] {
    [
      "facts": content.report.facts, "crime": content.transfer.crime,
      "threshold": content.check.verdict.reasons.joined(separator: "\n"), "punished": punished,
    ]
  }

  private var punished: String {
    guard let decision = content.lawCase.decision else { return "没有" }
    return "\(decision.number)，\(decision.date.chinese())，\(decision.words)"
  }

  private var investigation: [String: String] {
    [
      "course": content.steps.map(\.words).joined(separator: "\n"), "facts": content.report.facts,
      "proof": content.report.proof,
    ]
  }

  /// Typed one per line: 文号，机关，决定日期，送达日期，种类，是否生效. What is no date in the place of one stays beside the number.
  private var earlier: [[String: String]] {
    content.check.earlier.split(whereSeparator: \.isNewline).map { line in
      let parts = line.split(whereSeparator: { $0 == "，" || $0 == "," }).map { String($0).trimmed }
      var row = Dictionary(zip(["number", "agency", "date", "served", "kind", "state"], parts)) { first, _ in first }
      for key in ["date", "served"] {
        guard let typed = row[key], !typed.isEmpty else { continue }
        row[key] = CivilDate(typed: typed)?.iso
        if row[key] == nil { row["number", default: ""] += " \(typed)" }
      }
      return row
    }
  }

  private var copied: [[String: String]] {
    [["title": "涉嫌犯罪案件移送书"]] + (content.lawCase.decision.map { [["title": "行政处罚决定书\($0.number)"]] } ?? [])
  }

  private var attached: [[String: String]] {
    var titles = ["涉嫌犯罪案件情况的调查报告"]
    if !content.items.isEmpty { titles.append("涉案物品清单") }
    titles += ["办案经过", "材料清单"] + content.files.map(\.attachment.name)
    return titles.map { ["title": $0] } + content.apart.map { ["title": $0.name, "note": "另行移交"] }
  }
}
