package import Kit
package import Offices
package import Web

/// The forms of giving on and giving back (改派、退回), the same on every page, and what they say.
package enum GivingForm {
  /// Nothing where nobody else could do it. `note` says what else goes along, where it is more than the duty.
  package static func handOn(
    _ action: Link, _ people: [Person], owner: ID<Account>, note: HTML = "责任人不在岗、办不了的，改由另一个人办；期限不变。",
    _ state: FormState
  ) -> HTML {
    let others = people.filter { $0.id != owner }
    guard !others.isEmpty else { return .none }
    // Of one agency its name is no news.
    let isOne = Set(people.map(\.agency)).count == 1
    let choices = others.map { ($0.id.text, isOne ? "\($0.name)　\($0.post)" : $0.label) }
    return section(
      "改派", note: note,
      """
      <form method="post" action="\(link: action)" class="panel">\
      \(Field("owner", owns, state).select(choices))<p class="row"><button class="btn p">改派</button></p></form>
      """)
  }

  /// `again` is what is owed once more: `重报`, `再答复`.
  package static func giveBack(_ action: Link, again: String, _ state: FormState) -> HTML {
    """
    <form method="post" action="\(link: action)" class="panel under">\
    \(Field("reason", why, state).lines(rows: 2, most: 500))\(Field("due", until(again), state).date())\
    <p class="row"><button class="btn p">退回\(again)</button></p></form>
    """
  }

  private static let owns = "改由谁办"
  private static let why = "为什么退回"
  private static func until(_ again: String) -> String { "哪天以前\(again)" }

  /// To whom it goes.
  package static func owner(_ form: Form) throws -> ID<Account> {
    let reader = FormReader(form)
    let owner: ID<Account> = reader.id("owner", owns)
    try reader.done()
    return owner
  }

  /// Why it is given back, and by when it is owed again.
  package static func givenBack(_ form: Form, again: String) throws -> (reason: String, due: CivilDate) {
    let reader = FormReader(form)
    let (reason, due) = (reader.text("reason", why, most: 500), reader.date("due", until(again)))
    try reader.done()
    return (reason, due)
  }
}
