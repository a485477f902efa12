import Kit
import Procedure
import Web

/// The forms of what the party may do now, each behind its line; what it may not do says why.
enum PartyActPages {
  static func section(_ view: PartyView, _ state: FormState) -> HTML {
    guard !view.isClosed else { return .none }
    let open = view.chances.filter(\.isOpen)
    return Web.section(
      "你现在可以办的", id: "acts",
      "\(view.line(.notHeavier))\(open.map { form($0, view, state) })\(closed(view.chances.filter { !$0.isOpen }))")
  }

  private static func form(_ chance: PartyChance, _ view: PartyView, _ state: FormState) -> HTML {
    // What was typed for another act must not show up here.
    let isHere = state.value("act") == chance.act.rawValue
    let own = isHere ? state : FormState.empty
    return """
      <details class="panel under"\(if: isHere, " open")><summary>\(chance.act.title)</summary>\
      <form method="post" action="\(link: "/party/\(chance.act.rawValue)")" enctype="multipart/form-data" class="under gap">\
      <input type="hidden" name="code" value="\(state.value("code"))"><input type="hidden" name="once" value="\(state.value("once"))">\
      <input type="hidden" name="act" value="\(chance.act.rawValue)">\(fields(chance, view, own))</form></details>
      """
  }

  private static func fields(_ chance: PartyChance, _ view: PartyView, _ state: FormState) -> HTML {
    switch chance.act {
    case .defence: defence(view, state)
    case .hearing: hearing(view, state)
    case .waiver: waiver(chance, view, state)
    case .address: address(view, state)
    }
  }

  private static func defence(_ view: PartyView, _ state: FormState) -> HTML {
    let isLate = !view.clocks.contains { $0.name == .defence && $0.due >= view.today }
    let again = state.problems.isEmpty ? "" : "文件没有保留下来，请重新选一次。"
    return """
      \(view.line(.defence))\(if: isLate, view.line(.lateDefence))\
      \(Field("defence", "你的陈述、申辩", state, hint: "写明事实、理由，要求是什么；只交照片的可以不写", required: false).lines(rows: 6, most: 20_000))\
      \(Field("files", "照片、单据等证据", state, hint: "\(again)图片、PDF 或 MP4，每个不超过 20 MB，最多 5 个", required: false).files(multiple: true, accept: PartyForm.accept))\
      <button class="btn w">提交陈述申辩</button>
      """
  }

  private static func hearing(_ view: PartyView, _ state: FormState) -> HTML {
    """
    \(view.line(.hearing))\
    \(Field("hearing", "要说明的", state, hint: "例如要求公开或者不公开、由谁代理", required: false).lines(rows: 3, most: 5000))\
    <button class="btn w">要求听证</button>
    """
  }

  private static func waiver(_ chance: PartyChance, _ view: PartyView, _ state: FormState) -> HTML {
    """
    \(view.line(.waiveStatement))\(view.line(.waiveHearing))\
    \(Field("waive", "放弃什么", state).radios(chance.outcomes.map { (value: $0.id, words: $0.title, hint: nil) }))\
    \(Field("understood", "确认", state).checks([(value: "yes", words: "我知道放弃以后会怎样，是我自己愿意放弃的", hint: nil)]))\
    <button class="btn w">放弃</button>
    """
  }

  private static func address(_ view: PartyView, _ state: FormState) -> HTML {
    """
    \(view.days?.address.map { "<p class=\"note ok\">\($0.chinese(today: view.today))确认过；再确认一次，原来的地址不再使用。</p>" as HTML })\(view.line(.address))\
    \(Field("address", "收文书的地址", state, hint: "写到门牌号").line(most: 200))\
    \(Field("receiver", "收件人", state).line(most: 60))\(Field("phone", "联系电话", state).line(type: "tel", most: 30, mode: "tel"))\
    \(view.line(.electronic))\
    \(Field("electronic", "电子送达的手机号或者邮箱", state, hint: "不同意电子送达的，不填", required: false).line(most: 100))\
    <button class="btn w">确认送达地址</button>
    """
  }

  private static func closed(_ chances: [PartyChance]) -> HTML {
    guard !chances.isEmpty else { return .none }
    let items = chances.map { chance -> HTML in
      let reasons = chance.closed.map { "<p class=\"why\">\($0.reason)（\($0.source)）</p>" as HTML }
      return "<li><b>\(chance.act.title)</b>\(reasons)</li>"
    }
    return """
      <details class="panel under"><summary>现在不能办的 \(chances.count) 件事</summary><ul class="steps under">\(items)</ul></details>
      """
  }
}
