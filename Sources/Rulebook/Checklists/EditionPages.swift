internal import Kit
internal import Packs
internal import Storage
internal import Web

enum EditionPages {
  static func list(_ lists: [HeldChecklist], drafts: [Edition], _ type: (String) -> String) -> Page {
    let lines = lists.map { list in
      let draft = drafts.first { $0.checklist == list.id }
      return Table.Line([
        "<a href=\"\(link: "/law/checklists/\(list.id)")\">\(list.title)</a>",
        "\(list.appliesTo.map(type).joined(separator: "、"))", "\(list.items.count)",
        "\(list.edition.map { "本县第 \($0) 版" } ?? "内容包的版本")\(draft.map { Chip.half.html("有草稿：第 \($0.number) 版") })",
      ])
    }
    let columns = [
      Table.Column("检查表"), Table.Column("用于"), Table.Column("项数", numeric: true), Table.Column("现在用的"),
    ]
    return Page(
      "检查表", crumbs: [("法", "/law")],
      """
      \(head("检查表", meta: ["检查时逐项问的内容；可以改成本县的版本，以前的版本都留着"]))\(LawTabs.html("/law/checklists"))\
      \(Table("检查表 \(lines.count) 份", columns, lines).html)
      """)
  }

  static func checklist(
    _ now: HeldChecklist, pack: HeldChecklist, _ editions: [Edition], mayWork: Bool, names: (String) -> String,
    today: CivilDate, _ state: FormState
  ) -> Page {
    let actions = mayWork ? [button("改成本县的版本", "/law/checklists/\(now.id)/edit")] : []
    let ahead = editions.first { $0.state == .enacted && $0.from.map { $0 > today } == true }
    return Page(
      now.title, crumbs: [("法", "/law"), ("检查表", "/law/checklists")],
      """
      \(head(now.title, meta: ["现在用\(now.edition.map { "本县第 \($0) 版" } ?? "内容包的版本")", "共 \(now.items.count) 项"], actions: actions))\
      \(ahead.map { "<p class=\"note\"><a href=\"\(link: "/law/editions/\($0.id)")\">\($0.title)</a>自 \($0.from?.iso) 起施行。</p>" as HTML })\
      \(behind(now, pack, editions))\(items(now.items, "现在逐项问的", names))\(versions(editions, today))\
      \(if: mayWork && now.edition != nil, restore(now, state))
      """)
  }

  /// The pack was changed after the version in force had been made from it.
  private static func behind(_ now: HeldChecklist, _ pack: HeldChecklist, _ editions: [Edition]) -> HTML {
    guard let number = now.edition, let held = editions.first(where: { $0.number == number }),
      held.base != pack.fingerprint
    else { return .none }
    return """
      <p class="note warn"><b>内容包的这份检查表改过了。</b>本县第 \(number) 版是照以前的内容改的，\
      请看<a href="\(link: "/law/editions/\(held.id)")">它和内容包现在的不同</a>，要不要跟着改。</p>
      """
  }

  static func items(_ items: [HeldItem], _ title: String, _ names: (String) -> String) -> HTML {
    let lines = items.map { item in
      Table.Line([
        "\(item.question)",
        "\(item.source)\(if: !item.confidence.isFirm, Chip.warn.html(item.confidence.title))",
        item.violation.map { "<a href=\"\(link: "/law/violations/\($0)")\">\(names($0))</a>" } ?? "—",
      ])
    }
    let columns = [Table.Column("问什么"), Table.Column("依据"), Table.Column("不符合时的案由")]
    return section(title, Table("共 \(items.count) 项", columns, lines).html)
  }

