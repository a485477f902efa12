import Kit
import Papers
import Procedure
import Storage
import Web

/// The papers of a case on its page: what there is, what comes next, and the way to everything else.
enum PaperPanel {
  static func make(_ room: Casework, _ ref: Ref, _ viewer: Viewer, _ reader: Reader) throws -> HTML {
    guard let scope = viewer.scope(.caseSee), let record = try CaseStore.find(ID(ref.number), reader),
      scope.allows(record.place)
    else { return .none }
    let shelf = try room.shelf(of: record, reader)
    let hand = viewer.paperHand(on: record, shelf.steps)
    let offers = shelf.offers(hand)
    let drafts = shelf.papers.filter { $0.issue == nil }.count
    let note: HTML = "\(shelf.papers.count - drafts) 份已出具\(if: drafts > 0, "，\(drafts) 份草稿")"
    return section(
      "文书", note: note, id: "papers", "\(table(shelf))\(next(offers, record))\(others(hand, record))")
  }

  private static func table(_ shelf: PaperShelf) -> HTML {
    let rows = shelf.rows
    guard !rows.isEmpty else { return "<p class=\"dim\">还没有文书。</p>" }
    let lines = rows.reversed().map { row in
      Table.Line([
        "<a href=\"\(link: "/cases/\(shelf.record.id)/papers/\(row.paper.number)")\">\(row.template.title)</a>\(row.paper.issue?.number.map { "<span class=\"s\">\($0)</span>" as HTML })",
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

  /// The way to everything that may be made besides, for whoever may make anything.
  private static func others(_ hand: PaperHand, _ record: CaseRecord) -> HTML {
    guard hand.mayMakeAny else { return .none }
    return "<p class=\"under\"><a href=\"\(link: "/cases/\(record.id)/papers")\">其他文书</a></p>"
  }
}
