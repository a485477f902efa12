import Inspection
import Kit
import Storage
import Web

/// The list of evidence of a case, and the page of one item.
enum EvidencePages {
  static func list(_ model: EvidenceList) -> Page {
    let record = model.record
    let actions = model.mayAdd ? [button("登记证据", "/cases/\(record.id)/evidence/new")] : []
    return Page(
      "证据清单", crumbs: crumbs(record),
      """
      \(head("证据清单", meta: ["\(record.number)", "\(record.violation.name)", "承办 \(record.team.names)"], actions: actions))\
      \(model.items.isEmpty ? nothing(model) : table(model))
      """)
  }

  private static func nothing(_ model: EvidenceList) -> HTML {
    empty(
      "还没有登记证据", model.mayAdd ? "<p>点“登记证据”：拍一张照，写名称，选种类。</p>" : "<p>由本案的办案人员登记。</p>")
  }

  private static func table(_ model: EvidenceList) -> HTML {
    let lines = model.items.map { item in
      Table.Line([
        "<a href=\"\(link: "/evidence/\(item.id)")\">\(item.number)．\(item.what.name)</a>\(if: !item.what.proves.isEmpty, "<span class=\"s\">证明：\(item.what.proves)</span>")",
        "\(model.book.kind(item.what.kind)?.title ?? item.what.kind)\(if: item.what.exhibit != nil, "<span class=\"s\">\(item.what.exhibit.map(amount))</span>")",
        "\(item.what.takenOn.chinese(today: model.today))\(item.what.takenAt.map { " \($0)" })<span class=\"s\">\(item.what.place)</span>",
        "\(item.what.original.title)", "\(model.files[item.id] ?? 0) 个", "\(model.holders[item.id] ?? "没有记录")",
      ])
    }
    let columns = ["证据", "种类", "取得", "与原件", "附件", "现由谁保管"].map { Table.Column($0) }
    return Table("证据 \(lines.count) 件", columns, lines).html
  }

  /// `3 支，0.5 毫升`.
  static func amount(_ exhibit: Exhibit) -> String {
    [exhibit.unit.map { "\(exhibit.count) \($0)" } ?? exhibit.count, exhibit.spec].compactMap { $0 }.joined(
      separator: "，")
  }

  static func crumbs(_ record: CaseRecord) -> [(String, Link)] {
    [("案件", "/cases"), (record.number, "/cases/\(record.id)")]
  }
}

/// One item.
extension EvidencePages {
  static func item(_ model: EvidenceDetail, _ state: FormState) -> Page {
    let (record, item) = (model.record, model.item)
    return Page(
      item.label, crumbs: crumbs(record) + [("证据清单", "/cases/\(record.id)/evidence")],
      """
      \(head("证据 \(item.number)：\(item.what.name)", meta: ["\(record.number)", "\(model.kind?.title ?? item.what.kind)", "现由 \(model.holder ?? "（没有记录）") 保管"]))\
      \(state.summary)<div class="two block"><div>\(facts(model))\(files(model))\(if: model.mayAdd, more(model, state))</div>\
      <div>\(custody(model))\(if: model.mayMove, move(model, state))</div></div>
      """)
  }

  private static func facts(_ model: EvidenceDetail) -> HTML {
    let what = model.item.what
    return Web.facts([
      ("证明什么", what.proves.isEmpty ? nil : paragraphs(what.proves)),
      ("取得时间", "\(what.takenOn.chinese(today: model.today))\(what.takenAt.map { " \($0)" })"),
      ("取得地点", "\(what.place)"),
      ("取证人", "\(model.item.takers)"), ("来源", what.source.isEmpty ? nil : "\(what.source)"),
      ("与原件的关系", "\(what.original.title)"), ("数量、规格", what.exhibit.map { "\(amount($0))" }),
      ("录制", what.recording.map { "\($0.began) 至 \($0.ended)" }), ("设备", what.recording?.device.map { "\($0)" }),
      ("原始介质", what.recording?.medium.map { "\($0)" }),
      ("介质上文件的校验值", what.recording?.mediumHash.map { "\($0)（办案人员抄录）" }),
      ("来自", what.step.map { "第 \($0) 步 \(model.step ?? "")" }),
      ("登记时间", "\(model.item.recordedAt.chinese(today: model.today))"),
      ("注意", late(model)),
    ])
  }

  private static func late(_ model: EvidenceDetail) -> HTML? {
    guard let decision = model.record.decision, model.item.what.takenOn > decision.date else { return nil }
    return Chip.warn.html("在决定以后取得，不是决定的依据")
  }

  private static func files(_ model: EvidenceDetail) -> HTML {
    let items = model.files.map { file -> HTML in
      """
      <li><a href="\(link: "/files/\(file.id)")">\(file.name)</a><p class="why">SHA-256 \(file.sha256)</p></li>
      """
    }
    let list: HTML = items.isEmpty ? "<p class=\"dim\">没有附件。</p>" : "<ul class=\"steps\">\(items)</ul>"
    return section(
      "附件", note: "\(model.files.count) 个",
      "\(list)\(if: !items.isEmpty, "<p class=\"dim\">校验值是文件收到时的原样；照片里的拍摄时间、位置和设备信息没有去掉。</p>")")
  }

  private static func more(_ model: EvidenceDetail, _ state: FormState) -> HTML {
    """
    <details class="panel gap"\(if: state.problem("files") != nil, " open")><summary>补充附件</summary>\
    <form method="post" enctype="multipart/form-data" action="\(link: "/evidence/\(model.item.id)/files")" class="gap">\
    \(Field("files", "文件", state, hint: "原来的附件不会被替换").files(multiple: true))<p class="row"><button class="btn">补充附件</button></p></form></details>
    """
  }

  private static func custody(_ model: EvidenceDetail) -> HTML {
    section(
      "保管链", note: "只增加，不修改",
      timeline(
        model.chain.map { move in
          (
            time: move.on.chinese(today: model.today) + (move.at.map { " \($0)" } ?? ""),
            words: "\(if: !move.from.isEmpty, "从 \(move.from) ")到 <b>\(move.to)</b>，\(move.why)", note: "\(move.state)"
          )
        }))
  }

  private static func move(_ model: EvidenceDetail, _ state: FormState) -> HTML {
    let isOpen = ["to", "moved-on", "moved-at", "why", "state", "from"].contains { state.problem($0) != nil }
    return """
      <details class="panel gap"\(if: isOpen, " open")><summary>移交保管</summary>\
      <form method="post" action="\(link: "/evidence/\(model.item.id)/move")" class="gap">\
      <input type="hidden" name="from" value="\(model.holder ?? "")"><p>现在由 <b>\(model.holder ?? "")</b> 保管</p>\
      \(Field("to", "移交给", state, hint: "人，或者地方，例如证物室").line(most: 100))\(Field("why", "原因", state, hint: "例如入库、送检、退还").line(most: 300))\
      \(Field("state", "交接时的状况", state, hint: "包装、封条、数量").line(most: 500))\
      <div class="pair">\(Field("moved-on", "移交日期", state).date())\(Field("moved-at", "移交时间", state, required: false).line(type: "time", narrow: true))</div>\
      <p class="row"><button class="btn">移交</button></p></form></details>
      """
  }
}
