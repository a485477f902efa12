import Kit
import Web

/// Who has read the rules, and who has not.
enum RulesReadPages {
  static func list(_ listing: Listing, _ readers: [RulesReader], today: CivilDate) -> Page {
    let groups: [(String?, String)] = [(nil, "全部"), ("no", "没有读"), ("yes", "读过")]
    let lines = readers.map { reader -> Table.Line in
      let read: HTML = reader.readAt.map { "\($0.chinese(today: today))" } ?? Chip.open.html("没有读")
      return Table.Line([
        "<a href=\"\(link: "/posts/\(reader.post)")\">\(reader.postName)</a>",
        "\(reader.name)<span class=\"s\">\(reader.part.title)，\(reader.since.chinese(today: today))起</span>", read,
      ])
    }
    let columns = [Table.Column("哨点", sort: "name"), Table.Column("联系人"), Table.Column("确认读过")]
    return Page(
      "谁读过哨点规则", crumbs: [("监测哨点", "/posts"), ("哨点规则", "/posts/rules")],
      """
      \(head("谁读过哨点规则", meta: ["在用哨点的在任联系人", "规则改了要重新读"]))\
      \(tabs("读过没有", groups.map { ($0.1, Link("/posts/rules/readers").asking([("read", $0.0)]), listing.filter("read") == $0.0) }))\
      <div class="under">\(lines.isEmpty ? empty("这里没有人", "联系人在手机的“哨点规则”里点“我读过了”以后列在“读过”里。") : Table(listing.caption("联系人", unit: "人"), columns, lines, listing: listing).html)</div>
      """)
  }

  /// On the telephone, under the rules.
  static func confirm(_ model: PublishedModel) -> HTML {
    if let at = model.readAt {
      return "<p class=\"note ok\">你在 \(at.chinese(today: model.today)) 确认读过这份规则。</p>"
    }
    return """
      <form method="post" action="\(link: "/post/rules")" class="panel"><input type="hidden" name="digest" value="\(model.digest)">\
      <p>读完以后点一下，监督所就知道你看过了。规则改了会请你再读。</p><button class="btn w">我读过了</button></form>
      """
  }
}
