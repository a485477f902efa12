import Kit
import Web

/// One thing that may be done with a clue, or why it may not.
struct ClueStep: Sendable {
  let title: String
  let why: String
  /// Nil for a closed step.
  let link: Link?
}

extension ClueModel {
  /// The table of steps: what each state allows, and the missing condition of the rest.
  var steps: [ClueStep] {
    guard mayWork else { return [] }
    switch clue.state {
    case .received:
      return [
        open("受理", "选承办人和答复期限，计入专项行动的任务。", "accept"),
        open("不予受理", "不归本机关管，或内容没法核查：写明理由，举报人凭码能看到。", "refuse"), refer, conceal, tie, hand, merge, split,
        closed("答复", "先受理，才能答复。"),
      ]
    case .accepted:
      let answer =
        away.map { closed("答复并办结", "线索转给了\($0)，等对方反馈结果。") }
        ?? open("答复并办结", "核查有了结果，写给举报人看。写完线索办结。", "answer")
      return [answer, tie, open("改任务", "换一项专项行动的任务，或不计入。", "task"), refer, conceal, hand, merge, split]
    case .merged: return [open("撤销合并", "合并错了，或者不是同一件事：恢复成单独的一条，期限照旧。", "unmerge")]
    case .refused, .answered: return []
    }
  }

  /// Why there is no step at all.
  var stepNote: String? {
    if clue.state == .merged { return mayWork ? nil : "线索已经并入另一条，办理情况看那一条。" }
    if !clue.state.isOpen { return "线索已经办结。举报人有新情况的，另登记一条。" }
    return mayWork ? nil : "你的岗位只能查看线索，由监督机构的人员办理。"
  }

  /// Whether this address is an open step now; a page left open since yesterday may no longer be.
  func allows(_ path: String) -> Bool { steps.contains { $0.link?.text == path } }

  private var tie: ClueStep {
    let title = clue.premises == nil ? "认定机构或无证点" : "更正机构或无证点"
    return ClueStep(title: title, why: "查到是哪一家，检查和案件都落到它名下。", link: Link("/clues/\(clue.id)").at("premises"))
  }

  private var refer: ClueStep {
    away.map { closed("转办", "已经转给\($0)，一次只转给一个单位。") }
      ?? open("转办", "归别的部门、上级、下级或者外县管的，附转办函转过去，接收、退回、结果都有期限。", "refer")
  }

  private var merge: ClueStep {
    away.map { closed("并入另一条线索", "线索转给了\($0)，等对方反馈结果。") }
      ?? open("并入另一条线索", "和另一条反映同一件事：以那一条为主办理，举报人凭自己的码看那一条的进度。", "merge")
  }

  private var split: ClueStep {
    if isPart { return closed("拆分", "这一条就是拆分出来的；还要拆的，打开原来那一条。") }
    return away.map { closed("拆分", "线索转给了\($0)，等对方反馈结果。") }
      ?? open("拆分", "一份来信里既有投诉又有举报，或者是两件事：拆出一条，各有承办人、期限和答复。", "split")
  }

  private var conceal: ClueStep {
    away == nil
      ? open("反映本单位的，移出", "反映的是单位或其人员：交上级或者纪检监察机关，被反映的单位再也看不到。", "conceal")
      : closed("反映本单位的，移出", "线索在别的单位手里，先撤回或者等退回。")
  }

  private var hand: ClueStep {
    mayAssign
      ? open("改派", "换一位承办人，时限不变。", "assign") : closed("改派", "由本单位能分派线索的负责人办理。")
  }

  private func open(_ title: String, _ why: String, _ path: String) -> ClueStep {
    ClueStep(title: title, why: why, link: "/clues/\(clue.id)/\(path)")
  }

  private func closed(_ title: String, _ why: String) -> ClueStep { ClueStep(title: title, why: why, link: nil) }
}
