import Kit
import Web

enum SetUpPages {
  /// As it is first shown, with the list of counties above it.
  static func form(_ choice: CountyChoice) -> Page {
    page(
      choice.state, above: CountyChoicePages.search(choice), place: choice.chosen.map(CountyChoicePages.chosen) ?? .none
    )
  }

  /// As it was typed. The search would lose the typing, so it is not offered again.
  static func form(_ state: FormState) -> Page { page(state, above: .none, place: .none) }

  private static func page(_ state: FormState, above: HTML, place note: HTML) -> Page {
    Page(
      "首次设置", kind: .open,
      """
      <h1>首次设置</h1><p class="dim">填完这一页，本县就可以用了。大约五分钟。以后都能改。</p>\
      <div class="block">\(state.summary)</div>\(above)\
      <form method="post" action="\(link: "/setup")">\
      \(section("设置码", Field("code", "设置码", state, hint: "启动服务的窗口里有，也在数据文件夹的 setup-code 文件里").line(most: 20, narrow: true, mode: "numeric")))\
      \(section("本县", id: "place", "\(note)\(place(state))"))\(section("单位", agencies(state)))\
      \(section("五个账号", note: "三个管理员要由不同的人担任，不能兼业务岗位", "\(people(state))"))\
      <button class="btn">完成设置</button></form>
      """)
  }

  private static func place(_ state: FormState) -> HTML {
    """
    \(Field("province", "省（自治区、直辖市）", state).line(most: 40))\
    \(Field("city", "市（州、盟）", state, hint: "直辖市的区县、省里直接管的县市不填", required: false).line(most: 40))\
    \(Field("county", "县（市、区、旗）", state).line(most: 40))\
    \(Field("region-code", "行政区划代码", state, hint: "身份证号前六位用的那种代码").line(most: 6, narrow: true, mode: "numeric"))\
    \(Field("sign", "文号简称", state, hint: "用在文书编号里，例如“清”：清举〔2026〕0001").line(most: 4, narrow: true))\
    \(Field("towns", "乡镇（街道）", state, hint: "一行一个，可以从表格里整列粘贴").lines(rows: 8, most: 20_000))
    """
  }

  private static func agencies(_ state: FormState) -> HTML {
    """
    \(Field("bureau", "卫生健康局名称", state).line(most: 60))\(Field("institute", "监督机构名称", state).line(most: 60))\
    \(Field("office", "整治办名称", state, hint: "领导小组办公室").line(most: 60))
    """
  }

  private static func people(_ state: FormState) -> [HTML] {
    SetUpForm.people.map { person in
      """
      <fieldset class="field"><legend>\(person.words)</legend><span class="hint">\(person.hint)</span><div class="three">\
      \(Field("name-\(person.role)", "姓名", state).line(most: 40))\
      \(Field("login-\(person.role)", "账号", state, hint: "登录用，例如姓名拼音").line(most: 60))\
      \(Field("password-\(person.role)", "密码", state, hint: "至少 12 个字符").password("new-password"))</div></fieldset>
      """
    }
  }

  static func done(_ first: FirstCounty) -> Page {
    Page(
      "设置完成", kind: .open,
      """
      <h1>\(first.place.county.name)可以用了</h1>\
      <ol class="steps under"><li>安全管理员登录，到“账号与岗位”给其他人开账号。</li>\
      <li>整治办负责人登录，到“方案”上传工作方案。</li>\
      <li>监督机构负责人登录，到“机构底册”导入机构。</li>\
      <li>系统管理员安排每天备份。</li></ol><p class="under">\(button("去登录", "/sign-in"))</p>
      """)
  }
}
