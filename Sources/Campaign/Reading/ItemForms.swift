internal import Kit
internal import Law
internal import Registers
internal import Web

/// The small forms of the reading page. Each field's name is led by the form's prefix, because many forms stand on the
/// page and labels need names of their own.
struct ItemForms {
  let plan: ID<Plan>
  let types: InstitutionTypes
  /// What was typed into one of the forms and refused.
  let state: FormState

  /// The fold-out form of an item; open while something is missing or was refused.
  func amend(_ item: PlanItem) -> HTML {
    let prefix = "e\(item.number)-"
    let form = form(
      item.kind, item.kind.fields, prefix, link(item), state(prefix, item.kind, item.fields), words: "保存改动")
    return """
      <details class="more"\(if: isTyped(prefix), " open")><summary>改正</summary>\(form)\(if: !item.kind.isSingle, remove(item))</details>
      """
  }

  /// The short form under «waits», with only what is missing.
  func fill(_ item: PlanItem) -> HTML {
    let prefix = "q\(item.number)-"
    return form(
      item.kind, asked(item), prefix, link(item), state(prefix, item.kind, item.fields), words: "填入", short: true)
  }

  private func asked(_ item: PlanItem) -> [ItemField] {
    switch item.kind {
    case .phase: [.start, .end]
    case .deadline: [.date, .recurring]
    default: item.lacks
    }
  }

  /// «补一项»: an item that the text does not hold.
  func add(_ kind: ItemKind) -> HTML {
    let prefix = "n-\(kind.rawValue)-"
    let form = form(
      kind, kind.fields, prefix, "/plans/\(plan)/items", state(prefix, kind, ItemFields()), words: "补上",
      hidden: [("kind", kind.rawValue)])
    return "<details class=\"more\"\(if: isTyped(prefix), " open")><summary>补一项\(kind.noun)</summary>\(form)</details>"
  }

  func settle(_ item: PlanItem) -> HTML {
    """
    <form method="post" action="\(link: "/plans/\(plan)/items/\(item.id)/settle")"><button class="btn p">已核对，保持原文</button></form>
    """
  }

  func restore(_ item: PlanItem) -> HTML {
    """
    <form method="post" action="\(link: "/plans/\(plan)/items/\(item.id)/restore")"><button class="btn p">恢复</button></form>
    """
  }

  /// One click for all items that lack the same thing.
  func forAll(_ path: Link, _ words: String) -> HTML {
    "<form method=\"post\" action=\"\(link: path)\"><button class=\"btn p\">\(words)</button></form>"
  }

  private func remove(_ item: PlanItem) -> HTML {
    """
    <form method="post" action="\(link: "/plans/\(plan)/items/\(item.id)/remove")"><button class="btn d">删去这一项</button></form>
    """
  }

  private func link(_ item: PlanItem) -> Link { "/plans/\(plan)/items/\(item.id)" }

  private func isTyped(_ prefix: String) -> Bool { state.value("as") == prefix }

  private func state(_ prefix: String, _ kind: ItemKind, _ fields: ItemFields) -> FormState {
    if isTyped(prefix) { return state }
    return .filled(
      kind.fields.flatMap { field -> [(String, String?)] in
        if field == .types { return fields.types.map { (prefix + field.rawValue, $0) } }
        return [(prefix + field.rawValue, fields.has(field) ? fields[field] : nil)]
      })
  }

  private func form(
    _ kind: ItemKind, _ fields: [ItemField], _ prefix: String, _ action: Link, _ state: FormState, words: String,
    short: Bool = false, hidden: [(String, String)] = []
  ) -> HTML {
    let of = fields.map(\.rawValue).joined(separator: ",")
    let more = (hidden + [("as", prefix), ("of", of)]).map { name, value -> HTML in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
    return """
      <form class="under\(if: short, " row")" method="post" action="\(link: action)">\(more)\
      \(fields.map { input($0, kind, prefix, state, asked: short) })<button class="btn\(if: short, " p")">\(words)</button></form>
      """
  }

  /// `asked`: the plan lacks it, and the release waits for it.
  private func input(
    _ field: ItemField, _ kind: ItemKind, _ prefix: String, _ state: FormState, asked: Bool
  ) -> HTML {
    let isNeeded = asked ? field != .recurring : kind.required.contains(field)
    let made = Field(
      prefix + field.rawValue, field.title(of: kind), state, hint: Self.hint(field), required: isNeeded)
    switch field.input {
    case .line(let most): return made.line(most: most)
    case .lines: return made.lines(rows: 3)
    case .bodies: return made.line(most: 500)
    case .year, .percent: return made.line(most: 8, narrow: true, mode: "decimal")
    case .date: return made.date()
    case .tick: return made.checks([(value: "是", words: "没有固定日期", hint: nil)])
    case .types: return made.checks(countable.map { (value: $0.id, words: $0.name, hint: nil) })
    }
  }

  private var countable: [InstitutionType] { types.all.filter { $0.id != Registers.siteType } }

  private static func hint(_ field: ItemField) -> String? {
    switch field {
    case .lead, .cooperating: "几个单位之间用顿号隔开"
    case .types: "这个百分比按哪些机构类型计算；都不选，就不列入检查覆盖"
    case .percent: "不写百分号"
    default: nil
    }
  }
}
