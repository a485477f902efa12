internal import Kit
internal import Web

/// One result: its figures as they were kept, its approval, its issue.
struct ResultPages {
  let result: ResultRecord
  let next: ResultRecord?
  let approval: ApprovalPages
  let history: HTML
  let mayWork: Bool
  let today: CivilDate

  static func chip(_ one: ResultRecord) -> HTML {
    if one.droppedAt != nil { return Chip.shut.html("已弃用") }
    guard one.issue != nil else { return Chip.half.html("没有印发") }
    return one.replacedBy == nil ? Chip.done.html("已印发") : Chip.shut.html("已被更正")
  }

  func page(_ ranking: HTML, _ state: FormState) -> Page {
    let number: [HTML] = result.issue.map { ["\($0.number)", "\($0.by) \($0.at.chinese(today: today))印发"] } ?? []
    return Page(
      "考核结果第 \(result.number) 版", crumbs: AssessmentOverviewPages.crumbs(result.campaign, result.campaignTitle),
      """
      \(head("考核结果第 \(result.number) 版", meta: [Self.chip(result), "截至 \(result.day.chinese(today: today))"] + number, actions: actions))\
      \(state.summary)\(replaced)\(correction)\(section("名次", note: "当时的数字，以后的变动不改它", ranking))\(steps(state))\(history)
      """)
  }

  private var actions: [HTML] {
    guard result.droppedAt == nil else { return [] }
    let word = result.issue == nil ? [] : [button("下载通报 Word", "/results/\(result.id)/word", plain: true)]
    return word + [button("导出考核表 Excel", "/results/\(result.id)/scores.xlsx", plain: true)]
  }

  private var replaced: HTML {
    guard let next else { return .none }
    return
      "<p class=\"under\">\(Chip.warn.html("已被更正"))　<a href=\"\(link: "/results/\(next.id)")\">看第 \(next.number) 版</a></p>"
  }

  private var correction: HTML { result.reason.map { section("更正的理由", paragraphs($0)) } ?? .none }

  private func steps(_ state: FormState) -> HTML {
    guard result.isOpen else { return .none }
    let issue: HTML =
      mayWork && approval.standing.isApproved
      ? section(
        "印发",
        """
        <form method="post" action="\(link: "/results/\(result.id)/issue")"><p class="row"><button class="btn">印发</button></p></form>
        """) : .none
    let drop: HTML =
      mayWork
      ? """
      <details class="more block"><summary>弃用这份结果</summary><form method="post" action="\(link: "/results/\(result.id)/drop")">\
      <p class="row"><button class="btn p">弃用</button></p></form></details>
      """ : .none
    return "\(approval.section(state))\(issue)\(drop)"
  }
}
