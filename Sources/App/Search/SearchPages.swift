import Kit
import Storage
import Web

enum SearchPages {
  static func results(_ words: String, _ found: SearchFound, _ listing: Listing, _ records: Records) -> Page {
    let lines = found.hits.map { hit -> Table.Line in
      let title: HTML = records.link(hit.ref).map { "<a href=\"\(link: $0)\">\(hit.title)</a>" } ?? "\(hit.title)"
      return Table.Line([title, "<span class=\"tag\">\(noun(hit, records))</span>", "\(hit.detail)"])
    }
    let columns = ["名称", "种类", "说明"].map { Table.Column($0) }
    let result: HTML =
      words.isEmpty
      ? empty("想找什么", "<p>在上面输入机构名、线索号、案号，或者证号、电话的后四位；也可以输入拼音或拼音首字母。</p>")
      : found.hits.isEmpty
        ? empty(
          "没有找到“\(words.clipped(to: 30))”",
          "<p>换一个词，或只输入名称里的两个字、拼音首字母；证号和电话输入后四位以上。您无权查看的记录不会列出。</p>")
        : Table(caption(found, listing), columns, lines, listing: listing).html
    return Page("搜索", "\(head("搜索"))\(result)")
  }

  private static func caption(_ found: SearchFound, _ listing: Listing) -> String {
    guard found.total > listing.total || !found.isExact else { return listing.caption("找到") }
    let about = found.isExact ? " " : "约 "
    let listed = found.total > listing.total ? "，只列前 \(listing.total) 条，再加一个词会更准" : ""
    return "找到\(about)\(found.total) 条\(listed)"
  }

  private static func noun(_ hit: SearchHit, _ records: Records) -> String {
    let noun = records[hit.ref.kind]?.noun ?? ""
    // 「家机构」 counts, 「机构」 names.
    return noun.scalarCount > 2 ? String(noun.dropFirst()) : noun
  }
}