  private static func versions(_ editions: [Edition], _ today: CivilDate) -> HTML {
    guard !editions.isEmpty else {
      return section("本县的版本", empty("还没有本县的版本", "一直用内容包的检查表。"))
    }
    let lines = editions.map { edition in
      Table.Line([
        "<a href=\"\(link: "/law/editions/\(edition.id)")\">第 \(edition.number) 版</a>\(if: edition.items == nil, "（恢复内容包）")",
        edition.state.chip, edition.from.map { "自 \($0.iso) 起" } ?? "—", "\(edition.reason)",
        "\(edition.maker)<span class=\"s\">\(edition.made.chinese(today: today))</span>",
      ])
    }
    let columns = ["版本", "状态", "施行", "理由", "起草"].map { Table.Column($0) }
    return section("本县的版本", Table("共 \(editions.count) 版", columns, lines).html)
  }

  private static func restore(_ now: HeldChecklist, _ state: FormState) -> HTML {
    section(
      "恢复使用内容包的版本",
      """
      \(state.summary)<form method="post" action="\(link: "/law/checklists/\(now.id)/restore")" class="panel">\
      \(Field("from", "自哪天起", state).date())\(Field("reason", "理由", state).line(most: 300))\
      <button class="btn p">恢复内容包的版本</button></form>
      """)
  }

  static func edition(
    _ edition: Edition, pack: HeldChecklist, now: HeldChecklist, mayWork: Bool, names: (String) -> String,
    history: [LedgerEntry], today: CivilDate, _ state: FormState
  ) -> Page {
    let items = edition.items ?? pack.items
    let isDraft = edition.state == .draft
    return Page(
      edition.title, crumbs: [("法", "/law"), ("检查表", "/law/checklists"), (pack.title, "/law/checklists/\(pack.id)")],
      """
      \(head(edition.title, meta: [edition.state.chip, "\(edition.from.map { "自 \($0.iso) 起施行" } ?? "没有施行")", "起草 \(edition.maker)"]))\
      <p class="under">理由：\(edition.reason)</p>\(if: edition.items == nil, "<p class=\"note\">这一版恢复使用内容包的检查表。</p>")\
      \(if: isDraft, difference("和现在用的相比", now.items, items))\(difference("和内容包相比", pack.items, items))\
      \(if: isDraft && mayWork, decide(edition, state, today))\(Self.items(items, "这一版逐项问的", names))\
      \(historySection(history, today: today))
      """)
  }

  private static func difference(_ title: String, _ old: [HeldItem], _ new: [HeldItem]) -> HTML {
    let changes = ItemChange.between(old, new)
    if changes.isEmpty { return section(title, "<p class=\"dim\">没有不同。</p>") }
    let lines = changes.map { change -> Table.Line in
      switch change {
      case .added(let item): Table.Line([Chip.full.html("增加"), "—", "\(item.question)"])
      case .dropped(let item): Table.Line([Chip.shut.html("去掉"), "\(item.question)", "—"])
      case .reworded(let from, let to): Table.Line([Chip.half.html("改写"), "\(from.question)", "\(to.question)"])
      }
    }
    let columns = [Table.Column("改动"), Table.Column("原来"), Table.Column("改成")]
    return section(title, Table("共 \(changes.count) 处", columns, lines).html)
  }

  private static func decide(_ edition: Edition, _ state: FormState, _ today: CivilDate) -> HTML {
    let filled =
      state.form.value("from") == nil && state.problems.isEmpty ? FormState.filled([("from", today.iso)]) : state
    return section(
      "施行这一版",
      """
      \(state.summary)<div class="panel"><form method="post" action="\(link: "/law/editions/\(edition.id)/enact")">\
      \(Field("from", "施行日期", filled, hint: "这天起安排的检查用这一版；已经安排的不变").date())\
      <button class="btn">施行</button></form>\
      <form method="post" action="\(link: "/law/editions/\(edition.id)/drop")" class="under"><button class="btn d">放弃这份草稿</button></form></div>
      """)
  }
}

extension Edition.State {
  var chip: HTML {
    switch self {
    case .draft: Chip.half.html(title)
    case .enacted: Chip.done.html(title)
    case .dropped: Chip.shut.html(title)
    }
  }
}
