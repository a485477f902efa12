import Kit
import Matching
import Offenders
import Storage
import Web

enum DeliveryPages {
  static func list(
    _ deliveries: [DeliveryRecord], _ listing: Listing, waiting: Int, mayDeliver: Bool, today: CivilDate,
    _ state: FormState
  ) -> Page {
    let lines = deliveries.map { delivery -> Table.Line in
      let answered = delivery.answered
      return Table.Line([
        "<a href=\"\(link: "/exchange/deliveries/\(delivery.id)")\">\(delivery.title)</a>",
        "\(delivery.at.chinese(today: today))", "\(delivery.lines)", chip(delivery),
        "\(answered.map { "\($0.taken + $0.revised + $0.known)" } ?? "—")",
        "\(answered.map { "\($0.refused)" } ?? "—")",
      ])
    }
    let columns =
      [Table.Column("批次"), Table.Column("什么时候"), Table.Column("条", numeric: true), Table.Column("状态")]
      + ["收下", "退回"].map { Table.Column($0, numeric: true) }
    let table =
      lines.isEmpty
      ? empty("还没有上报过", "有新的、改过的记录以后，做成一批，把文件发给省里。")
      : Table(listing.caption("上报", unit: "批"), columns, lines, listing: listing).html
    return Page(
      "上报省里",
      """
      \(head("上报省里", meta: ["本县违法人员库里新的、改过的记录，做成文件，编号不断；省里的回执登记在这里"], actions: [button("收到的上报", "/exchange/intakes", plain: true)] + (mayDeliver ? [button("答复下级的询问", "/exchange/questions", plain: true)] : [])))\
      \(state.summary)\(waitingPanel(waiting, deliveries, mayDeliver))\(section("做过的批次", table))
      """)
  }

  private static func waitingPanel(_ waiting: Int, _ deliveries: [DeliveryRecord], _ mayDeliver: Bool) -> HTML {
    let unanswered = deliveries.first { $0.answered == nil }
    let words: HTML =
      waiting == 0
      ? "没有新的、改过的记录要报。"
      : "有 \(waiting) 条新的、改过的记录还没有报\(if: waiting > Exchange.mostDelivered, "，一批最多 \(Exchange.mostDelivered) 条")。"
    let next: HTML =
      unanswered.map {
        "<p>先等<a href=\"\(link: "/exchange/deliveries/\($0.id)")\">\($0.title)</a>的回执；没有收到的，可以原样再取一次。</p>"
      } ?? .none
    let form: HTML =
      mayDeliver && waiting > 0 && unanswered == nil
      ? "<form method=\"post\" action=\"/exchange/deliveries\"><button class=\"btn\">做成下一批</button></form>" : .none
    return "<div class=\"panel gap\"><p>\(words)</p>\(next)\(form)</div>"
  }

  private static func chip(_ delivery: DeliveryRecord) -> HTML {
    guard let answered = delivery.answered else { return Chip.half.html("等回执") }
    return answered.refused > 0 ? Chip.warn.html("有退回") : Chip.done.html("已收下")
  }

  static func page(
    _ delivery: DeliveryRecord, _ lines: [DeliveredLine], _ records: [ID<OffenderRecord>: OffenderRecord],
    mayDeliver: Bool, _ history: [LedgerEntry], today: CivilDate, _ state: FormState
  ) -> Page {
    let answered: HTML? = delivery.answered.map {
      """
      \($0.receiver)，\($0.at.chinese(today: today))登记：新增 \($0.taken) 条，改 \($0.revised) 条，已有 \($0.known) 条，退回 \($0.refused) 条
      """
    }
    return Page(
      delivery.title, crumbs: [("上报省里", "/exchange/deliveries")],
      """
      \(head(delivery.title, meta: [chip(delivery), "\(delivery.lines) 条"]))\(state.summary)\
      \(section("这一批", facts([
        ("做成", "\(delivery.maker)，\(delivery.at.chinese(today: today))"), ("文件校验值（SHA-256）", "\(delivery.sha256)"),
        ("回执", answered ?? "还没有"),
      ])))\(if: mayDeliver, forms(delivery, state))\
      \(refused(delivery, lines, records, mayDeliver, state))\(historySection(history, today: today))
      """)
  }

  private static func forms(_ delivery: DeliveryRecord, _ state: FormState) -> HTML {
    let base: Link = "/exchange/deliveries/\(delivery.id)"
    let receipt: HTML =
      delivery.answered == nil
      ? """
      <form method="post" action="\(link: "\(base)/receipt")" enctype="multipart/form-data" class="panel gap"><h2>登记回执</h2>\
      \(Field("file", "省里发来的回执文件", state, hint: "回执写明这一批的批号和校验值，对不上的不收").files(multiple: false, accept: ".json"))\
      <button class="btn p">登记回执</button></form>
      """ : .none
    return """
      <form method="post" action="\(link: "\(base)/file")" class="panel gap"><h2>取文件</h2>\
      <p>文件里有完整的证件号码、电话，只能按规定的渠道发给省里；每取一次台账记一次。再取内容不变。</p>\
      <button class="btn\(if: delivery.answered != nil, " p")">取文件</button></form>\(receipt)
      """
  }

