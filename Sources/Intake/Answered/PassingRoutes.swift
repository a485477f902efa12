import Duties
import Kit
import Storage
import Web

/// The custodian passes answers on. He sees number and answer, nothing of what was reported.
enum PassingRoutes {
  static let routes: [Route] = [
    Route.look("/reporters/:id/pass", .may(.reporterOpen, on: .clue)) { call, reader in
      .page(try page(call, .empty, reader))
    },
    Route.act("/reporters/:id/pass", .may(.reporterOpen, on: .clue)) { call in
      let id = try call.id(Clue.self)
      return try await call.submit { form in
        let read = FormReader(form)
        let way = read.choice("way", "怎么转告的", PassingWay.self) ?? .phone
        try read.done()
        try await call.change(.passAnswer) { try Intake.pass(id, way, $0) }
        return .redirect("/reporters/\(id)/pass")
      } again: { state, reader in
        try page(call, state, reader)
      }
    },
  ]

  private static func page(_ call: Call, _ state: FormState, _ reader: Reader) throws -> Page {
    let id = try call.id(Clue.self)
    guard let clue = try ClueStore.find(id, reader), try ReporterStore.isNamed(id, reader) else {
      throw IntakeRefusal.anonymous
    }
    let answers = try AnsweredStore.list(of: id, reader)
    let waits = try Duties.waiting(on: Ref(.cluePassing, id), reader).contains { $0.kind == Intake.passingDuty }
    return PassingPages.page(clue, answers, waits: waits, today: reader.today, state)
  }
}

enum PassingPages {
  static func page(
    _ clue: ClueRecord, _ answers: [GivenAnswer], waits: Bool, today: CivilDate, _ state: FormState
  ) -> Page {
    Page(
      "转告答复", crumbs: [("举报人身份", "/reporters")],
      """
      \(head("转告答复", meta: ["\(clue.number)", clue.state.chip]))\
      \(answers.isEmpty ? empty("还没有答复", "承办的人写好答复以后，这里会有一件待办。") : list(answers, today))\
      \(if: waits, form(clue, state))
      """)
  }

  private static func list(_ answers: [GivenAnswer], _ today: CivilDate) -> HTML {
    let pieces = answers.reversed().map { answer -> HTML in
      let note: HTML = answer.passed.map { "\($0.way.title)转告，\($0.at.chinese(today: today))" } ?? "还没有转告"
      return section(answer.state == .refused ? "不予受理的理由" : "答复", note: note, paragraphs(answer.text))
    }
    return "\(pieces)"
  }

  private static func form(_ clue: ClueRecord, _ state: FormState) -> HTML {
    """
    <div class="stack block">\(state.summary)<form method="post" action="\(link: "/reporters/\(clue.id)/pass")" class="panel">\
    <p class="dim">先开启身份，照上面的话转告，再记下怎么转告的。承办的人只看到方式和日期。</p>\
    <p class="row under">\(button("开启身份（要写理由）", "/reporters/\(clue.id)", plain: true))</p>\
    \(Field("way", "怎么转告的", state).radios(PassingWay.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil) }))\
    <p class="row"><button class="btn">记下</button></p></form></div>
    """
  }
}
