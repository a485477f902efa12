import Kit
import Web

enum HandOverPages {
  static func form(
    _ from: Person?, _ givers: [Person], to people: [Person], _ items: [HandOverItem], _ state: FormState
  ) -> Page {
    Page(
      "交接",
      """
      \(head("交接", meta: ["调离、退休、长期离岗时，手上的事一次交清；短期不在岗用“我的账号”里的代理"]))\(state.summary)\
      <form method="get" action="\(link: "/handover")" class="row"><label for="from">交出人</label>\
      <select id="from" name="from">\(givers.map { option($0, from) })</select><button class="btn p">看手上的事</button></form>\
      \(from.map { detail($0, people, items, state) })
      """)
  }

  private static func option(_ person: Person, _ chosen: Person?) -> HTML {
    "<option value=\"\(person.id)\"\(if: person.id == chosen?.id, " selected")>\(person.label)</option>"
  }

  private static func detail(_ from: Person, _ people: [Person], _ items: [HandOverItem], _ state: FormState) -> HTML {
    guard !items.isEmpty else { return empty("\(from.name)手上没有没办完的事", "不用交接，账号可以请安全管理员停用。") }
    let lines = items.map { item -> Table.Line in
      let title: HTML = item.link.map { "<a href=\"\(link: $0)\">\(item.title)</a>" } ?? "\(item.title)"
      return .init([title, "\(item.noun)"])
    }
    return """
      \(section("要交的", note: "一次全部交给同一个人；要分给几个人的，先到各页面改派", Table("\(from.name)手上 \(items.count) 件", [Table.Column("事项"), Table.Column("种类")], lines).html))\
      <form method="post" action="\(link: "/handover")" class="panel under">\
      <input type="hidden" name="from" value="\(from.id)">\
      \(Field("to", "接收人", state).select(people.map { ($0.id.text, $0.label) }))\
      \(Field("reason", "事由", state, hint: "例如：调到县疾控中心").line(most: 200))\
      <p class="small dim">按下以后全部生效，记入台账。会再确认一次你的身份。</p><button class="btn">签字交接</button></form>
      """
  }

  static func done(_ moved: [(noun: String, count: Int)], from: Person, to: Person) -> Page {
    Page(
      "交接完成",
      """
      \(head("交接完成", meta: ["\(from.label) → \(to.label)"]))<ul class="steps">\(moved.map { "<li>\($0.noun) \($0.count) 件</li>" as HTML })</ul>\
      <p class="under">\(button("回到今日", "/today"))</p>
      """)
  }
}