  private static func refused(
    _ delivery: DeliveryRecord, _ lines: [DeliveredLine], _ records: [ID<OffenderRecord>: OffenderRecord],
    _ mayDeliver: Bool, _ state: FormState
  ) -> HTML {
    guard !lines.isEmpty else { return .none }
    let items = lines.map { line -> HTML in
      let record = records[line.record]
      let name: HTML =
        record.map { "<a href=\"\(link: "/offenders/\($0.person)")\">\($0.said.name)</a>（\($0.source)）" } ?? "记录已不在库里"
      let done: HTML = line.words.isEmpty ? .none : "<p class=\"dim\">\(line.state.title)：\(line.words)</p>"
      return """
        <li><b>第 \(line.line) 行</b>　\(name)<p class="note bad">\(line.reasons)</p>\(done)\
        \(if: mayDeliver && line.state == .refused, mending(delivery, line, state))</li>
        """
    }
    return section(
      "被退回的", note: "\(lines.count) 条；改过的记录会随下一批自动再报", id: "refused", "<ul class=\"stack\">\(items)</ul>")
  }

  private static func mending(_ delivery: DeliveryRecord, _ line: DeliveredLine, _ state: FormState) -> HTML {
    let own = state.value("line") == "\(line.line)" ? state : .empty
    return """
      <form method="post" action="\(link: "/exchange/deliveries/\(delivery.id)/mend")" class="under">\
      <input type="hidden" name="line" value="\(line.line)">\
      <label for="words-\(line.line)">怎么处理的（不写姓名）</label>\
      <input id="words-\(line.line)" name="words" maxlength="300" value="\(own.value("words"))">\
      <p class="row"><button class="btn p" name="choice" value="again">下一批再报</button>\
      <button class="btn p" name="choice" value="left">不再报</button></p></form>
      """
  }
}

enum IntakePages {
  static func list(
    _ intakes: [DeliveryIntake], _ listing: Listing, mayTake: Bool, today: CivilDate, _ state: FormState
  ) -> Page {
    let lines = intakes.map { intake in
      Table.Line([
        "<a href=\"\(link: "/exchange/intakes/\(intake.id)")\">\(intake.title)</a>",
        "\(intake.at.chinese(today: today))", "\(intake.lines)", "\(intake.receipt.taken)",
        "\(intake.receipt.revised)", "\(intake.receipt.refused.count)",
      ])
    }
    let columns =
      [Table.Column("批次"), Table.Column("什么时候收的")]
      + ["条", "新增", "改", "退回"].map { Table.Column($0, numeric: true) }
    let form: HTML =
      mayTake
      ? """
      <form method="post" action="/exchange/intakes" enctype="multipart/form-data" class="panel gap">\
      \(Field("file", "县里的上报文件", state, hint: "本系统做的 jsonl 文件；能收的收下，不能收的写明理由退回，收完给回执").files(multiple: false, accept: ".jsonl"))\
      <button class="btn">收下</button></form>
      """ : .none
    let table =
      lines.isEmpty
      ? empty("还没有收过上报", "县里用本系统的，把“上报省里”的文件发来，在这里收。")
      : Table(listing.caption("收到的上报", unit: "批"), columns, lines, listing: listing).html
    return Page(
      "收到的上报", crumbs: [("上报省里", "/exchange/deliveries")],
      """
      \(head("收到的上报", meta: ["给省、市用：收下级报来的违法人员记录，给回执"]))\(state.summary)\(form)\(section("收过的", table))
      """)
  }

  static func page(_ intake: DeliveryIntake, _ history: [LedgerEntry], today: CivilDate) -> Page {
    let receipt = intake.receipt
    let lines = receipt.refused.map { Table.Line(["第 \($0.line) 行", "\($0.reasons.joined(separator: "；"))"]) }
    let refused: HTML =
      lines.isEmpty
      ? .none
      : section("退回的", Table("退回 \(lines.count) 条", [Table.Column("行"), Table.Column("理由")], lines).html)
    return Page(
      intake.title, crumbs: [("上报省里", "/exchange/deliveries"), ("收到的上报", "/exchange/intakes")],
      """
      \(head(intake.title, meta: ["\(intake.lines) 条"], actions: [button("下载回执", "/exchange/intakes/\(intake.id)/receipt.json")]))\
      \(section("收的结果", facts([
        ("新增", "\(receipt.taken) 条"), ("改", "\(receipt.revised) 条"), ("已有", "\(receipt.known) 条"),
        ("退回", "\(receipt.refused.count) 条"), ("谁收的", "\(intake.actor)，\(intake.at.chinese(today: today))"),
        ("文件校验值（SHA-256）", "\(intake.sha256)"),
      ])))\(refused)\(historySection(history, today: today))
      """)
  }
}
