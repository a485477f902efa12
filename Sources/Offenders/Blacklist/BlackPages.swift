import Kit
import Packs
import Storage
import Web

/// What the page of an entry shows.
struct BlackModel {
  let entry: BlackEntry
  let person: OffenderPerson
  let basis: BlackBasis?
  let grounds: [OffenderRecord]
  let repairs: [BlackRepair]
  /// Of the viewer's counties: what the person said is for them alone.
  let isOurs: Bool
  let mayWork: Bool
  let mayDecide: Bool
  let account: Int64
  let duties: HTML
  let history: HTML
  let today: CivilDate
}

enum BlackPages {
  private static let crumbs: [(String, Link)] = [("违法人员库", "/offenders"), ("黑名单", "/offenders/black")]

  static func chip(_ state: BlackEntry.State) -> HTML {
    switch state {
    case .proposed: Chip.open.html(state.title)
    case .told: Chip.half.html(state.title)
    case .listed: Chip.bad.html(state.title)
    case .refused: Chip.shut.html(state.title)
    case .removed, .ended: Chip.done.html(state.title)
    }
  }

  static func term(_ entry: BlackEntry, _ today: CivilDate) -> HTML {
    guard let begins = entry.begins, let ends = entry.ends else { return "—" }
    return "\(begins.chinese(today: today))至\(ends.chinese(today: today))"
  }

  static func list(
    _ entries: [BlackEntry], _ persons: [Int64: OffenderPerson], _ listing: Listing, today: CivilDate
  ) -> Page {
    let lines = entries.map { entry in
      Table.Line([
        "<a href=\"\(link: "/offenders/black/\(entry.id)")\">\(persons[entry.person.value]?.name ?? "—")</a>",
        "\(entry.title)", term(entry, today), chip(entry.state), "\(entry.proposerTitle)",
        "\(entry.decider ?? "—")",
      ])
    }
    let columns = ["人员", "依据", "期限", "状态", "提出", "审定"].map { Table.Column($0) }
    let here = listing.filter("state")
    let states = BlackEntry.State.allCases.map { state in
      (
        words: state.title, link: Link("/offenders/black").asking([("state", state.rawValue)]),
        isHere: here == state.rawValue
      )
    }
    let next: HTML =
      here == nil
      ? "在<a href=\"/offenders\">违法人员</a>的页面上可以提出列入黑名单。" : "<a href=\"/offenders/black\">看全部</a>"
    let table =
      entries.isEmpty
      ? empty("没有这样的", next)
      : Table(listing.caption("黑名单", unit: "条"), columns, lines, listing: listing).html
    return Page(
      "黑名单", crumbs: [("违法人员库", "/offenders")],
      """
      \(head("黑名单", meta: ["一个人提出，告知当事人，另一个人审定；有依据，有期限，到期自己移出"], actions: [button("公众能看到的", "/blacklist", plain: true)]))\
      \(tabs("状态", [(words: "全部", link: "/offenders/black", isHere: here == nil)] + states))\(table)
      """)
  }

  static func entry(_ model: BlackModel, _ state: FormState) -> Page {
    let (entry, person, basis, today) = (model.entry, model.person, model.basis, model.today)
    let source: HTML? = basis.map { "\($0.provenance.source)（\($0.provenance.confidence.title)）。\($0.note)" }
    let isPublic: HTML? = basis.map { $0.isPublic ? "公布，姓名只显示姓" : "不公布：没有核对过允许公布的条文" }
    return Page(
      "黑名单：\(person.name)", crumbs: crumbs,
      """
      \(head("黑名单：\(person.name)", meta: [chip(entry.state), "\(entry.title)"]))\(state.summary)\
      \(BlackFormPages.next(model, state))\(if: model.isOurs, model.duties)\
      \(section("列入", facts([
        ("人员", "<a href=\"\(link: "/offenders/\(person.id)")\">\(person.name)</a>"), ("期限", term(entry, today)),
        ("依据", "\(entry.title)"), ("出处", source),
        ("后果", basis.map { "\($0.effects.joined(separator: "；"))" }), ("对外公布", isPublic),
        ("事实和条文", paragraphs(entry.reason)),
        ("提出", "\(entry.proposerTitle)，\(entry.proposedAt.chinese(today: today))"),
        ("审定", entry.decider.map { "\($0)：\(entry.words ?? "")" }), ("为什么不再列着", entry.removal.map { "\($0)" }),
      ])))\(grounds(model))\(if: model.isOurs, heard(model) + repairs(model))\(model.history)
      """)
  }

