import Kit
import Web

enum AgencyDetailPages {
  static func form(_ state: FormState) -> Page {
    let fields = AgencyDetail.allCases.map { detail in
      Field(detail.rawValue, detail.title, state, hint: detail.hint, required: false).line(most: 200)
    }
    return Page(
      "文书用的单位信息", crumbs: [("案件", "/cases")],
      """
      \(head("文书用的单位信息", meta: ["印在本县办案文书上；没有填的，文书里留空，对外的文书不能出具"]))\(state.summary)\
      <form method="post" action="\(link: "/agency/papers")" class="panel gap">\(fields)\
      <p class="row"><button class="btn">保存</button><a class="btn p" href="\(link: "/cases")">不改，返回</a></p></form>
      """)
  }
}
