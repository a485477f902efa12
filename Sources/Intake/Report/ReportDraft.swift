import Kit
import Offices
import Web

/// What a report form says, read field by field; shared by the public form and the desk.
struct ReportDraft {
  let text: String
  let place: String
  let town: Int64
  let happened: String?
  let reporter: Reporter?

  init(_ read: FormReader, _ form: Form, towns: [Region]) {
    text = read.text("text", "发生了什么", most: 5000)
    place = read.text("place", "在哪里", most: 200)
    happened = read.maybeText("happened", "什么时候", most: 60)
    reporter = Reporter(
      name: read.maybeText("reporter", "姓名", most: 40), phone: read.maybeText("phone", "电话", most: 30))
    let named = form.value("town")
    let town = named.flatMap { name in towns.first { "\($0.number)" == name } }
    if named != nil, town == nil { read.refuse("town", "选的乡镇不在这个县的名单里，请重新选。") }
    self.town = town?.number ?? 0
  }

  /// The fields themselves, in the order in which somebody tells it.
  static func fields(_ state: FormState, towns: [Region]) -> HTML {
    """
    \(Field("text", "发生了什么", state, hint: "看到谁、做什么、收多少钱。不确定也可以写。").lines(rows: 5, most: 5000))\
    \(Field("place", "在哪里", state, hint: "写到村、街、门牌，或附近的店。").line(most: 200))\
    \(if: !towns.isEmpty, Field("town", "乡镇、街道", state, required: false).select(choices(towns), empty: "不清楚"))\
    \(Field("happened", "什么时候", state, hint: "例如：11月20日下午，或每逢集日。", required: false).line(most: 60))
    """
  }

  /// Both may stay empty. They are shown to nobody who works on the clue.
  static func reporter(_ state: FormState) -> HTML {
    """
    <fieldset><legend>举报人（可以不留）</legend>\
    <p class="dim small">加密封存，办理的人看不到；要开启须由专人写明理由，并记入台账。</p>\
    \(Field("reporter", "姓名", state, required: false).line(most: 40, narrow: true))\
    \(Field("phone", "电话", state, required: false).line(type: "tel", most: 30, narrow: true, mode: "tel"))</fieldset>
    """
  }

  /// A browser cannot keep chosen files when a form comes back; that has to be said.
  static func files(_ state: FormState) -> HTML {
    let again = state.problems.isEmpty ? "" : "文件没有保留下来，请重新选一次。"
    return Field(
      "files", "照片、收据、视频", state,
      hint: "\(again)图片、PDF 或 MP4，每个不超过 20 MB，最多 5 个。", required: false
    ).files(multiple: true, accept: Evidence.accept)
  }

  /// The hidden value that makes a second sending of the same form known.
  static func once(_ state: FormState) -> HTML {
    "<input type=\"hidden\" name=\"once\" value=\"\(state.value("once"))\">"
  }

  private static func choices(_ towns: [Region]) -> [(String, String)] { towns.map { ("\($0.number)", $0.name) } }
}