  private static func grounds(_ model: BlackModel) -> HTML {
    let lines = model.grounds.map { record -> Table.Line in
      let penalty = record.penalty
      let holds: HTML =
        record.person == model.person.id
        ? penalty.isPenalty ? Chip.full.html(penalty.standing.title) : Chip.shut.html(penalty.standing.title)
        : Chip.shut.html("已不是这个人的")
      return Table.Line([
        "\(penalty.decisionNumber.isEmpty ? record.source : penalty.decisionNumber)<span class=\"s\">\(penalty.authority)</span>",
        "\(penalty.kinds.map(\.title).joined(separator: "、"))",
        "\(penalty.decidedOn.map { $0.chinese(today: model.today) } ?? "—")", holds,
      ])
    }
    let columns = ["决定书", "处罚", "决定日期", "效力"].map { Table.Column($0) }
    return section(
      "作依据的处罚", note: "有效的少于 \(model.entry.least) 次，自动移出",
      Table("作依据的处罚 \(lines.count) 次", columns, lines).html)
  }

  private static func heard(_ model: BlackModel) -> HTML {
    guard let telling = model.entry.telling else { return .none }
    let today = model.today
    let said: HTML? = model.entry.objection.map { objection in
      objection.isObjection
        ? "\(paragraphs(objection.words))<p class=\"small dim\">\(objection.on.chinese(today: today))</p>"
        : "表示不申辩（\(objection.on.chinese(today: today))）"
    }
    return section(
      "告知和申辩",
      facts([
        ("告知", "\(telling.on.chinese(today: today))，\(telling.way.title)"),
        ("可以申辩到", "\(telling.until.chinese(today: today))"), ("陈述申辩", said),
        ("对申辩的答复", model.entry.answer.map { paragraphs($0) }),
      ]))
  }

  private static func repairs(_ model: BlackModel) -> HTML {
    guard !model.repairs.isEmpty else { return .none }
    let items = model.repairs.map { repair -> HTML in
      """
      <li><b>\(repair.state.title)</b>　<span class="dim">\(repair.askedOn.chinese(today: model.today))申请，\(repair.title)登记</span>\
      \(paragraphs(repair.words))\(repair.answer.map { "<p class=\"why\">\(repair.decider ?? "")：\($0)</p>" as HTML })</li>
      """
    }
    return section("提前移出的申请", note: "\(items.count) 次", "<ul class=\"steps\">\(items)</ul>")
  }

  // MARK: On other pages

  /// On the page of a person: all entries, and the way to propose one.
  static func panel(
    _ entries: [BlackEntry], _ person: OffenderPerson, mayPropose: Bool, today: CivilDate
  ) -> HTML {
    guard !entries.isEmpty || mayPropose else { return .none }
    let items = entries.map { entry -> HTML in
      """
      <li><a href="\(link: "/offenders/black/\(entry.id)")">\(entry.title)</a>　\(chip(entry.state))\
      <p class="why">\(term(entry, today))</p></li>
      """
    }
    let listed: HTML = items.isEmpty ? "<p class=\"dim\">没有列入过黑名单。</p>" : "<ul class=\"stack\">\(items)</ul>"
    let propose: HTML =
      mayPropose
      ? "<p class=\"row under\">\(button("提出列入黑名单", "/offenders/\(person.id)/black", plain: true))</p>" : .none
    return section("黑名单", id: "black", "\(listed)\(propose)")
  }

  /// Beside somebody who was compared: a fact of its own, which no score knows of.
  static func fact(_ entries: [BlackEntry], today: CivilDate) -> HTML {
    guard !entries.isEmpty else { return .none }
    let all = entries.map { entry -> HTML in
      """
      <a href="\(link: "/offenders/black/\(entry.id)")">\(entry.title)</a>（到\(entry.ends?.chinese(today: today) ?? "—")）
      """
    }
    return "<p class=\"note\">这个人现在列在：\(HTML.join(all, "、"))。这是另外一件事，不计入像不像。</p>"
  }
}

extension Offenders {
  /// Of each of these persons who stands on a black list today, what is said of it beside his name.
  static func blackFacts(_ persons: [Int64], _ reader: Reader) throws -> [Int64: HTML] {
    try BlackStore.standing(of: persons, on: reader.today, reader).mapValues {
      BlackPages.fact($0, today: reader.today)
    }
  }
}
