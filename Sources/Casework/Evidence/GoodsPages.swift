import Inspection
import Kit
import Packs
import Procedure
import Web

/// What the page of a list shows.
struct GoodsPage {
  let record: CaseRecord
  let list: GoodsList
  /// Things of earlier lists that are to come here.
  let onward: [GoodsRecord]
  let mayList: Bool
  let mayDispose: Bool
  let mayRedress: Bool
  /// Titles of lists by their step.
  let titles: [StepKind: String]
  /// The step that ends the measure, where it is still open.
  let end: (title: String, link: Link)?
  let today: CivilDate
}

enum GoodsPages {
  static func page(_ model: GoodsPage, _ state: FormState) -> Page {
    let (record, list) = (model.record, model.list)
    return Page(
      list.kind.title, crumbs: EvidencePages.crumbs(record),
      """
      \(head(list.kind.title, meta: ["\(record.number)", "第 \(list.begun.id) 步，\(list.begun.on.chinese(today: model.today))", EvidencePanel.state(list)]))\
      <p class="dim">\(list.kind.provenance.source)\(if: !list.kind.provenance.confidence.isFirm, "（处理方式\(list.kind.provenance.confidence.title)）")</p>\
      \(state.summary)\(standing(list))\(list.items.isEmpty ? nothing(model) : table(model))\(next(model))\
      \(if: model.mayDispose, dispose(model, state))\(if: model.mayRedress, redress(model, state))\(if: model.mayList, add(model, state))
      """)
  }

  /// What became of the confiscation, in plain words.
  private static func standing(_ list: GoodsList) -> HTML {
    switch list.confiscation {
    case .fallen:
      "<p class=\"note warn\">没收已被撤销、变更或者责令重新作出：在手的物品退还当事人\(if: !list.owed.isEmpty, "，已经处置的 \(list.owed.count) 件返还价款或者赔付")。\(list.kind.value.map { "（\($0.source)，\($0.confidence.title)）" } ?? "")</p>"
    case .again: "<p class=\"note warn\">原决定已被撤销，重新作出的决定仍然没收：没有处置的物品转入新决定的清单，不再没收的退还当事人。</p>"
    case .changed: "<p class=\"note warn\">决定已经变更：不再没收的物品退还当事人，其余照变更以后的决定处置。</p>"
    case .stands, nil: .none
    }
  }

  private static func nothing(_ model: GoodsPage) -> HTML {
    empty("清单里还没有物品", model.mayList ? "<p>在下面逐件写名称和数量。</p>" : "<p>由本案的办案人员登记。</p>")
  }

