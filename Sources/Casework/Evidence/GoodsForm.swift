import Kit
import Web

/// The forms of a list: several lines at once, empty ones left out.
enum GoodsForm {
  static let rows = 6
  static let columns: [(name: String, label: String, most: Int)] = [
    ("name", "名称", 200), ("count", "数量", 20), ("unit", "单位", 20), ("spec", "规格", 200), ("batch", "批号", 200),
    ("place", "存放处", 200), ("note", "状况", 300),
  ]

  static func read(_ form: Form) throws -> (new: [NewGoods], carried: [ID<Goods>]) {
    let read = FormReader(form)
    let new = (1...rows).compactMap { row($0, read) }
    let carried = form.all("carried").compactMap { ID<Goods>(text: $0) }
    try read.done()
    if new.isEmpty, carried.isEmpty { throw EvidenceRefusal.noItems }
    return (new, carried)
  }

  private static func row(_ number: Int, _ read: FormReader) -> NewGoods? {
    let values = Dictionary(
      uniqueKeysWithValues: columns.map { column in
        (column.name, read.maybeText("\(column.name)-\(number)", "第 \(number) 件的\(column.label)", most: column.most))
      })
    func value(_ name: String) -> String? { values[name] ?? nil }
    guard columns.contains(where: { value($0.name) != nil }) else { return nil }
    guard let name = value("name"), let count = value("count") else {
      read.refuse("name-\(number)", "第 \(number) 件要写名称和数量。")
      return nil
    }
    return NewGoods(
      name, count: count, unit: value("unit"), spec: value("spec"), batch: value("batch"), place: value("place"),
      note: value("note"))
  }

  static func redress(_ form: Form) throws -> (item: ID<Goods>, redress: GoodsRedress) {
    let read = FormReader(form)
    let item = read.id("item", "哪一件", Goods.self)
    let redress = GoodsRedress(
      read.money("paid-amount", "给付的数额"), on: read.date("paid-on", "给付日期"),
      receiver: read.text("receiver", "领取人"), receipt: read.text("paid-receipt", "凭据"),
      note: read.text("paid-note", "数额怎样来的", most: 500))
    try read.done()
    return (item, redress)
  }

  static func disposal(_ form: Form) throws -> (items: [ID<Goods>], disposal: GoodsDisposal) {
    let read = FormReader(form)
    let items = form.all("items").compactMap { ID<Goods>(text: $0) }
    if items.isEmpty { read.refuse("items", "还没有勾选物品。") }
    let disposal = GoodsDisposal(
      read.text("way", "怎样处理", most: 40), on: read.date("on", "处理日期"),
      witness: read.maybeText("witness", "见证人、接收人"), receipt: read.maybeText("receipt", "凭据"),
      note: read.maybeText("note", "说明", most: 500))
    try read.done()
    return (items, disposal)
  }
}
