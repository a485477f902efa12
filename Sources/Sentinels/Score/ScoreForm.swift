import Kit
import Web

/// Points as a form gives them, one for each line; a point that differs from what stood there wants a reason.
enum ScoreForm {
  /// `before`: what stands there; nil where nothing does. Collects in `read` what is missing or too much.
  static func points(_ form: Form, _ read: FormReader, _ lines: [ScoreLine], before: (ScoreLine) -> Int?)
    -> [ScorePoint]
  {
    lines.map { line in
      let (name, why) = ("p-\(line.place)", "r-\(line.place)")
      let typed = form.value(name).flatMap { Int($0) } ?? -1
      if !(0...line.most).contains(typed) { read.refuse(name, "“\(line.title)”写 0 到 \(line.most) 的整数。") }
      let reason = read.maybeText(why, "\(line.title)：理由", most: 300) ?? ""
      if let stood = before(line), stood != typed, reason.isEmpty {
        read.refuse(why, "“\(line.title)”从 \(stood) 分改成别的，要写理由。")
      }
      return ScorePoint(place: line.place, points: typed, reason: reason)
    }
  }

  /// What the form begins with.
  static func start(_ lines: [ScoreLine], _ standing: (ScoreLine) -> Int?) -> [(String, String?)] {
    lines.map { ("p-\($0.place)", standing($0).map { "\($0)" }) }
  }

  static func fields(_ lines: [ScoreLine], _ state: FormState, hint: (ScoreLine) -> String) -> HTML {
    let rows = lines.map { line -> HTML in
      """
      <div class="under">\(Field("p-\(line.place)", line.title, state, hint: "最多 \(line.most) 分。\(hint(line))").line(most: 3, narrow: true, mode: "numeric"))\
      \(Field("r-\(line.place)", "改了的，为什么", state, required: false).line(most: 300))</div>
      """
    }
    return "\(rows)"
  }
}
