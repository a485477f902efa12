import Foundation
import Kit
import Storage
import Web

enum AuditEntryPages {
  static func entry(_ proof: LedgerProof, key: String, _ records: Records, _ viewer: Viewer) -> Page {
    let entry = proof.entry
    return Page(
      "台账第 \(entry.height) 条", crumbs: [("台账", "/ledger")],
      """
      \(head("第 \(entry.height) 条", meta: [verdict(proof)]))<p class="under">\(entry.plain)</p>\
      <div class="under">\(facts(content(entry, records.link(entry.object, for: viewer))))</div>\(changes(entry))\
      \(section("证明", steps(proof) + "<div class=\"under\">\(facts(numbers(proof, key)))</div>"))\(neighbours(proof))
      """)
  }

  private static func verdict(_ proof: LedgerProof) -> HTML {
    guard proof.faults.isEmpty else { return Chip.bad.html("核对不上") }
    return proof.checkpoint == nil || proof.isFar ? Chip.half.html("这一条核对相符") : Chip.done.html("核对相符，有签名")
  }

  private static func content(_ entry: LedgerEntry, _ page: Link?) -> [(String, HTML?)] {
    let noun = AuditNames.kind(entry.object.kind.name)
    let record: HTML = page.map { "<a href=\"\(link: $0)\">\(noun)</a>" } ?? "\(noun)"
    let same = Link("/ledger").asking([("record", entry.object.description)])
    return [
      ("时间", "\(entry.at.text)"), ("办理人", "\(entry.actor.title)"), ("事项", "\(AuditNames.deed(entry.deed))"),
      ("记录", "\(record)　<a href=\"\(link: same)\">它的全部台账</a>"), ("理由", entry.reason.map { "\($0)" }),
    ]
  }

  private static func changes(_ entry: LedgerEntry) -> HTML {
    let rows = (try? JSONDecoder().decode([[String?]].self, from: Data(entry.changes.utf8))) ?? []
    guard !rows.isEmpty else { return .none }
    let lines = rows.map { row -> Table.Line in
      let words = row.prefix(3).map { $0 ?? "—" }
      return Table.Line(words.map { "\($0)" })
    }
    return section("改动", Table("改动 \(lines.count) 处", ["内容", "原来", "现在"].map { Table.Column($0) }, lines).html)
  }

  /// The proof in plain words, one step after the other.
  private static func steps(_ proof: LedgerProof) -> HTML {
    guard proof.faults.isEmpty else {
      let lines = proof.faults.prefix(20).map { "<li>\($0.sentence)</li>" as HTML }
      return """
        <div class="note bad" role="alert"><h2>这一条不能当作可靠的证据</h2><ul>\(lines)</ul>\
        <p>请保存现场，报告负责人，再用 qingyuan ledger verify 核对全部台账。</p></div>
        """
    }
    let height = proof.entry.height
    let hung = height == 1 ? "它是本县第一条，接在起点后面。" : "它写明接在第 \(height - 1) 条后面，那一条的校验值正是所写的那个。"
    return """
      <ol class="stack"><li>由这一条的全部内容重新计算，校验值与存着的相同：内容没有改过。</li>\
      <li>\(hung)</li>\
      <li>\(cover(proof))</li></ol>
      """
  }

  private static func cover(_ proof: LedgerProof) -> HTML {
    guard let checkpoint = proof.checkpoint else {
      return "还没有检查点盖住它。检查点每 15 分钟签一次，过一会儿再看。"
    }
    let at = Instant(milliseconds: checkpoint.at).text
    if proof.isFar {
      return "盖住它的检查点在第 \(checkpoint.height) 条，离得太远，这一页不逐条走过去；用 qingyuan ledger verify 核对。"
    }
    return """
      从它起逐条重算到第 \(checkpoint.height) 条，与 \(at) 签名的检查点相符，签名有效：那时它已经是这样，此后没有人改过它。
      """
  }

  private static func numbers(_ proof: LedgerProof, _ key: String) -> [(String, HTML?)] {
    [
      ("这一条的校验值", code(proof.entry.hash)), ("上一条的校验值", code(proof.entry.previous)),
      ("检查点签名", proof.checkpoint.map { code($0.signature) }), ("检查点公钥", code(key)),
    ]
  }

  private static func code(_ text: String) -> HTML { "<span class=\"small\">\(text)</span>" }

  private static func neighbours(_ proof: LedgerProof) -> HTML {
    let (county, height) = (proof.entry.county.number, proof.entry.height)
    return """
      <p class="row block">\(if: height > 1, button("上一条", "/ledger/\(county)/\(height - 1)", plain: true))\
      \(if: proof.hasNext, button("下一条", "/ledger/\(county)/\(height + 1)", plain: true))</p>
      """
  }
}
