import Kit
import Web

enum MePages {
  static func account(_ model: MeModel, _ state: FormState = .empty) -> Page {
    Page(
      "我的账号",
      """
      \(head("我的账号", meta: ["\(model.person.label)", "\(model.person.post)"]))\(state.summary)\(facts(model))\
      \(section("代理", note: "不在岗的日子，让同事用他自己的账号替你办。到期自动结束。", id: "delegations", delegations(model, state)))\
      \(if: !model.recusals.isEmpty, section("回避", recusals(model)))\
      \(section("登录", note: "不是你本人登录的，马上改密码。", sessions(model)))
      """)
  }

  private static func facts(_ model: MeModel) -> HTML {
    let roles = model.appointments.filter { !$0.isOver(on: model.today) }.map { appointment -> HTML in
      let until = appointment.ends.map { "，至 \($0.iso)" } ?? ""
      let from = appointment.begins > model.today ? "，自 \(appointment.begins.iso) 起" : ""
      return "<p>\(model.roles[appointment.role]?.name ?? appointment.role)\(from)\(until)</p>"
    }
    let code: HTML =
      model.hasCode
      ? "已绑定，恢复码还剩 \(model.recoveryLeft) 个　<a href=\"\(link: "/me/code")\">换手机</a>"
      : "没有绑定　<a href=\"\(link: "/me/code")\">绑定</a>"
    return Web.facts([
      ("账号", "\(model.person.login)"), ("单位", "\(model.person.agencyName)"), ("岗位", "\(roles)"),
      ("执法证", model.person.certificate.map { "\($0)" }),
      ("法律职业资格", model.person.qualification.map { "\($0.words)" }),
      ("密码", "<a href=\"\(link: "/me/password")\">修改密码</a>"), ("动态口令", code),
    ])
  }

  private static func delegations(_ model: MeModel, _ state: FormState) -> HTML {
    let lines = model.delegations.map { line($0, model) }
    let columns = ["谁代谁", "日期", "事由", "状态"].map { Table.Column($0) }
    let table = lines.isEmpty ? HTML.none : Table("代理 \(lines.count) 项", columns, lines).html
    guard model.mayDelegate else { return "\(table)<p class=\"dim\">管理员的权限不能委托。</p>" }
    return """
      \(table)<form method="post" action="\(link: "/me/delegations")" class="panel under">\
      \(Field("taker", "代理人", state).select(model.colleagues.map { ($0.id.text, $0.label) }))\
      \(Field("begins", "开始日期", state).date())\(Field("ends", "结束日期", state, hint: "最长 90 天").date())\
      \(Field("reason", "事由", state, hint: "例如：年休假").line(most: 200))<button class="btn">委托代理</button></form>
      """
  }

  private static func line(_ delegation: Delegation, _ model: MeModel) -> Table.Line {
    let (giver, taker) = (model.names[delegation.giver] ?? "—", model.names[delegation.taker] ?? "—")
    let isMine = delegation.giver == model.viewer.account
    let revoke: HTML = """
      <form method="post" action="\(link: "/me/delegations/\(delegation.id)/revoke")"><button class="btn p">收回</button></form>
      """
    let state: HTML =
      delegation.isRevoked
      ? Chip.shut.html("已收回")
      : delegation.isOver(on: model.today)
        ? Chip.shut.html("已到期")
        : delegation.holds(on: model.today) ? Chip.full.html("代理中") : Chip.open.html("还没开始")
    return .init([
      "\(taker)代\(giver)", "<span class=\"nw\">\(delegation.begins.iso) 至 \(delegation.ends.iso)</span>",
      "\(delegation.reason)", "\(state)\(if: isMine && !delegation.isOver(on: model.today), revoke)",
    ])
  }

  private static func recusals(_ model: MeModel) -> HTML {
    let lines = model.recusals.map { recusal, title -> Table.Line in
      .init([
        "\(title)", "\(recusal.reason)", "<span class=\"nw\">\(recusal.made.chinese(today: model.today))</span>",
        """
        <form method="post" action="\(link: "/me/recusals/\(recusal.id)/end")"><button class="btn p">撤回</button></form>
        """,
      ])
    }
    return Table("回避 \(lines.count) 项", ["对象", "理由", "声明时间", "办理"].map { Table.Column($0) }, lines).html
  }

  private static func sessions(_ model: MeModel) -> HTML {
    let lines = model.sessions.map { session -> Table.Line in
      .init(["\(session.begun.chinese(today: model.today))", "\(session.seen.chinese(today: model.today))"])
    }
    let others: HTML = """
      <form method="post" action="\(link: "/me/sessions/end")" class="under"><button class="btn p">结束其他登录</button></form>
      """
    return """
      \(Table("现在登录着 \(lines.count) 处", ["登录时间", "最近使用"].map { Table.Column($0) }, lines).html)\
      \(if: lines.count > 1, others)
      """
  }

  static func password(_ state: FormState) -> Page {
    Page(
      "修改密码", crumbs: [("我的账号", "/me")],
      """
      \(head("修改密码", meta: ["改完以后，其他地方的登录会结束"]))\(state.summary)\
      <form method="post" action="\(link: "/me/password")" class="panel">\
      \(Field("old", "现在的密码", state).password("current-password"))\
      \(Field("password", "新密码", state, hint: "至少 12 个字符，用几个词拼起来好记").password("new-password"))\
      \(Field("again", "再输一次新密码", state).password("new-password"))<button class="btn">修改</button></form>
      """)
  }

  static func prove(_ state: FormState) -> Page {
    Page(
      "确认身份", kind: .door,
      """
      <h1>确认身份</h1><p class="dim">接下来办的事要紧，请再确认是你本人。十分钟内不再问。</p>\
      <div class="block">\(state.summary)</div>\
      <form action="\(link: "/me/prove")" method="post" class="gap">\
      <input type="hidden" name="back" value="\(state.value("back"))">\
      \(Field("password", "密码或动态口令", state).password("current-password"))<button class="btn w">确认</button></form>\
      <p class="small dim block"><a href="\(link: "/today")">回到今日</a></p>
      """)
  }
}
