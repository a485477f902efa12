internal import Kit
internal import Offices
internal import Storage
internal import Web

/// One term of one person, with who was it before and after.
struct MemberPages {
  let member: MemberRecord
  /// The line of those who held the seat, the first one first.
  let line: [MemberRecord]
  let people: [Person]
  let history: [LedgerEntry]
  let mayWork: Bool
  let today: CivilDate

  func page(_ state: FormState) -> Page {
    let chip: HTML = member.until == nil ? Chip.full.html("现任") : Chip.shut.html("已经结束")
    return Page(
      member.name,
      crumbs: [
        ("专项行动", "/campaigns"), (member.campaignTitle, "/campaigns/\(member.campaign)"),
        ("领导小组和联络员", "/campaigns/\(member.campaign)/group"),
      ],
      """
      \(head(member.name, meta: [chip, "\(member.label)"]))\(state.summary)\(about)\(steps(state))\(others)\
      \(historySection(history, today: today))
      """)
  }

  private var about: HTML {
    facts([
      ("担任", "\(member.part.title)"), ("单位", "\(member.body)"),
      ("职务", member.post.isEmpty ? nil : "\(member.post)"),
      ("电话", member.telephone.isEmpty ? nil : "\(member.telephone)"),
      ("从", "\(member.since.iso)"), ("到", member.until.map { "\($0.iso)" }), ("依据", "\(member.document)"),
      ("账号", member.account == nil ? "没有，不用系统" : "有"),
    ])
  }

  private func steps(_ state: FormState) -> HTML {
    guard mayWork, member.until == nil else { return .none }
    let isLiaison = member.part == .liaison
    return """
      \(section("交接", note: isLiaison ? "\(member.body)的下一任联络员" : "下一任\(member.part.title)", """
      <form method="post" action="\(link: "/members/\(member.id)/hand-over")" class="panel">\
      \(MemberFields.html(people, state, asksBody: !isLiaison))<p class="row"><button class="btn">交接</button></p></form>
      """))\
      \(section("不再担任", note: "没有人接任的时候用。", """
      <form method="post" action="\(link: "/members/\(member.id)/end")" class="panel">\
      \(Field("until", "从哪天起不再担任", state).date())<p class="row"><button class="btn p">结束</button></p></form>
      """))
      """
  }

  private var others: HTML {
    guard line.count > 1 else { return .none }
    let items = line.map { one -> HTML in
      let end: HTML = one.until.map { "至 \($0.iso)" } ?? "至今"
      let name: HTML =
        one.id == member.id ? "<b>\(one.name)</b>" : "<a href=\"\(link: "/members/\(one.id)")\">\(one.name)</a>"
      return "<li>\(name)　\(one.since.iso) \(end)　\(one.document)</li>"
    }
    return section("前后任", "<ol class=\"stack\">\(items)</ol>")
  }
}
