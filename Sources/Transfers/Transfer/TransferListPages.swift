import Inspection
import Kit
import Web

/// What a list of transfers shows, on either side.
struct TransferList {
  let title: String
  let base: Link
  let open: @Sendable (ID<Transfer>) -> Link
  let transfers: [TransferRecord]
  let listing: Listing
  let suspects: Int64
  let sentenced: Int64
  let today: CivilDate
}

enum TransferListPages {
  static func list(_ model: TransferList, above: HTML = .none, below: HTML = .none) -> Page {
    Page(
      model.title,
      """
      \(head(model.title, meta: counts(model)))\(above)\(filters(model))\
      \(model.transfers.isEmpty ? nothing(model) : table(model))\(below)
      """)
  }

  /// Each opens the records that it was counted from.
  private static func counts(_ model: TransferList) -> [HTML] {
    func part(_ words: String, _ number: Int64, _ count: String) -> HTML {
      "\(words) \(figure(number, model.base.asking([("count", count), ("state", model.listing.filter("state")), ("campaign", model.listing.filter("campaign"))]))) 人"
    }
    return [part("犯罪嫌疑人", model.suspects, "suspects"), part("判决有罪", model.sentenced, "sentenced")]
  }

  private static func filters(_ model: TransferList) -> HTML {
    FilterRow(model.base, model.listing)
      .select("state", "状态", TransferListStore.groups.map { ($0.key, $0.title) }, all: "全部状态")
      .select("count", "结果", [("filed", "公安机关立过案的"), ("suspects", "有犯罪嫌疑人的"), ("sentenced", "有判决的")], all: "不论结果")
      .keep("campaign", model.listing.filter("campaign").map { _ in "本次专项行动" }).html
  }

  private static func nothing(_ model: TransferList) -> HTML {
    if model.listing.isFiltered {
      return empty("没有符合条件的移送", "<p>换一个筛选条件，或者<a href=\"\(link: model.base)\">看全部移送</a>。</p>")
    }
    return model.base == "/transfers"
      ? empty("还没有移送", "<p>案件可能涉嫌犯罪的，从案件页“行刑衔接”一栏核对移送标准、提出移送。</p>" + button("看案件", "/cases"))
      : empty("还没有移送来的案件", "<p>卫生监督机构移送以后，会出现在这里。</p>")
  }

  private static func table(_ model: TransferList) -> HTML {
    let lines = model.transfers.map { record in
      Table.Line([
        "<a href=\"\(link: model.open(record.id))\">\(record.party)</a><span class=\"s\">\(record.letter ?? record.caseNumber)</span>",
        "\(record.crime)", "\(record.handedAt.map { $0.chinese(today: model.today) } ?? "—")",
        "\(record.suspects)", TransferChips.state(record.state),
      ])
    }
    let columns = [
      Table.Column("当事人"), Table.Column("涉嫌的罪名"), Table.Column("移送", sort: "proposed"),
      Table.Column("犯罪嫌疑人", numeric: true), Table.Column("状态"),
    ]
    return Table(model.listing.caption("移送", unit: "件"), columns, lines, listing: model.listing).html
  }
}

enum TransferChips {
  static func state(_ state: TransferState) -> HTML {
    switch state {
    case .proposed, .approved, .filed: Chip.full.html(state.title)
    case .refused, .revoked, .notFiled, .upheld, .unsupported: Chip.warn.html(state.title)
    case .sentenced, .returned: Chip.done.html(state.title)
    default: Chip.half.html(state.title)
    }
  }
}
