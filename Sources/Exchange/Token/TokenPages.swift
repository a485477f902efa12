import Kit
import Storage
import Web

enum TokenPages {
  static func list(_ tokens: [TokenRecord], _ listing: Listing, _ today: CivilDate, _ state: FormState) -> Page {
    Page(
      "接口令牌",
      """
      \(head("接口令牌", meta: ["外部系统用令牌报送违法人员、询问是不是库里的人；每次调用都记入台账"]))\(state.summary)\
      \(tokens.isEmpty ? empty("还没有开通过令牌", "<p>有外部系统要接进来的，在下面开通。</p>") : table(tokens, listing, today))\
      \(form(state))
      """)
  }

  private static func table(_ tokens: [TokenRecord], _ listing: Listing, _ today: CivilDate) -> HTML {
    let lines = tokens.map { token in
      Table.Line([
        "<a href=\"\(link: "/exchange/tokens/\(token.id)")\">\(token.new.system)</a><span class=\"s\">\(token.new.purpose)</span>",
        "\(token.new.scopes.map(\.title).joined(separator: "、"))", "\(token.new.until.chinese(today: today))",
        chip(token, today), "\(token.calls)", token.lastCall.map { "\($0.chinese(today: today))" } ?? "没有用过",
      ])
    }
    let columns = [
      Table.Column("外部系统"), Table.Column("用途"), Table.Column("用到"), Table.Column("状态"),
      Table.Column("调用次数", numeric: true), Table.Column("最近一次"),
    ]
    return Table(listing.caption("令牌", unit: "个"), columns, lines, listing: listing).html
  }

  private static func chip(_ token: TokenRecord, _ today: CivilDate) -> HTML {
    let words = token.standing(on: today)
    return token.revoked != nil
      ? Chip.shut.html(words) : token.new.until < today ? Chip.warn.html(words) : Chip.full.html(words)
  }

  private static func form(_ state: FormState) -> HTML {
    let scopes = TokenScope.all.map { (value: $0.name, words: $0.title, hint: $0.name as String?) }
    return """
      <form method="post" action="\(link: "/exchange/tokens")" class="panel gap"><h2>开通令牌</h2>\
      \(Field("system", "外部系统", state, hint: "写清是哪家单位的什么系统").line(most: 60))\
      \(Field("purpose", "目的", state, hint: "依据什么文件、交换什么；每次调用的台账里都能看到").lines(rows: 3, most: 500))\
      \(Field("scopes", "用途", state).checks(scopes))\
      \(Field("until", "用到哪一天", state, hint: "最长一年，到期自动失效").date())\
      \(Field("per-minute", "每分钟最多几次", state, hint: "不写是 60 次", required: false).line(most: 4, narrow: true, mode: "numeric"))\
      <p class="row"><button class="btn">开通</button></p></form>
      """
  }

  static func made(_ made: MadeToken) -> Page {
    Page(
      "令牌已开通", crumbs: [("接口令牌", "/exchange/tokens")],
      """
      \(head("令牌已开通", meta: ["\(made.record.new.system)"]))\
      <div class="note warn"><p>下面的令牌只显示这一次，系统不保存。现在抄给对方，不要用聊天软件发送。</p></div>\
      \(section("令牌", "<pre class=\"copy\">\(made.secret)</pre>"))\
      \(section("怎么用", "<p>请求头写 <code>Authorization: Bearer 令牌</code>，内容是 JSON，格式见文档“跨区交换”。</p>"))\
      <p class="row block">\(button("看这个令牌", "/exchange/tokens/\(made.record.id)"))</p>
      """)
  }

  static func page(
    _ token: TokenRecord, _ calls: [CallNote], _ history: [LedgerEntry], _ today: CivilDate, _ state: FormState
  ) -> Page {
    Page(
      token.new.system, crumbs: [("接口令牌", "/exchange/tokens")],
      """
      \(head(token.new.system, meta: [chip(token, today)]))\(state.summary)\
      \(section("令牌", facts([
        ("目的", paragraphs(token.new.purpose)), ("用途", "\(token.new.scopes.map(\.title).joined(separator: "、"))"),
        ("用到", "\(token.new.until.chinese(today: today))"), ("每分钟最多", "\(token.new.perMinute) 次"),
        ("谁开通的", "\(token.maker)，\(token.at.chinese(today: today))"), ("调用次数", "\(token.calls)"),
        ("吊销", token.revoked.map { "\($0.by)，\($0.at.chinese(today: today))\(paragraphs($0.because))" }),
      ])))\(section("最近的调用", note: "最多 50 次", table(calls, today)))\
      \(token.revoked == nil ? revoking(token, state) : .none)\(historySection(history, today: today))
      """)
  }

  private static func table(_ calls: [CallNote], _ today: CivilDate) -> HTML {
    guard !calls.isEmpty else { return "<p class=\"dim\">还没有调用过。</p>" }
    let lines = calls.map { call in
      Table.Line([
        "\(call.at.chinese(today: today))", "\(call.scope.title)", "\(call.outcome)", "\(call.taken)",
        "\(call.refused)",
      ])
    }
    let columns = [
      Table.Column("时间"), Table.Column("用途"), Table.Column("结果"), Table.Column("收下", numeric: true),
      Table.Column("退回", numeric: true),
    ]
    return Table("调用 \(calls.count) 次，新的在前", columns, lines).html
  }

  private static func revoking(_ token: TokenRecord, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: "/exchange/tokens/\(token.id)/revoke")" class="panel gap"><h2>吊销</h2>\
    <p class="dim">马上失效，不能恢复；要再用得重新开通。</p>\(Field("because", "理由", state).lines(rows: 2, most: 500))\
    <p class="row"><button class="btn">吊销</button></p></form>
    """
  }
}
