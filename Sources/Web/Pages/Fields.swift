/// A field of a form: label above, hint under it, what was wrong at its place, what was typed kept.
package struct Field: Sendable {
  let name: String
  let label: String
  let hint: String?
  let required: Bool
  let state: FormState
  /// What labels and notes point to.
  private let id: String

  /// `among`: of several forms on a page with this field, whose this one is. The form that was sent has none, so that its problems
  /// lead to it.
  package init(
    _ name: String, _ label: String, _ state: FormState, hint: String? = nil, required: Bool = true,
    among: String? = nil
  ) {
    id = among.map { "\(name)-\($0)" } ?? name
    self.name = name
    self.label = label
    self.hint = hint
    self.required = required
    self.state = state
  }

  package func line(type: StaticString = "text", most: Int = 200, narrow: Bool = false, mode: StaticString = "text")
    -> HTML
  {
    around(
      """
      <input id="\(id)" name="\(name)" type="\(type.description)" value="\(state.value(name))" maxlength="\(most)" \
      inputmode="\(mode.description)"\(if: narrow, " class=\"w12\"")\(marks)>
      """)
  }

  package func date() -> HTML {
    around("<input id=\"\(id)\" name=\"\(name)\" type=\"date\" value=\"\(state.value(name))\" class=\"w12\"\(marks)>")
  }

  package func lines(rows: Int = 4, most: Int = 5000) -> HTML {
    around(
      """
      <textarea id="\(id)" name="\(name)" rows="\(rows)" maxlength="\(most)"\(marks)>
      \(state.value(name))</textarea>
      """)
  }

  /// `camera`: a telephone opens its camera at once.
  package func files(multiple: Bool, accept: String = "", camera: Bool = false) -> HTML {
    around(
      """
      <input id="\(id)" name="\(name)" type="file"\(if: multiple, " multiple")\(if: camera, " capture=\"environment\"")\
      \(if: !accept.isEmpty, " accept=\"\(accept)\"")\(marks)>
      """)
  }

  package func password(_ completion: StaticString) -> HTML {
    around(
      "<input id=\"\(id)\" name=\"\(name)\" type=\"password\" autocomplete=\"\(completion.description)\"\(marks)>")
  }

  /// `choices` are (value, words); a first empty choice stands for «not chosen yet».
  package func select(_ choices: [(String, String)], empty: String? = "请选择") -> HTML {
    let first: HTML = empty.map { "<option value=\"\">\($0)</option>" } ?? ""
    return around("<select id=\"\(id)\" name=\"\(name)\"\(marks)>\(first)\(choices.map(option))</select>")
  }

  package func radios(_ choices: [(value: String, words: String, hint: String?)]) -> HTML {
    group(choices.map { pick("radio", $0) })
  }

  package func checks(_ choices: [(value: String, words: String, hint: String?)]) -> HTML {
    group(choices.map { pick("checkbox", $0) })
  }

  private func option(_ choice: (String, String)) -> HTML {
    "<option value=\"\(choice.0)\"\(if: state.value(name) == choice.0, " selected")>\(choice.1)</option>"
  }

  private func pick(_ type: StaticString, _ choice: (value: String, words: String, hint: String?)) -> HTML {
    """
    <label class="pick"><input type="\(type.description)" name="\(name)" value="\(choice.value)"\
    \(if: state.has(name, choice.value), " checked")> <span>\(choice.words)\
    \(choice.hint.map { "<span class=\"hint\">\($0)</span>" as HTML })</span></label>
    """
  }

  private func group(_ picks: [HTML]) -> HTML {
    """
    <fieldset class="field\(if: wrong != nil, " e")" id="\(id)"><legend>\(label)\(need)</legend>\(notes)\(picks)</fieldset>
    """
  }

  private func around(_ input: HTML) -> HTML {
    """
    <div class="field\(if: wrong != nil, " e")"><label for="\(id)">\(label)\(need)</label>\(notes)\(input)</div>
    """
  }

  private var wrong: FormState.Problem? { state.problem(name) }
  private var need: HTML {
    required ? "<span class=\"req\">必填</span>" : "<span class=\"opt\">可不填</span>"
  }
  private var notes: HTML {
    """
    \(hint.map { "<span class=\"hint\" id=\"\(id)-h\">\($0)</span>" as HTML })\
    \(wrong.map { "<span class=\"err\" id=\"\(id)-e\">\($0.sentence)</span>" as HTML })
    """
  }
  private var marks: HTML {
    let described = [hint == nil ? nil : "\(id)-h", wrong == nil ? nil : "\(id)-e"].compactMap { $0 }
    return """
      \(if: !described.isEmpty, " aria-describedby=\"\(described.joined(separator: " "))\"")\
      \(if: wrong != nil, " aria-invalid=\"true\"")
      """
  }
}

extension FormState {
  /// The summary above a form: every problem, linked to its field.
  package var summary: HTML {
    guard !problems.isEmpty else { return .none }
    let items = problems.map { problem -> HTML in
      let words: HTML = "\(problem.sentence)\(problem.next ?? "")"
      guard let field = problem.field else { return "<li>\(words)</li>" }
      return "<li><a href=\"#\(field)\">\(words)</a></li>"
    }
    return """
      <div class="note bad" role="alert" tabindex="-1"><h2>还没有保存，请看下面 \(problems.count) 处</h2><ul>\(items)</ul></div>
      """
  }
}
