internal import Kit
internal import Law
internal import Storage
internal import Web

/// The part of a form in which a person says what the leaves of one task mean: what is proposed and what was confirmed to tick,
/// and a field to look up any other violation.
struct LeafForm: Sendable {
  /// Set before the names of the fields where several tasks stand in one form.
  let prefix: String
  /// The task's words, in which the leaf stands.
  let text: String
  let known: TaskLeaves
  let law: LawContent
  let index: ViolationIndex

  /// The form as it begins: what was confirmed is ticked, what is only proposed is not.
  var start: [(String, String?)] {
    known.leaves.enumerated().flatMap { place, leaf in known.violations(of: leaf).map { (ticked(place), $0 as String?) }
    }
  }

  func html(_ state: FormState) -> HTML { "\(known.leaves.enumerated().map { leaf($0, $1, state) })" }

  private func leaf(_ place: Int, _ leaf: Leaf, _ state: FormState) -> HTML {
    let proposals = index.proposals(for: leaf.words.isEmpty ? text : leaf.words, in: text)
    let others = known.violations(of: leaf).filter { id in !proposals.contains { $0.violation == id } }
    let choices = proposals.map { choice($0.violation, $0.words) } + others.map { choice($0, []) }
    let typed = "\(prefix)a\(place)"
    let wrong = state.problem(typed)
    return """
      <input type="hidden" name="\(prefix)k\(place)" value="\(leaf.words)">\
      \(choices.isEmpty
        ? "<p class=\"under\"><b>\(leaf.title)</b><br><span class=\"hint\">没有字面相近的违法行为，请在下面查找。</span></p>"
        : Field(ticked(place), leaf.title, state, required: false).checks(choices))\
      <div class="field\(if: wrong != nil, " e")"><label for="\(typed)">另找一种<span class="opt">可不填</span></label>\
      \(wrong.map { "<span class=\"err\" id=\"\(typed)-e\">\($0.sentence)</span>" as HTML })\
      <input id="\(typed)" name="\(typed)" list="violations" value="\(state.value(typed))" maxlength="100"\
      \(if: wrong != nil, " aria-invalid=\"true\" aria-describedby=\"\(typed)-e\"")></div>
      """
  }

  private func choice(_ id: String, _ words: [String]) -> (value: String, words: String, hint: String?) {
    guard let violation = law.violation(id) else { return (id, "\(id)（目录里已经没有）", nil) }
    let why = words.isEmpty ? "已经选定的。" : "相同的字：\(words.joined(separator: "、"))。"
    return (id, violation.name, "\(why)\(violation.authority.title)主管，\(violation.basis)")
  }

  private func ticked(_ place: Int) -> String { "\(prefix)l\(place)" }

  /// What the form says. A name that the catalogue does not have is refused at its field.
  static func ties(_ form: Form, prefix: String, _ law: LawContent, _ reader: FormReader) -> [Tie] {
    var ties: [Tie] = []
    for place in 0... {
      guard let leaf = form.values["\(prefix)k\(place)"]?.first else { return ties }
      ties += form.all("\(prefix)l\(place)").map { Tie(leaf: leaf, violation: $0) }
      let field = "\(prefix)a\(place)"
      guard let typed = reader.maybeText(field, "另找一种", most: 100) else { continue }
      guard let violation = law.violations.first(where: { $0.name == typed || $0.id == typed }) else {
        reader.refuse(field, "目录里没有“\(typed.clipped(to: 40))”。输入几个字，从列出的名称里选一个。")
        continue
      }
      ties.append(Tie(leaf: leaf, violation: violation.id))
    }
    return ties
  }

  /// The names to choose from, once on a page; everyday names stand beside them.
  static func names(_ law: LawContent) -> HTML {
    let options = law.violations.map { violation -> HTML in
      "<option value=\"\(violation.name)\">\(violation.also.joined(separator: "、"))</option>"
    }
    return "<datalist id=\"violations\">\(options)</datalist>"
  }
}
