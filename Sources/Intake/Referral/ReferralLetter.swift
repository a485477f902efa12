import Kit
import Offices
import Papers
import Storage

/// The letter of a handing on, filled from the form. It holds what the officer wrote for it and nothing of the reporter.
struct ReferralLetter {
  private let texts: [String: String]
  private let paper: ReferralPaper
  private let agency: String

  init(
    _ new: NewReferral, _ clue: String, to: String, _ files: [Attachment], _ receive: CivilDate, _ agency: String
  ) {
    paper = new.paper
    self.agency = agency
    texts = [
      "to": to, "clue": clue, "matter": new.matter, "ground": new.ground, "asks": new.asks,
      "links": new.links.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"),
      "files": files.enumerated().map { "\($0 + 1). \($1.name)" }.joined(separator: "\n"),
      "receive": "\(receive.onPaper)以前", "due": "\(new.due.onPaper)以前",
    ]
  }

  /// Draws the number of its series.
  func document(_ papers: PaperBook, _ tx: Transaction) throws -> PaperDocument {
    guard let template = papers[paper.template] else { throw MissingRecord("种文书") }
    let count = template.countWords
    let series = Series(sign: paper.sign, digits: 1, prefix: count.before, suffix: count.behind)
    let answers = try template.answers(PaperTyping(texts: texts))
    var values = PaperValues()
    values[.agencyName] = agency
    values.set(.paperDate, tx.today)
    values[.paperNumber] = try Offices.number(series, tx)
    return template.document(values.adding(answers))
  }

  /// As it was sent. Refuses bytes that are not those that were hashed.
  static func sent(_ one: ReferralRecord, _ reader: Reader) throws -> PaperDocument {
    let document = try PaperDocument(record: try ReferralStore.paper(one.id, reader))
    guard document.hash == one.digest else { throw PaperRefusal.brokenRecord(line: 1) }
    return document
  }
}
