import Kit
import Storage
import Web

enum DerelictionPages {
  static func form(_ record: CaseRecord, _ mine: [DerelictionRecord], _ state: FormState, today: CivilDate) -> Page {
    Page(
      "失职线索", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("向纪检监察机关移送失职线索", meta: ["\(record.number)"]))\
      <p class="note">写下的内容加密封存，只有纪检监察机关能开启；案件页、台账都看不到写了什么、写的是哪一案。交出以后你自己也看不到，只会收到结果。</p>\(state.summary)\
      <form method="post" action="\(link: "/cases/\(record.id)/dereliction")" class="panel gap">\
      \(Field("text", "内容", state, hint: "谁、什么时候、该做什么没有做").lines(rows: 6, most: 10_000))\
      <p class="row"><button class="btn">封存移送</button><a class="btn p" href="\(link: "/cases/\(record.id)")">不移送，返回</a></p></form>\
      \(mine.isEmpty ? HTML.none : section("我移送过的", "<ul class=\"stack\">\(mine.map { own($0, today) })</ul>"))
      """)
  }

  private static func own(_ record: DerelictionRecord, _ today: CivilDate) -> HTML {
    "<li>\(record.at.chinese(today: today))移送，\(record.state.title)\(record.result.map { "：\($0)" })</li>"
  }

  static func list(_ all: [DerelictionRecord], today: CivilDate) -> Page {
    let lines = all.map { record in
      Table.Line([
        "<a href=\"\(link: "/derelictions/\(record.id)")\">\(record.at.chinese(today: today))</a>",
        "\(record.state.title)",
      ])
    }
    return Page(
      "失职线索",
      """
      \(head("失职线索", meta: ["封存移送给本机关的，开启要写理由，每次都记入台账"]))\
      \(all.isEmpty ? empty("还没有移送来的线索", "有人移送时会列在这里，并通知你。") : Table("线索 \(all.count) 份，新的在前", [Table.Column("移送时间"), Table.Column("状态")], lines).html)
      """)
  }

  static func one(_ record: DerelictionRecord, _ state: FormState, today: CivilDate) -> Page {
    Page(
      "失职线索", crumbs: [("失职线索", "/derelictions")],
      """
      \(head("失职线索", meta: ["\(record.at.chinese(today: today))移送", "\(record.state.title)"]))\(state.summary)\
      <form method="post" action="\(link: "/derelictions/\(record.id)/open")" class="panel gap">\
      \(Field("reason", "为什么要开启", state, hint: "和你的姓名一起记入台账").lines(rows: 2, most: 300))<p class="row"><button class="btn">开启</button></p></form>\
      \(if: record.state == .opened, result(record, state))\(record.result.map { section("已反馈的结果", paragraphs($0)) })
      """)
  }

  private static func result(_ record: DerelictionRecord, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: "/derelictions/\(record.id)/result")" class="panel gap under">\
    \(Field("result", "结果", state, hint: "移送人看得到，只写能告诉他的").lines(rows: 3, most: 2000))<p class="row"><button class="btn">反馈结果</button></p></form>
    """
  }

  /// The only page that shows what was sealed; no browser keeps it and it has no address of its own.
  static func opened(_ note: DerelictionNote, _ id: ID<Dereliction>) -> Page {
    Page(
      "失职线索", crumbs: [("失职线索", "/derelictions")],
      """
      \(head("失职线索", meta: ["已记入台账"]))<div class="panel">\(facts([("案件", "\(note.lawCase)"), ("内容", paragraphs(note.text))]))</div>\
      <p class="row block">\(button("反馈结果", "/derelictions/\(id)", plain: true))</p>
      """)
  }
}

enum DerelictionPanel {
  /// Only the way there: what was written shows on no case.
  static let panel = Panel(on: .lawCase, order: 95) { ref, viewer, _ in
    guard viewer.may(.caseSee) else { return .none }
    return
      "<p class=\"small dim under\">发现有人失职渎职的，可以<a href=\"\(link: "/cases/\(ID<Case>(ref.number))/dereliction")\">封存移送纪检监察机关</a>。</p>"
  }

  static let records: [RecordKind] = [
    RecordKind(.dereliction, noun: "份线索", see: .derelictionOpen, link: { Link("/derelictions/\(ID<Dereliction>($0))") })
    { number, reader in
      try DerelictionStore.find(ID(number), reader).map {
        RecordFace(title: "失职线索", place: Placement(county: $0.county))
      }
    }
  ]
}
