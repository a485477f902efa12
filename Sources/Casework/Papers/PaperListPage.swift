import Kit
import Papers
import Storage
import Web

/// Every paper that may be made in a case, by whom it is for.
enum PaperListPage {
  static func page(_ shelf: PaperShelf, _ hand: PaperHand) -> Page {
    let record = shelf.record
    let may = shelf.book.all.filter { hand.makes($0, of: record, shelf.procedure) }
    return Page(
      "制作文书", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("制作文书", meta: ["\(record.number)", "\(may.count) 种"]))\
      \(may.isEmpty ? nothing(record) : "\(groups(may, record))")
      """)
  }

  private static func nothing(_ record: CaseRecord) -> HTML {
    empty(
      "这起案件里没有由你制作的文书",
      "<p>文书由办案人员制作；审批、审核、听证的文书由办那一步的人制作。</p>" + button("看案件", "/cases/\(record.id)"))
  }

  private static func groups(_ may: [PaperTemplate], _ record: CaseRecord) -> [HTML] {
    PaperTemplate.Audience.allCases.compactMap { audience in
      let items = may.filter { $0.audience == audience }.map { template -> HTML in
        "<li><a href=\"\(link: PaperOffer(template: template, step: nil).link(record.id))\">\(template.title)</a></li>"
      }
      guard !items.isEmpty else { return nil }
      return section(PaperWords.audience(audience), note: "\(items.count) 种", "<ul class=\"steps\">\(items)</ul>")
    }
  }
}
