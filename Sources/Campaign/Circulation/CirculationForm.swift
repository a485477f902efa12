internal import Kit
internal import Offices
internal import Web

/// Chooses who gets a paper: one person of each body, its liaison chosen beforehand.
struct CirculationForm {
  let paper: BriefingRecord
  /// Those who may get it and have not.
  let people: [Person]
  /// Liaisons who do not work with the system, of bodies where nobody else does: they get it on paper.
  let offline: [MemberRecord]
  /// The names of the bodies that have it.
  let had: [String]

  private var address: Link { "/briefings/\(paper.id)/send" }

  func page(_ state: FormState) -> Page {
    Page(
      "分发",
      crumbs: [
        ("专项行动", "/campaigns"), (paper.campaignTitle, "/campaigns/\(paper.campaign)"),
        ("简报和文书", "/campaigns/\(paper.campaign)/briefings"), (paper.title, "/briefings/\(paper.id)"),
      ],
      """
      \(head("分发\(paper.kind.title)", meta: ["\(paper.issue?.number ?? "")", "《\(paper.title)》"]))\(state.summary)\
      \(people.isEmpty ? empty("没有可以分发的单位", "别的单位都有了，或者没有岗位看得到待办的人。请安全管理员开通账号。") : form(state))
      """)
  }

  private var note: HTML {
    let all: HTML = "<a href=\"\(link: address.asking([("all", "1")]))\">每个单位都发</a>"
    let outside: HTML =
      offline.isEmpty
      ? .none
      : "没有账号的联络员收不到，要另行送达：\(offline.map { "\($0.name)（\($0.body)）" }.joined(separator: "、"))。"
    let done: HTML = had.isEmpty ? .none : "已经发给：\(had.joined(separator: "、"))。"
    return "每个单位一位；联络员已经选好。\(all)。\(done)\(outside)收件人只能打开这一份文书。"
  }

  private func form(_ state: FormState) -> HTML {
    let fields = FilingForm.agencies(people).map { agency in
      Field(FilingForm.field(agency.id), agency.people.first?.agencyName ?? "", state, required: false)
        .select(agency.people.map { ($0.id.text, "\($0.name)　\($0.post)") }, empty: "不发")
    }
    return """
      <form method="post" action="\(link: address)" class="block">\
      \(Field("due", "哪天以前签收", state).date())\(section("发给谁", note: note, "\(fields)"))\
      <p class="row"><button class="btn">分发</button></p></form>
      """
  }
}
