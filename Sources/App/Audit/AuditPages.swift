import Kit
import Storage
import Web

enum AuditPages {
  static func ledger(_ entries: [LedgerEntry], _ query: AuditQuery, _ listing: Listing, key: String) -> Page {
    Page(
      "台账",
      """
      \(head("台账", meta: ["只增不改，每条接在上一条后面"], actions: [button("导出并留痕", export(query), plain: true)]))\
      \(filters(query))\(problems(query))\
      <div class="under">\(entries.isEmpty ? nothing(query) : table(entries, listing))</div>\(howToCheck(key))
      """)
  }

  private static func export(_ query: AuditQuery) -> Link {
    Link("/ledger/export").asking(query.values.map { ($0, $1) })
  }

  private static func filters(_ query: AuditQuery) -> HTML {
    """
    <form class="row" method="get" action="\(link: "/ledger")">\
    \(day("from", "从哪天起", query))\(day("to", "到哪天止", query))\
    \(search("who", "办理人或单位", query))\
    \(select("deed", "事项", all: "全部事项", AuditNames.deeds, query))\
    \(select("kind", "记录种类", all: "全部记录", AuditNames.kinds, query))\
    \(search("words", "句子里的字", query))\
    \(query["record"].map { "<input type=\"hidden\" name=\"record\" value=\"\($0)\"><span class=\"tag\">只看一条记录</span>" as HTML })\
    <button class="btn p">筛选</button>\
    \(if: query.isNarrowed, "<a href=\"\(link: "/ledger")\">清除筛选</a>")</form>
    """
  }

  private static func day(_ name: String, _ label: String, _ query: AuditQuery) -> HTML {
    "<input name=\"\(name)\" type=\"date\" class=\"w12\" aria-label=\"\(label)\" value=\"\(query[name] ?? "")\">"
  }

  private static func search(_ name: String, _ label: String, _ query: AuditQuery) -> HTML {
    """
    <input name="\(name)" type="search" class="w12" aria-label="\(label)" placeholder="\(label)" \
    value="\(query[name] ?? "")" maxlength="60">
    """
  }

  private static func select(
    _ name: String, _ label: String, all: String, _ choices: [(name: String, words: String)], _ query: AuditQuery
  ) -> HTML {
    let options = choices.map { choice -> HTML in
      "<option value=\"\(choice.name)\"\(if: query[name] == choice.name, " selected")>\(choice.words)</option>"
    }
    return """
      <select name="\(name)" aria-label="\(label)" class="w12"><option value="">\(all)</option>\(options)</select>
      """
  }

  private static func problems(_ query: AuditQuery) -> HTML {
    guard !query.problems.isEmpty else { return .none }
    let lines = query.problems.map { "<p>\($0.sentence)</p>" as HTML }
    return "<div class=\"note bad under\" role=\"alert\">\(lines)</div>"
  }

  private static func table(_ entries: [LedgerEntry], _ listing: Listing) -> HTML {
    let columns = [
      Table.Column("做了什么"), Table.Column("事项"), Table.Column("记录"), Table.Column("第几条", numeric: true),
      Table.Column("校验值"),
    ]
    return Table(listing.caption("台账"), columns, entries.map(line), listing: listing).html
  }

  private static func line(_ entry: LedgerEntry) -> Table.Line {
    let same = Link("/ledger").asking([("record", entry.object.description)])
    return Table.Line([
      "<a href=\"\(link: "/ledger/\(entry.county.number)/\(entry.height)")\">\(entry.plain)</a>",
      "<span class=\"nw\">\(AuditNames.deed(entry.deed))</span>",
      "<a class=\"nw\" href=\"\(link: same)\">\(AuditNames.kind(entry.object.kind.name))</a>", "\(entry.height)",
      "<span class=\"small dim nw\">\(entry.hash.prefix(8))…</span>",
    ])
  }

  private static func nothing(_ query: AuditQuery) -> HTML {
    guard query.isNarrowed else {
      return empty("台账还没有记录", "有人登录或办事以后，这里会逐条记下。")
    }
    return empty("没有符合筛选条件的台账", "放宽日期或换一个词试试，或\(button("看全部台账", "/ledger", plain: true))")
  }

  private static func howToCheck(_ key: String) -> HTML {
    """
    <details class="more under"><summary>怎样自己核对</summary><div class="stack">\
    <p>点开一条，能看到它的校验值、它接在哪一条后面、哪个签过名的检查点盖住了它。</p>\
    <p>核对全部：在服务器上用 qingyuan ledger verify，加 --checkpoints 指向你另外保存的检查点。</p>\
    <p>不相信本系统的程序：导出以后，用一个独立的小程序 script/verify-ledger 重算，它不用本系统的任何代码。</p>\
    <p>检查点公钥 <span class="small">\(key)</span>，应与启用时抄录的一致。</p></div></details>
    """
  }
}