  private static func table(_ model: GoodsPage) -> HTML {
    let lines = model.list.items.map { item in
      Table.Line([
        "\(item.number)．\(item.what.name)\(if: item.origin != nil, "<span class=\"s\">从前面的清单转来</span>")",
        "\(item.what.amount)", said(item.what.spec, item.what.batch), said(item.what.place, item.what.note),
        became(item, model),
      ])
    }
    let columns = ["物品", "数量", "规格、批号", "存放、状况", "处理"].map { Table.Column($0) }
    return Table("物品 \(lines.count) 件", columns, lines).html
  }

  private static func said(_ words: String?...) -> HTML {
    let said = words.compactMap { $0 }.filter { !$0.isEmpty }
    return said.isEmpty ? "—" : "\(said.joined(separator: "，"))"
  }

  private static func became(_ item: GoodsRecord, _ model: GoodsPage) -> HTML {
    guard let disposal = item.disposal else { return Chip.half.html("还没有处理") }
    let way = model.list.kind.way(disposal.way)
    let more = [disposal.witness.map { "见证、接收：\($0)" }, disposal.receipt.map { "凭据：\($0)" }, disposal.note]
      .compactMap { $0 }.joined(separator: "；")
    return """
      \(Chip.done.html(way?.title ?? disposal.way))　\(disposal.on.chinese(today: model.today))\
      \(if: item.redress == nil && model.list.owed.contains { $0.id == item.id }, Chip.warn.html("要返还价款或者赔付"))\
      \(item.redress.map { "<span class=\"s\">\($0.on.chinese(today: model.today))给付 \($0.amount.text) 元，领取人：\($0.receiver)；凭据：\($0.receipt)；\($0.note)</span>" as HTML })\
      \(way?.onward.flatMap { model.titles[$0] }.map { "<span class=\"s\">转入\($0)</span>" as HTML })\(if: !more.isEmpty, "<span class=\"s\">\(more)</span>")
      """
  }

  private static func next(_ model: GoodsPage) -> HTML {
    if let ended = model.list.ended {
      return "<p class=\"dim under\">第 \(ended.id) 步（\(ended.on.chinese(today: model.today))）已经结束这项措施，清单不再改动。</p>"
    }
    guard let end = model.end, !model.list.items.isEmpty else { return .none }
    if model.list.left.isEmpty { return "<p class=\"row\">\(button(end.title, end.link))</p>" }
    return "<p class=\"dim under\">每件都写明处理以后，才能办“\(end.title)”。</p>"
  }

  private static func dispose(_ model: GoodsPage, _ state: FormState) -> HTML {
    let items = model.list.left.map {
      (value: $0.id.text, words: "\($0.number)．\($0.what.name)，\($0.what.amount)", hint: nil as String?)
    }
    return """
      <form method="post" action="\(link: "/cases/\(model.record.id)/goods/\(model.list.begun.id)/dispose")" class="panel gap" id="dispose"><h2>处理物品</h2>\
      \(Field("items", "哪几件", state, hint: "每件只处理一次，保存以后不能改").checks(items))\
      \(Field("way", "怎样处理", state).radios(model.list.ways.map { way in
        (value: way.id, words: way.title, hint: way.onward.flatMap { model.titles[$0] }.map { "转入\($0)" })
      }))\
      \(Field("on", "处理日期", state).date())\(Field("witness", "见证人、接收人", state, hint: "退还写领取人（必填），销毁写监督人", required: false).line())\
      \(Field("receipt", "凭据", state, hint: "收条（退还必填）、拍卖成交、销毁记录的编号", required: false).line())\
      \(Field("note", "说明", state, hint: waits(model.list), required: false).lines(rows: 2, most: 500))<p class="row"><button class="btn">保存处理结果</button></p></form>
      """
  }

  private static func waits(_ list: GoodsList) -> String? {
    guard list.kind.waits != nil, list.takesNew else { return nil }
    return "复议、诉讼的期限没有届满就要处置的，写明理由和批准人"
  }

  private static func redress(_ model: GoodsPage, _ state: FormState) -> HTML {
    let items = model.list.owed.map {
      (value: $0.id.text, words: "\($0.number)．\($0.what.name)，\($0.what.amount)", hint: nil as String?)
    }
    return """
      <form method="post" action="\(link: "/cases/\(model.record.id)/goods/\(model.list.begun.id)/redress")" class="panel gap" id="redress"><h2>返还价款或者赔付</h2>\
      \(Field("item", "哪一件", state).radios(items))\
      <div class="pair">\(Field("paid-amount", "给付的数额（元）", state).line())\(Field("paid-on", "给付日期", state).date())</div>\
      <div class="pair">\(Field("receiver", "领取人", state).line())\(Field("paid-receipt", "凭据", state, hint: "付款凭证的编号").line())</div>\
      \(Field("paid-note", "数额怎样来的", state, hint: "拍卖价款、评估、协议或者赔偿决定").lines(rows: 2, most: 500))\
      <p class="row"><button class="btn">登记给付</button></p></form>
      """
  }

  private static func add(_ model: GoodsPage, _ state: FormState) -> HTML {
    let rows = model.list.takesNew ? (1...GoodsForm.rows).map { row($0, state) } : []
    let coming = model.onward.map {
      (value: $0.id.text, words: "\($0.what.name)，\($0.what.amount)（第 \($0.step) 步的清单）", hint: nil as String?)
    }
    return """
      <form method="post" action="\(link: "/cases/\(model.record.id)/goods/\(model.list.begun.id)")" class="panel gap" id="add"><h2>登记物品</h2>\
      \(if: !coming.isEmpty, Field("carried", "从前面的清单转来", state, required: false).checks(coming))\(rows)\
      <p class="row block"><button class="btn">登记物品</button></p></form>
      """
  }

  /// The first line is open, the others are one tap away.
  private static func row(_ number: Int, _ state: FormState) -> HTML {
    func field(_ column: Int) -> HTML {
      let (name, label, most) = GoodsForm.columns[column]
      return Field("\(name)-\(number)", "\(label)（第 \(number) 件）", state, required: false).line(most: most)
    }
    let isOpen = number == 1 || state.problem("name-\(number)") != nil || !state.value("name-\(number)").isEmpty
    return """
      <details class="gap"\(if: isOpen, " open")><summary>第 \(number) 件</summary><div class="gap">\(field(0))<div class="pair">\(field(1))\(field(2))</div>\
      <div class="pair">\(field(3))\(field(4))</div><div class="pair">\(field(5))\(field(6))</div></div></details>
      """
  }
}
