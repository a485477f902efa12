import Kit
import Papers
import Procedure
import Storage
import Web

/// The papers of a case on its page: what there is, what comes next, and everything else behind a line.
enum PaperPanel {
  static func make(_ room: Casework, _ ref: Ref, _ viewer: Viewer, _ reader: Reader) throws -> HTML {
    guard let scope = viewer.scope(.caseSee), let record = try CaseStore.find(ID(ref.number), reader),
      scope.allows(record.place)
    else { return .none }
    let facts = try room.paperFacts(record, reader)
    let hand = viewer.paperHand(on: record, facts.steps)
    let offers = facts.offers(hand)
    let drafts = facts.rows.filter { $0.paper.issue == nil }.count
    let note: HTML = "\(facts.papers.count - drafts) 份已出具\(if: drafts > 0, "，\(drafts) 份草稿")"
    return section(
      "文书", note: note, id: "papers", "\(table(facts))\(next(offers, record))\(others(room.papers, hand, facts))")
  }

  private static func table(_ facts: CasePaperFacts) -> HTML {
    guard !facts.rows.isEmpty else { return "<p class=\"dim\">还没有文书。</p>" }
    let lines = facts.rows.reversed().map { row in
      Table.Line([
        "<a href=\"\(link: "/cases/\(facts.record.id)/papers/\(row.paper.number)")\">\(row.template.title)</a>\(row.paper.issue?.number.map { "<span class=\"s\">\($0)</span>" as HTML })",
        "\(row.paper.day.chinese())", PaperWords.state(row),
      ])
    }
    return Table("文书 \(lines.count) 份，最近的在前", [Table.Column("文书"), Table.Column("日期"), Table.Column("状态")], lines).html
  }

  /// The next one is a button; a few more stand under it.
  private static func next(_ offers: [PaperOffer], _ record: CaseRecord) -> HTML {
    guard let first = offers.first else { return .none }
    let shown = offers.dropFirst().prefix(few).map { item($0, record) }
    let hidden = offers.dropFirst(few + 1).map { item($0, record) }
    return """
      <p class="row under">\(button("制作\(first.template.title)", first.link(record.id)))</p>\
      \(if: !shown.isEmpty, "<h3 class=\"under\">办过的步骤还可以做的文书</h3><ul class=\"steps\">\(Array(shown))</ul>")\
      \(if: !hidden.isEmpty, "<details class=\"under\"><summary>另外 \(hidden.count) 份</summary><ul class=\"steps\">\(Array(hidden))</ul></details>")
      """
  }

  private static let few = 5

  private static func item(_ offer: PaperOffer, _ record: CaseRecord) -> HTML {
    """
    <li><a href="\(link: offer.link(record.id))">\(offer.template.title)</a>\
    \(offer.step.map { "<span class=\"small dim\">　第 \($0.taken.id) 步，\($0.taken.on.chinese())</span>" as HTML })</li>
    """
  }

  /// Everything that may be made besides, by whom it is for.
  private static func others(_ book: PaperBook, _ hand: PaperHand, _ facts: CasePaperFacts) -> HTML {
    let may = book.all.filter { hand.makes($0, of: facts.record, facts.procedure) }
    guard !may.isEmpty else { return .none }
    let groups = PaperTemplate.Audience.allCases.compactMap { audience -> HTML? in
      let items = may.filter { $0.audience == audience }.map { item(PaperOffer(template: $0, step: nil), facts.record) }
      return items.isEmpty
        ? nil : "<h3 class=\"under\">\(PaperWords.audience(audience))</h3><ul class=\"steps\">\(items)</ul>"
    }
    return "<details class=\"panel under\"><summary>其他文书，共 \(may.count) 种</summary>\(groups)</details>"
  }
}
