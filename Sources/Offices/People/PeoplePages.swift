import Kit
import Web

enum PeoplePages {
  static func list(
    _ people: [Person], roles: RoleBook, agencies: [(id: ID<Agency>, name: String)], viewer: Viewer,
    _ state: FormState
  ) -> Page {
    let lines = people.map { person in
      Table.Line([
        "<a href=\"\(link: "/accounts/\(person.id)")\">\(person.name)</a><span class=\"s\">\(person.login)</span>",
        "\(person.agencyName)<span class=\"s\">\(person.post)</span>",
        "\(person.roles.compactMap { roles[$0]?.name }.joined(separator: "、"))", "\(person.certificate ?? "—")",
        person.isActive ? Chip.full.html("在用") : Chip.shut.html("停用"),
      ])
    }
    let columns = ["姓名", "单位", "岗位", "执法证号", "状态"].map { Table.Column($0) }
    return Page(
      "账号与岗位",
      """
      \(head("账号与岗位", meta: ["停用后权限立即失效，已登录的会话同时结束"], actions: [button("岗位表", "/roles", plain: true)]))\
      \(Table("账号 \(people.count) 个", columns, lines).html)\
      \(if: viewer.may(.accountWork), section("开通账号", form(roles, agencies, state)))\
      \(if: viewer.may(.accountWork), section("单位", note: "\(agencies.count) 个", agencyForm(agencies, state)))
      """)
  }

  private static func agencyForm(_ agencies: [(id: ID<Agency>, name: String)], _ state: FormState) -> HTML {
    """
    <p>\(agencies.map(\.name).joined(separator: "、"))</p>\
    <form method="post" action="\(link: "/agencies")" class="panel under">\
    \(Field("agency-name", "单位名称", state, hint: "例如：县公安局").line(most: 60))<button class="btn p">增加单位</button></form>
    """
  }

  private static func form(
    _ roles: RoleBook, _ agencies: [(id: ID<Agency>, name: String)], _ state: FormState
  ) -> HTML {
    """
    \(state.summary)<form method="post" action="\(link: "/accounts")" class="panel">\
    \(Field("name", "姓名", state).line(most: 40))\(Field("login", "账号", state).line(most: 60))\
    \(Field("agency", "单位", state).select(agencies.map { ($0.id.text, $0.name) }))\
    \(Field("post", "职务", state).line(most: 60))\
    \(Field("certificate", "执法证号", state, hint: "要到现场检查、办案的人填", required: false).line(most: 40))\
    \(Field("roles", "岗位", state).checks(roles.roles.filter(\.hasAccount).map { (value: $0.id, words: $0.name, hint: nil) }))\
    \(Field("password", "初始密码", state, hint: "至少 12 个字符，本人第一次登录时必须改").password("new-password"))\
    <button class="btn">开通</button></form>
    """
  }
}
