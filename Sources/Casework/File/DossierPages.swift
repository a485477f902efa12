import Inspection
import Kit
import Packs
import Procedure
import Web

/// What the page of a file shows.
struct DossierPage {
  let record: CaseRecord
  /// nil: not archived, or by a version that kept no index.
  let kept: Dossier?
  let present: [DossierPart]
  let groups: [DossierGroup]
  let today: CivilDate

  var parts: [DossierPart] { kept?.parts ?? present }
  var faults: [String] { kept?.faults(present, isOpen: record.stage != .archived) ?? [] }
}

enum DossierPages {
  static func page(_ model: DossierPage) -> Page {
    let record = model.record
    return Page(
      "卷内目录", crumbs: EvidencePages.crumbs(record),
      """
      \(head("卷内目录", meta: ["\(record.number)", "\(record.violation.name)", "承办 \(record.team.names)", chip(model)]))\
      \(state(model))<div class="block">\(table(model.parts, "卷内材料", model))</div>\(supplements(model))\(order(model))\
      <form method="post" action="\(link: "/cases/\(record.id)/file")" class="noprint"><p class="row"><button class="btn p">下载整卷 PDF</button>\
      <span class="dim">封面、目录、办理记录、证据、照片和校验值；下载会记入台账</span></p></form>
      """)
  }

  private static func chip(_ model: DossierPage) -> HTML {
    if model.kept == nil { return Chip.half.html("没有归档") }
    return model.faults.isEmpty ? Chip.done.html("与归档时一致") : Chip.bad.html("与归档时不一致")
  }

  private static func state(_ model: DossierPage) -> HTML {
    guard let kept = model.kept else {
      let words: HTML =
        model.record.stage == .archived
        ? "本案归档时没有保存目录（旧版本归档），不能核对。" : "本案还没有归档，目录随办案变化。归档时目录和校验值一起固定。"
      return "<p class=\"dim\">\(words)</p>"
    }
    let faults = model.faults
    return """
      \(facts([("归档时间", "\(kept.at.chinese(today: model.today))"), ("卷内", "\(kept.parts.count) 件"), ("总校验值", "SHA-256 \(kept.hash)"), ("现在核对", faults.isEmpty ? "逐件重新计算，与归档时一致" : nil)]))\
      \(if: !faults.isEmpty, "<div class=\"note bad\" role=\"alert\"><h2>与归档时不一致，请用备份核对</h2><ul>\(faults.map { "<li>\($0)</li>" as HTML })</ul></div>")
      """
  }

  /// What came after the archive, each time with its own hash.
  private static func supplements(_ model: DossierPage) -> HTML {
    let supplements = (model.kept?.supplements ?? []).enumerated().map { index, more -> HTML in
      """
      <div class="block">\(table(more.parts, "第 \(index + 1) 次补充", model))<p class="small dim">\(more.at.chinese(today: model.today))补充，补充卷校验值 SHA-256 \(more.hash)（连同前一个总校验值计算）</p></div>
      """
    }
    let isOpen = model.kept != nil && model.record.stage != .archived
    return "\(supplements)\(if: isOpen, "<p class=\"note\">本案已被责令重新作出决定，新的材料在再次归档时作为补充卷固定。</p>")"
  }

  private static func table(_ parts: [DossierPart], _ caption: String, _ model: DossierPage) -> HTML {
    let titles = Dictionary(model.groups.map { ($0.id, $0.title) }) { first, _ in first }
    let lines = parts.enumerated().map { index, part in
      Table.Line([
        "\(index + 1)．\(part.title)", "\(titles[part.group] ?? part.group)", "<span class=\"nw\">\(part.on.iso)</span>",
        part.pages.map { "\($0)" } ?? "—", "<span class=\"small dim\">\(part.sha256)</span>",
      ])
    }
    let columns = [
      Table.Column("材料"), Table.Column("类别"), Table.Column("日期"), Table.Column("页数", numeric: true),
      Table.Column("校验值（SHA-256）"),
    ]
    return Table("\(caption) \(lines.count) 件", columns, lines).html
  }

  /// Where the order comes from, and how sure it is.
  private static func order(_ model: DossierPage) -> HTML {
    guard let group = model.groups.first else { return .none }
    return "<p class=\"dim under\">卷内顺序：\(group.provenance.confidence.title)，可以调整。页数在打印成 PDF 时编定；照片每张一页。</p>"
  }
}
