import Inspection
import Kit
import Packs
import Procedure
import Web

enum OnTheSpotPages {
  static func form(_ draft: FilingDraft, _ procedure: Procedure, _ state: FormState) -> Page {
    let hidden = ["visit", "clue", "premises"].map { name -> HTML in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(state.value(name))\">"
    }
    return Page(
      "当场处罚", crumbs: [("案件", "/cases")],
      """
      \(head("当场处罚", meta: ["简易程序，七个工作日内报本机关备案"]))\(FilingPages.about(draft))\(limits(procedure, state))\(state.summary)\
      <form method="post" action="\(link: "/cases/on-the-spot")" class="panel gap">\(hidden)\
      \(Field("party", "当事人", state, hint: "机构写全称，个人写姓名").line(most: 100))\(FilingPages.organisation(state))\(FilingPages.violations(draft, state))\
      \(Field("summary", "违法事实和证据", state, hint: "什么时间、什么地点、做了什么，有什么证明；会写进决定书，当事人凭查询码能看到").lines(rows: 4))\
      \(penalties(procedure, state))\
      \(Field("told", "告知", state).checks([(value: "yes", words: "已当场告知事实、理由、依据和权利，并听取了陈述申辩", hint: nil)]))\
      \(teamFields(draft.people, state))\
      <p class="row"><button class="btn">作出当场处罚决定</button><a class="btn p" href="\(link: "/cases")">不处罚，返回</a></p></form>
      """)
  }

  private static func limits(_ procedure: Procedure, _ state: FormState) -> HTML {
    let limit = procedure.onTheSpot
    let ordinary = Link("/cases/new").asking(["visit", "clue", "premises"].map { ($0, state.value($0) as String?) })
    return """
      <p class="note">违法事实确凿并有法定依据的才能当场处罚：个人罚款不超过 \(limit.person.text) 元，单位不超过 \(limit.organisation.text) 元，或者警告\
      （\(limit.provenance.source)）。超出的，<a href="\(link: ordinary)">按普通程序立案</a>。</p>
      """
  }

  private static func amount(_ name: String, _ label: String, _ hint: String, _ state: FormState) -> HTML {
    Field(name, label, state, hint: hint, required: false).line(most: 20, narrow: true, mode: "decimal")
  }

  private static func penalties(_ procedure: Procedure, _ state: FormState) -> HTML {
    let kinds = procedure.penalties.filter(\.mayBeOnTheSpot).map {
      (value: $0.id, words: $0.title, hint: nil as String?)
    }
    return """
      \(Field("penalties", "处罚种类", state).checks(kinds))\
      <div class="pair">\(amount("fine", "罚款金额", "单位元；只警告的不填", state))\
      \(amount("goods", "货值金额", "单位元；罚款按货值金额计算的案由才填，没有货值的填 0", state))</div>
      """
  }
}
