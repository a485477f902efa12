import Kit
import Storage
import Web

/// The party on the page of its case: what is on file and what it sent, without any particulars.
enum PartyPanel {
  static func make(_ ref: Ref, _ viewer: Viewer, _ reader: Reader) throws -> HTML {
    let id = ID<Case>(ref.number)
    let (days, code) = (try PartyStore.days(of: id, reader), try PartyStore.secret(of: id, reader)?.madeOn)
    let receipts = try PartyStore.receipts(of: id, reader)
    let today = reader.today
    return section(
      "当事人", note: "<a href=\"\(link: "/cases/\(id)/party")\">当事人的情况、查询码</a>",
      """
      \(facts([
        ("情况", days == nil ? "还没有登记" : "已登记"),
        ("查询码", code.map { "\($0.chinese(today: today))生成" } ?? "还没有生成，出具第一份给当事人的文书时生成"),
        ("送达地址", days?.address.map { "\($0.chinese(today: today))确认" } ?? "还没有确认"),
        ("电子送达", days?.electronic.map { "\($0.chinese(today: today))同意" }),
        ("凭码提交", receipts.last.map { "\(receipts.count) 次，最近 \($0.at.chinese(today: today)) \($0.act.title)" }),
      ]))
      """)
  }

  /// What the party sent by its code: receipts with the files that came with them.
  static func sent(_ receipts: [PartyReceipt], _ files: [Attachment], _ today: CivilDate) -> HTML {
    guard !receipts.isEmpty else { return .none }
    let items = receipts.reversed().map { receipt -> HTML in
      let own = files.filter { receipt.files.contains($0.sha256) }
      let step: HTML = receipt.step.map { "，第 \($0) 步" } ?? .none
      return """
        <li><b>\(receipt.act.title)</b>　<span class="dim">\(receipt.at.chinese(today: today))\(step)</span>\
        <p>回执 \(receipt.number)</p><p class="why wrap">校验值 \(receipt.hash)</p>\(attachmentList(own))</li>
        """
    }
    return section("当事人凭码提交的", note: "\(receipts.count) 次", "<ul class=\"steps\">\(items)</ul>")
  }
}
