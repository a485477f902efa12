import Inspection
import Kit
import Web

/// The form for an item: photograph, name and kind first, so that it is done in half a minute beside the thing; the rest is
/// filled in already or folded away.
enum EvidenceFormPages {
  static func form(_ draft: EvidenceDraft, _ state: FormState) -> Page {
    let record = draft.record
    return Page(
      "登记证据", crumbs: EvidencePages.crumbs(record) + [("证据清单", "/cases/\(record.id)/evidence")],
      """
      \(head("登记证据", meta: ["\(record.number)", "取证人 \(record.team.names)"]))\(state.summary)\
      <form method="post" enctype="multipart/form-data" action="\(link: "/cases/\(record.id)/evidence")" class="panel gap">\
      \(Field("photo", "拍照", state, hint: "手机直接打开相机；已有的照片和文件放在下一栏", required: false).files(multiple: true, accept: "image/*", camera: true))\
      \(Field("files", "照片、文件", state, hint: "照片、扫描件、录音录像", required: false).files(multiple: true))\
      \(Field("name", "名称", state, hint: "例如：注射器、收费记录复印件").line())\(Field("kind", "种类", state).select(draft.kinds.map { ($0.id, $0.title) }))\
      \(Field("place", "取得地点", state).line())\
      <div class="pair">\(Field("taken-on", "取得日期", state).date())\(Field("taken-at", "取得时间", state, required: false).line(type: "time", narrow: true))</div>\
      \(Field("holder", "现在由谁保管", state, hint: "人，或者地方，例如证物室").line(most: 100))\
      \(thing(state))\(film(state))\(rest(draft, state))\
      <p class="row block"><button class="btn">登记</button><a class="btn p" href="\(link: "/cases/\(record.id)/evidence")">不登记，返回</a></p></form>
      """)
  }

  private static func thing(_ state: FormState) -> HTML {
    folded(
      "数量和规格（物证必填）", ["count", "unit", "spec"], state,
      """
      <div class="pair">\(Field("count", "数量", state, hint: "物证必填", required: false).line(most: 20, narrow: true, mode: "decimal"))\
      \(Field("unit", "单位", state, hint: "支、盒、台", required: false).line(most: 20, narrow: true))</div>\
      \(Field("spec", "规格、批号", state, required: false).line())
      """)
  }

  private static func film(_ state: FormState) -> HTML {
    folded(
      "音像记录（执法记录仪、录音录像）", ["began", "ended", "device", "medium", "medium-hash"], state,
      """
      <div class="pair">\(Field("began", "录制开始", state, required: false).line(type: "time", narrow: true))\
      \(Field("ended", "录制结束", state, required: false).line(type: "time", narrow: true))</div>\
      \(Field("device", "设备", state, hint: "记录仪编号", required: false).line())\
      \(Field("medium", "原始介质在哪里", state, hint: "文件没有上传的必须写，例如执法记录采集站", required: false).line())\
      \(Field("medium-hash", "介质上文件的校验值", state, hint: "采集站给出的；上传的文件由系统计算", required: false).line(most: 140))
      """)
  }

  private static func rest(_ draft: EvidenceDraft, _ state: FormState) -> HTML {
    folded(
      "证明什么、来源、与原件核对", ["proves", "source", "original", "step"], state,
      """
      \(Field("proves", "证明什么", state, required: false).lines(rows: 2, most: 1000))\
      \(Field("source", "来源", state, hint: "从谁那里、从哪里取得", required: false).line())\
      \(Field("original", "与原件的关系", state).radios(EvidenceOriginal.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil) }))\
      \(Field("step", "哪一步取得的", state, required: false).select(draft.steps, empty: "不对应步骤"))
      """)
  }

  /// Open where something is wrong in it.
  private static func folded(_ words: String, _ fields: [String], _ state: FormState, _ content: HTML) -> HTML {
    let isOpen = fields.contains { state.problem($0) != nil }
    return
      "<details class=\"gap\"\(if: isOpen, " open")><summary>\(words)</summary><div class=\"gap\">\(content)</div></details>"
  }
}
