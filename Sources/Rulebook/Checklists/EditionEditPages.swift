internal import Web

enum EditionEditPages {
  static func form(_ now: HeldChecklist, _ violations: [(id: String, name: String)], _ state: FormState) -> Page {
    let options = violations.map { "<option value=\"\($0.name)\"></option>" as HTML }
    return Page(
      "改检查表", crumbs: [("法", "/law"), ("检查表", "/law/checklists"), (now.title, "/law/checklists/\(now.id)")],
      """
      \(head("改“\(now.title)”", meta: ["从现在用的\(now.edition.map { "本县第 \($0) 版" } ?? "内容包的版本")改起", "先存成草稿，看过改动再施行"]))\
      \(state.summary)<form method="post" action="\(link: "/law/checklists/\(now.id)/edit")" class="panel gap">\
      \(now.items.enumerated().map { line($0, $1, state) })\(EditionForm.newLines.map { added($0, state) })\
      <datalist id="violations">\(options)</datalist>\
      \(Field("reason", "改的理由", state, hint: "写进台账，例如：本市 2026 年要求查到个人剂量计").line(most: 300))\
      <p class="row"><button class="btn">存成草稿</button><a class="btn p" href="\(link: "/law/checklists/\(now.id)")">不改，返回</a></p></form>
      """)
  }

  private static func line(_ place: Int, _ item: HeldItem, _ state: FormState) -> HTML {
    """
    \(Field("q-\(item.id)", "第 \(place + 1) 项", state, hint: "写合法的状态；依据：\(item.source)").lines(rows: 2, most: 300))\
    <p><label class="pick"><input type="checkbox" name="drop-\(item.id)" value="1"\
    \(if: state.has("drop-\(item.id)", "1"), " checked")> <span>去掉这一项</span></label></p>
    """
  }

  private static func added(_ place: Int, _ state: FormState) -> HTML {
    """
    <fieldset class="field"><legend>新的第 \(place) 项</legend>\
    \(Field("new-q-\(place)", "问什么", state, required: false).line(most: 300))\
    \(Field("new-s-\(place)", "依据", state, hint: "不填就写“本单位工作要求”", required: false).line(most: 200))\
    <div class="field"><label for="new-v-\(place)">不符合时的案由<span class="opt">可不填</span></label>\
    <input id="new-v-\(place)" name="new-v-\(place)" list="violations" value="\(state.value("new-v-\(place)"))" maxlength="100"></div></fieldset>
    """
  }
}
