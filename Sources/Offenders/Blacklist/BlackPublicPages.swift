import Kit
import Packs
import Web

/// What the public may know of one basis.
struct PublishedList {
  let basis: BlackBasis
  /// Persons who stand on it today.
  let count: Int64
  /// Name in part and term; empty where the basis is not to be published.
  let lines: [(name: String, begins: CivilDate?, ends: CivilDate?)]
}

enum BlackPublicPages {
  static func page(_ lists: [PublishedList], today: CivilDate) -> Page {
    Page(
      "黑名单怎样列、怎样移出",
      """
      \(head("黑名单怎样列、怎样移出", meta: ["打击非法行医"]))\
      <div class="panel"><p>列入以前要告知本人，本人可以陈述、申辩；由另一个人审定。到期自己移出；作依据的处罚被撤销的，自动移出；本人可以申请提前移出。\
      认为列错了的，可以向列入的机关提出，也可以依法申请行政复议、提起诉讼。</p></div>\
      \(lists.map { list($0, today) })\(if: lists.isEmpty, empty("没有设黑名单", "本系统现在没有一种黑名单的依据。"))
      """)
  }

  private static func list(_ list: PublishedList, _ today: CivilDate) -> HTML {
    let basis = list.basis
    let lines = list.lines.map { line in
      Table.Line([
        "\(line.name)", "\(line.begins.map { $0.chinese(today: today) } ?? "—")",
        "\(line.ends.map { $0.chinese(today: today) } ?? "—")",
      ])
    }
    let table: HTML =
      lines.isEmpty
      ? .none : Table("现在列着的，最近 \(lines.count) 人", ["姓名（只显示姓）", "从", "到"].map { Table.Column($0) }, lines).html
    let isPublic: HTML = basis.isPublic ? "公布，姓名只显示姓" : "不公布个人：没有核对过允许公布的条文"
    let earliest: HTML = basis.earliest == 0 ? "随时可以" : "列入满 \(basis.earliest) 个月以后"
    return section(
      basis.title, note: basis.isPublic ? "\(list.count) 人" : .none,
      """
      \(facts([
        ("依据", "\(basis.provenance.source)（\(basis.provenance.confidence.title)）"), ("列入多久", "\(basis.term) 个月"),
        ("后果", "\(basis.effects.joined(separator: "；"))"), ("申辩", "告知以后 \(basis.objection) 天以内"),
        ("申请提前移出", earliest), ("公布", isPublic), ("说明", "\(basis.note)"),
      ]))\(table)
      """)
  }
}
