internal import Kit
internal import Offices
internal import Storage
internal import Web

/// The organisation of a campaign on one page: leading group, office, liaisons; then those who were it before.
struct GroupPages {
  let campaign: CampaignSummary
  let members: [MemberRecord]
  let people: [Person]
  let mayWork: Bool
  let today: CivilDate

  private var address: Link { "/campaigns/\(campaign.id)/group" }

  func page(_ state: FormState) -> Page {
    Page(
      "领导小组和联络员", crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head("领导小组和联络员"))\(state.summary)\
      \(block("领导小组", [.leader, .deputy, .member], "还没有登记领导小组", "照成立领导小组的文件，把组长、副组长、成员登记进来。"))\
      \(block("办公室", [.officeHead, .officeMember], "还没有登记办公室", "办公室设在哪个单位、谁任主任，照文件登记。"))\
      \(block("联络员", [.liaison], "还没有联络员", "每个成员单位报一名联络员，换人时办交接。"))\(form(state))\(former)
      """)
  }

  private func block(_ title: String, _ parts: [MemberPart], _ none: String, _ next: String) -> HTML {
    let shown = parts.flatMap { part in members.filter { $0.until == nil && $0.part == part } }
    guard !shown.isEmpty else { return section(title, empty(none, "\(next)")) }
    let columns = ["姓名", "担任", "单位", "职务", "电话", "从哪天起", "依据"].map { Table.Column($0) }
    let lines = shown.map { one in
      Table.Line([
        name(one), "\(one.part.title)", "\(one.body)", "\(one.post.isEmpty ? "—" : one.post)", telephone(one),
        "<span class=\"nw\">\(one.since.iso)</span>", "\(one.document)",
      ])
    }
    return section(title, Table("\(title) \(lines.count) 人", columns, lines).html)
  }

  private var former: HTML {
    let gone = members.filter { $0.until != nil }
    guard !gone.isEmpty else { return .none }
    let columns = ["姓名", "担任", "单位", "任期", "依据"].map { Table.Column($0) }
    let lines = gone.map { one in
      Table.Line([
        name(one), "\(one.part.title)", "\(one.body)",
        "<span class=\"nw\">\(one.since.iso)</span> 至 <span class=\"nw\">\(one.until?.iso ?? "")</span>",
        "\(one.document)",
      ])
    }
    return section("以前的", Table("已经交接或者不再担任的 \(lines.count) 人", columns, lines).html)
  }

  private func name(_ one: MemberRecord) -> HTML { "<a href=\"\(link: "/members/\(one.id)")\">\(one.name)</a>" }

  private func telephone(_ one: MemberRecord) -> HTML {
    one.telephone.isEmpty ? "—" : "<span class=\"nw\">\(one.telephone)</span>"
  }

  private func form(_ state: FormState) -> HTML {
    guard mayWork, campaign.ended == nil else { return .none }
    return section(
      "登记一个人", note: "换人不在这里改：打开现任的页面办交接，前一任留在下面。",
      """
      <form method="post" action="\(link: address)" class="panel">\
      \(Field("part", "担任什么", state).select(MemberPart.allCases.map { ($0.rawValue, $0.title) }))\
      \(MemberFields.html(people, state, asksBody: true))<p class="row"><button class="btn">登记</button></p></form>
      """)
  }
}

/// The fields that a new entry and a hand-over share.
enum MemberFields {
  static func html(_ people: [Person], _ state: FormState, asksBody: Bool) -> HTML {
    """
    \(Field("account", "系统里的账号", state, hint: "没有账号的不选，写姓名", required: false).select(people.map { ($0.id.text, $0.label) }, empty: "没有账号"))\
    \(Field("name", "姓名", state, hint: "选了账号的可以不写", required: false).line(most: 40))\
    \(if: asksBody, Field("body", "单位", state, hint: "选了账号的可以不写", required: false).line(most: 60))\
    \(Field("post", "职务", state, required: false).line(most: 60))\
    \(Field("telephone", "电话", state, required: false).line(type: "tel", most: 30, narrow: true, mode: "tel"))\
    \(Field("since", "从哪天起", state).date())\
    \(Field("document", "依据的文件", state, hint: "文件名称和文号").line(most: 120))
    """
  }
}
