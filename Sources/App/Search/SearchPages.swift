import Kit
import Storage
import Web

enum SearchPages {
  static func results(_ words: String, _ hits: [SearchHit], _ listing: Listing, _ records: Records) -> Page {
    let lines = hits.map { hit -> Table.Line in
      let title: HTML = records.link(hit.ref).map { "<a href=\"\(link: $0)\">\(hit.title)</a>" } ?? "\(hit.title)"
      return Table.Line([title, "<span class=\"tag\">\(noun(hit, records))</span>", "\(hit.detail)"])
    }
    let columns = ["名称", "种类", "说明"].map { Table.Column($0) }
    let result: HTML = words.isEmpty
      ? empty("想找什么", "<p>在上面输入机构名、线索号、案号或证号后几位，两个字起。</p>")
      : hits.isEmpty
        ? empty("没有找到“\(words.clipped(to: 30))”", "<p>换一个词，或只输入名称里的两个字；证号输入后四位以上。</p>")
        : Table(listing.caption("找到"), columns, lines, listing: listing).html
    return Page("搜索", "\(head("搜索"))\(result)")
  }

  private static func noun(_ hit: SearchHit, _ records: Records) -> String {
    let noun = records[hit.ref.kind]?.noun ?? ""
    // 「家机构」 counts, 「机构」 names.
    return noun.scalarCount > 2 ? String(noun.dropFirst()) : noun
  }
}
