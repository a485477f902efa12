internal import Kit
internal import Law
internal import Packs
internal import Web

enum StatutePages {
  static func list(_ statutes: [Statute], today: CivilDate) -> Page {
    let parts = Statute.Rank.allCases.compactMap { rank -> HTML? in
      let own = statutes.filter { $0.rank == rank }
      return own.isEmpty ? nil : section(rank.title, table(own, today))
    }
    return Page(
      "法律法规", crumbs: [("法", "/law")],
      """
      \(head("法律法规", meta: ["点开一部，看某一天有哪些违法行为、期限和界限以它为依据"]))\(LawTabs.html("/law/statutes"))\(parts)
      """)
  }

  private static func table(_ statutes: [Statute], _ today: CivilDate) -> HTML {
    let lines = statutes.map { statute in
      let version = try? statute.version(on: today)
      return Table.Line([
        "<a href=\"\(link: "/law/statutes/\(statute.key)")\">\(statute.title)</a>",
        version.map { "自 \($0.from.iso) 起" } ?? "今天不适用", "\(statute.versions.count)",
        Chip.html(version?.confidence ?? statute.newest.confidence),
      ])
    }
    let columns = [
      Table.Column("名称"), Table.Column("现在的版本"), Table.Column("版本数", numeric: true), Table.Column("施行日期"),
    ]
    return Table("共 \(lines.count) 部", columns, lines).html
  }

  /// `shelf` nil where the day that was typed is none.
  static func page(_ shelf: StatuteShelf?, _ statute: Statute, _ state: FormState, today: CivilDate) -> Page {
    Page(
      statute.title, crumbs: [("法", "/law"), ("法律法规", "/law/statutes")],
      """
      \(head(statute.title, meta: ["\(statute.rank.title)", "\(statute.issuer ?? "")"]))\
      <form method="get" action="\(link: "/law/statutes/\(statute.key)")" class="panel">\
      \(Field("on", "哪一天", state).date())<button class="btn p">看这一天</button></form>\
      \(shelf.map { held($0) })\(versions(statute))
      """)
  }

  private static func held(_ shelf: StatuteShelf) -> HTML {
    let note: HTML =
      switch shelf.version {
      case .success(let version) where version != shelf.statute.newest:
        "<p class=\"note warn block\">\(shelf.day.iso) 施行的是 \(version.from.iso) 起的版本。内容包里的条文序号和金额以最新版本为准，\(shelf.day.iso) 的序号要另查。</p>"
      case .success(let version): "<p class=\"note block\">\(shelf.day.iso) 施行的是 \(version.from.iso) 起的版本。</p>"
      case .failure(let refusal): "<p class=\"note warn block\">\(refusal.sentence)\(refusal.next)</p>"
      }
    if shelf.isEmpty { return "\(note)\(empty("这一天没有以它为依据的内容", "换一天看，或者从别的法律法规进去。"))" }
    return "\(note)\(punished(shelf))\(broken(shelf))\(terms(shelf))\(limits(shelf))\(rules(shelf))"
  }

  private static func punished(_ shelf: StatuteShelf) -> HTML {
    table(
      "由它处罚的行为", ["违法行为", "条文", "罚款"],
      shelf.punished.map { line in
        [violation(line.violation), "\(line.penalty.basis)", "\(line.penalty.formula ?? "没有罚款")"]
      })
  }

  private static func broken(_ shelf: StatuteShelf) -> HTML {
    table(
      "违反它的行为", ["违法行为", "条文"],
      shelf.broken.map { line in
        let articles = line.violated.filter { $0.law == shelf.statute.key }.map(\.article)
        return [violation(line), "\(articles.joined(separator: "、"))"]
      })
  }

  private static func terms(_ shelf: StatuteShelf) -> HTML {
    table(
      "期限", ["期限", "长度", "依据"],
      shelf.terms.map { term in
        [
          "<a href=\"\(link: "/law/terms/\(term.key)")\">\(term.title)</a>", "\(term.length)",
          "\(term.provenance.source)",
        ]
      })
  }

  private static func limits(_ shelf: StatuteShelf) -> HTML {
    table(
      "界限", ["内容", "规定", "依据"],
      shelf.limits.map { limit in
        [
          "\(limit.title)", "\(limit.says)",
          "\(limit.provenance.source)\(if: !limit.provenance.confidence.isFirm, Chip.warn.html(limit.provenance.confidence.title))",
        ]
      })
  }

  private static func rules(_ shelf: StatuteShelf) -> HTML {
    table(
      "裁量", ["后果", "情节", "规定", "条文"],
      shelf.rules.map { rule in
        let needs = rule.needs.map { need in shelf.circumstances[need] ?? need }
        return [
          "\(rule.effect.title)", needs.isEmpty ? "—" : "\(needs.joined(separator: "，并且"))", "\(rule.says)",
          "<span class=\"nw\">\(rule.citation.article)</span>",
        ]
      })
  }

  private static func table(_ title: String, _ columns: [String], _ lines: [[HTML]]) -> HTML {
    guard !lines.isEmpty else { return .none }
    return section(
      title, Table("共 \(lines.count) 条", columns.map { Table.Column($0) }, lines.map { Table.Line($0) }).html)
  }

  private static func violation(_ one: Violation) -> HTML {
    "<a href=\"\(link: "/law/violations/\(one.id)")\">\(one.name)</a>"
  }

  private static func versions(_ statute: Statute) -> HTML {
    let lines = statute.versions.map { version in
      Table.Line([
        "\(version.from.iso)", "\(version.to?.iso ?? "—")", "\(version.title ?? statute.title)",
        Chip.html(version.confidence),
      ])
    }
    let columns = ["施行日期", "失效日期", "名称", "日期的可信程度"].map { Table.Column($0) }
    let table = Table("共 \(lines.count) 个版本", columns, lines).html
    return section("版本", "\(table)<p class=\"dim\">来源：\(statute.source)。\(statute.note)</p>")
  }
}

extension Chip {
  static func html(_ confidence: Confidence) -> HTML {
    (confidence.isFirm ? Chip.done : .warn).html(confidence.title)
  }
}
