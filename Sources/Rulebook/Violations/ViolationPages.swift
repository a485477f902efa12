internal import Kit
internal import Law
internal import Packs
internal import Web

/// One violation whole: what is broken, what follows step by step, who is responsible, how sure it all is.
enum ViolationPages {
  static func page(_ model: ViolationDetail) -> Page {
    let violation = model.violation
    return Page(
      violation.name, crumbs: [("法", "/law")],
      """
      \(head(violation.name, meta: ["\(violation.authority.title)部门主管", model.standing.chip(model.value.confidence)], actions: actions(model)))\
      \(if: violation.gap != nil, gap(violation))\(model.standing.note(model.today))\(about(model))\
      \(FinePages.section(violation, model.fine, model.measures))\(provisions(model))\(approvals(model))
      """)
  }

  private static func actions(_ model: ViolationDetail) -> [HTML] {
    guard !model.standing.holds, model.viewer.may(.ruleApprove) else { return [] }
    return [button("核准", Link("/law/approve").asking([("value", model.value.name)]))]
  }

  private static func gap(_ violation: Violation) -> HTML {
    "<p class=\"note warn\"><b>罚款还算不出来。</b>\(violation.gap)</p>"
  }

  private static func about(_ model: ViolationDetail) -> HTML {
    let violation = model.violation
    let related = model.related.map {
      "<li><a href=\"\(link: "/law/violations/\($0.id)")\">\($0.name)</a></li>" as HTML
    }
    let crimes = violation.crimes.map { "<li>\($0.words)</li>" as HTML }
    return facts([
      ("俗称", violation.also.isEmpty ? nil : "\(violation.also.joined(separator: "、"))"),
      ("违法主体", "\(violation.subjects.map(\.title).joined(separator: "、"))"),
      ("共同查处", violation.joint.isEmpty ? nil : "\(violation.joint.map(\.title).joined(separator: "、"))"),
      ("违反", violation.violated.isEmpty ? nil : cited(violation.violated)), ("处罚依据", "\(violation.penalty)"),
      ("涉嫌犯罪", crimes.isEmpty ? nil : "<ul>\(crimes)</ul>"),
      ("可能同时构成", related.isEmpty ? nil : "<ul>\(related)</ul>"), ("注", violation.note.map { paragraphs($0) }),
      ("可信程度", "\(model.value.confidence.title)"), ("编号", "\(violation.id)"),
    ])
  }

  /// Each statute opens what else rests on it.
  private static func cited(_ citations: [Citation]) -> HTML {
    let items = citations.map {
      "<li><a href=\"\(link: "/law/statutes/\($0.law)")\">\($0.title)</a>\($0.article)</li>" as HTML
    }
    return "<ul>\(items)</ul>"
  }

  private static func provisions(_ model: ViolationDetail) -> HTML {
    let all = model.violation.penalties
    guard !all.isEmpty else { return .none }
    let parts = all.map { penalty -> HTML in
      let rows = penalty.lines(model.measures).map { ($0.label, "\($0.words)" as HTML?) }
      let chip: HTML = penalty.applies(on: model.today) ? Chip.done.html("今天有效") : Chip.shut.html("今天不适用")
      return "<div class=\"panel\"><p>\(chip)　\(penalty.heading)。</p>\(facts(rows))</div>"
    }
    return section("罚则", note: "共 \(all.count) 条", "\(parts)")
  }

  private static func approvals(_ model: ViolationDetail) -> HTML {
    guard !model.approvals.isEmpty else { return .none }
    let lines = model.approvals.map { approval in
      Table.Line([
        "<a href=\"\(link: "/law/approvals/\(approval.id)")\">\(approval.day.iso)</a>", "\(approval.approverTitle)",
        "\(approval.document)", state(approval, model.value),
      ])
    }
    let columns = ["核准日期", "核准人", "依据", "现在"].map { Table.Column($0) }
    return section("本县的核准", Table("共 \(lines.count) 次", columns, lines).html)
  }

  private static func state(_ approval: Approval, _ value: LawValue) -> HTML {
    if approval.withdrawal != nil { return Chip.shut.html("已撤回") }
    return approval.fingerprint == value.fingerprint ? Chip.done.html("有效") : Chip.warn.html("内容已改")
  }
}
