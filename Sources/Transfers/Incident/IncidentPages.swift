import Casework
import Kit
import Web

enum IncidentPages {
  static func form(_ record: CaseRecord, _ state: FormState) -> Page {
    Page(
      "登记妨碍执法", crumbs: [("案件", "/cases"), (record.number, "/cases/\(record.id)")],
      """
      \(head("登记妨碍执法", meta: ["\(record.number)", "\(record.violation.name)"]))\(state.summary)\
      <form method="post" action="\(link: "/cases/\(record.id)/incident")" enctype="multipart/form-data" class="panel gap">\
      \(Field("on", "日期", state).date())\(Field("place", "地点", state).line())\
      \(Field("words", "经过", state, hint: "谁做了什么，执法人员怎样表明身份、怎样处置").lines(rows: 5))\
      \(Field("injured", "受伤人数", state, hint: "没有写 0", required: false).line(most: 3, narrow: true, mode: "numeric"))\
      \(Field("injuries", "伤情", state, required: false).lines(rows: 2, most: 2000))\
      \(Field("called", "报警", state, required: false).checks([(value: "yes", words: "已经报警", hint: nil)]))\
      \(Field("receipt", "接警或者受案回执号", state, required: false).line(most: 60))\
      \(Field("files", "照片、材料", state, required: false).files(multiple: true))\
      <p class="row"><button class="btn">登记</button><a class="btn p" href="\(link: "/cases/\(record.id)")">不登记，返回</a></p></form>
      """)
  }

  static func section(_ incidents: [Incident], today: CivilDate) -> HTML {
    guard !incidents.isEmpty else { return .none }
    let items = incidents.map { incident -> HTML in
      let police = incident.calledPolice ? "已报警\(incident.receipt.map { "，回执 \($0)" } ?? "")" : "没有报警"
      return """
        <li><b>\(incident.on.chinese(today: today))　\(incident.place)</b>\(paragraphs(incident.words))\
        <p class="why">受伤 \(incident.injured) 人\(if: !incident.injuries.isEmpty, "（\(incident.injuries)）")；\(police)</p></li>
        """
    }
    return Web.section("妨碍执法", note: "\(incidents.count) 次", "<ul class=\"steps\">\(items)</ul>")
  }
}
