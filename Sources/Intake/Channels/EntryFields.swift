import Kit
import Web

/// What the desk writes down of an order, a newspaper, an office: the fields that `Content/channels/` asks for.
enum EntryFields {
  /// All of them: without scripts a form cannot show only those of the chosen channel.
  static func html(_ book: ChannelBook, _ state: FormState) -> HTML {
    """
    <fieldset><legend>从哪里转来（来电、来访不用填）</legend>\
    \(Field("order", "工单编号", state, hint: "热线派来的必填；同一个编号只登记一次。", required: false).line(most: 60, narrow: true))\
    \(Field("sender", "转来的单位", state, hint: "其他机关转来的必填。", required: false).line(most: 60))\
    \(Field("outlet", "媒体名称", state, hint: "媒体曝光的必填：报刊、网站或者账号。", required: false).line(most: 60))\
    \(Field("address", "哪一篇、网址", state, required: false).line(most: 300))\
    \(Field("came", "收到日期", state, hint: "不是今天收到的才填；时限从这一天的次日起算。", required: false).date())\
    \(Field("origin", "来源说明", state, hint: "不要写举报人的姓名和电话，写在下面会封存。", required: false).line(most: 100))</fieldset>
    """
  }

  /// Collects in `read` a refusal for each thing that the channel asks for and that is missing.
  static func read(
    _ read: FormReader, _ form: Form, _ book: ChannelBook, asks: Set<ChannelRule.Asked>
  ) -> ClueEntry {
    func asked(_ part: ChannelRule.Asked, _ label: String) -> String? {
      asks.contains(part) ? read.text(part.rawValue, label, most: 60) : read.maybeText(part.rawValue, label, most: 60)
    }
    return ClueEntry(
      matter: MatterChoice.read(read, form, book, asksBack: false), order: asked(.order, "工单编号"),
      outlet: asked(.outlet, "媒体名称"), address: read.maybeText("address", "哪一篇、网址", most: 300),
      sender: asked(.sender, "转来的单位"), came: read.maybeDate("came", "收到日期"))
  }
}
