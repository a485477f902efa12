import Kit
import Storage
import Web

struct AccountModel: Sendable {
  let person: Person
  let appointments: [Appointment]
  let hasCode: Bool
  let delegations: [Delegation]
  let history: [LedgerEntry]
  let panels: HTML
  let mayWork: Bool
  let today: CivilDate
  let roles: RoleBook
}

/// One account, as the security administrator sees it: who, since when which role, which certificate.
enum AccountPages {
  static func page(_ model: AccountModel, _ state: FormState) -> Page {
    let person = model.person
    return Page(
      person.name, crumbs: [("账号与岗位", "/accounts")],
      """
      \(head(person.name, meta: [person.isActive ? Chip.full.html("在用") : Chip.shut.html("停用"), "\(person.label)"], actions: []))\
      \(state.summary)\(about(model))\(section("岗位", note: "到期自动失效；免去马上生效", appointments(model, state)))\
      \(if: model.mayWork, section("执法证", note: "检查、办案看当天是不是有效", certificate(model, state)))\
      \(if: model.mayWork, section("法律职业资格", note: "法制审核人员要有", qualification(model, state)))\
      \(if: model.mayWork, section("密码和停用", security(model, state)))\(model.panels)\
      \(historySection(model.history, today: model.today))
      """)
  }

  private static func about(_ model: AccountModel) -> HTML {
    let person = model.person
    return facts([
      ("账号", "\(person.login)"), ("单位", "\(person.agencyName)"), ("职务", "\(person.post)"),
      ("执法证", person.certificate.map { "\($0)" } ?? "没有，或不在有效期内"),
      ("法律职业资格", person.qualification.map { "\($0.words)" } ?? "没有登记"),
      ("动态口令", model.hasCode ? "已绑定" : "没有绑定"),
      ("代理", model.delegations.isEmpty ? nil : "有 \(model.delegations.count) 项没到期"),
    ])
  }

  private static func appointments(_ model: AccountModel, _ state: FormState) -> HTML {
    let lines = model.appointments.map { line($0, model) }
    let table = Table("任职 \(lines.count) 项", ["岗位", "起止", "依据", "状态"].map { Table.Column($0) }, lines).html
    guard model.mayWork else { return table }
    let choices = model.roles.roles.filter(\.hasAccount).map { ($0.id, "\($0.name)（\($0.code)）") }
    return """
      \(table)<form method="post" action="\(link: step("appoint", model))" class="panel under">\
      \(Field("role", "岗位", state).select(choices))\(Field("begins", "开始日期", state).date())\
      \(Field("ends", "结束日期", state, hint: "临时任职填，到那天为止", required: false).date())\
      \(Field("basis", "依据", state, hint: "例如：清卫发〔2026〕3号", required: false).line(most: 100))\
      <button class="btn">任命</button></form>
      """
  }

  private static func line(_ appointment: Appointment, _ model: AccountModel) -> Table.Line {
    let isOver = appointment.isOver(on: model.today)
    let state =
      isOver
      ? Chip.shut.html("已结束")
      : appointment.holds(on: model.today) ? Chip.full.html("任职中") : Chip.open.html("还没开始")
    let dismiss: HTML = """
      <form method="post" action="\(link: step("dismiss", model))"><input type="hidden" name="role" value="\(appointment.role)">\
      <button class="btn p">免去</button></form>
      """
    return .init([
      "\(model.roles[appointment.role]?.name ?? appointment.role)",
      "<span class=\"nw\">\(appointment.begins.iso) 至 \(appointment.ends?.iso ?? "今")</span>",
      "\(appointment.basis.isEmpty ? "—" : appointment.basis)", "\(state)\(if: model.mayWork && !isOver, dismiss)",
    ])
  }

  private static func certificate(_ model: AccountModel, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: step("certificate", model))" class="panel">\(Field("number", "执法证号", state, hint: "空着提交就是没有证", required: false).line(most: 40))\
    \(Field("valid-from", "发证日期", state, required: false).date())\(Field("valid-to", "有效期至", state, required: false).date())\
    <button class="btn">登记</button></form>
    """
  }

  private static func qualification(_ model: AccountModel, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: step("qualification", model))" class="panel">\
    \(Field("qualification", "资格证书号", state, hint: "通过国家统一法律职业资格考试取得；空着提交就是没有", required: false).line(most: 40))\
    \(Field("qualified-on", "取得日期", state, required: false).date())<button class="btn">登记资格</button></form>
    """
  }

  private static func security(_ model: AccountModel, _ state: FormState) -> HTML {
    let word = model.person.isActive ? "停用账号" : "恢复账号"
    let unbind: HTML = """
      <form method="post" action="\(link: step("unbind", model))"><button class="btn p">解除动态口令</button></form>
      """
    return """
      <form method="post" action="\(link: step("password", model))" class="panel">\
      \(Field("password", "新的初始密码", state, hint: "本人第一次登录时必须改").password("new-password"))<button class="btn">重设密码</button></form>\
      <div class="row under"><form method="post" action="\(link: step(model.person.isActive ? "withdraw" : "restore", model))">\
      <button class="btn p">\(word)</button></form>\(if: model.hasCode, unbind)</div>
      """
  }

  private static func step(_ name: String, _ model: AccountModel) -> Link { "/accounts/\(model.person.id)/\(name)" }
}
