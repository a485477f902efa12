import Kit
import Web

/// A model post as the public may know it (示范监测点): what its plaque says anyway, and since when. Neither points nor reasons, nobody's name
/// or telephone.
struct PublicModel: Sendable {
  let name: String
  let place: String
  let county: String
  let since: CivilDate?
}

enum PublicModelPages {
  static func list(_ listing: Listing, _ models: [PublicModel]) -> Page {
    let lines = models.map { model in
      Table.Line([
        "\(model.name)", "\(model.county)\(model.place)", "<span class=\"nw\">\(model.since?.chinese() ?? "—")</span>",
      ])
    }
    let columns = ["监测点", "在哪里", "哪天定为示范"].map { Table.Column($0) }
    return Page(
      "示范监测点", kind: .open,
      """
      <h1>示范监测点</h1><p class="dim">挂了牌的打击非法行医监测点里做得好的。看到无证行医、游医药贩，可以就近告诉他们，也可以<a href="\(link: "/report")">直接举报</a>。</p>\
      \(lines.isEmpty ? empty("还没有公布的示范监测点", "<a href=\"\(link: "/")\">回到首页</a>") : Table(listing.caption("示范监测点", unit: "个"), columns, lines, listing: listing).html)
      """)
  }
}
