import Inspection
import Kit
import Law
import Offices
import Packs
import Registers
import Web

/// What a case can be filed from.
struct FilingDraft {
  let source: CaseSource
  let people: [Person]
  let violations: [Violation]
  /// Ids of those that the task looks for, offered first.
  let sought: [String]
  let visit: HTML?
  let clue: HTML?
}

extension CaseSource {
  var isEmpty: Bool { visit == nil && clue == nil && premises == nil }
}

enum FilingPages {
  static func form(_ draft: FilingDraft, _ state: FormState) -> Page {
    let hidden = ["visit", "clue", "premises"].map { name -> HTML in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(state.value(name))\">"
    }
    return Page(
      "立案", crumbs: [("案件", "/cases")],
      """
      \(head("立案", meta: ["立案后 90 日内作出决定（行政处罚法第六十条）"]))\(about(draft))\(state.summary)\
      <form method="post" action="\(link: "/cases")" class="panel gap">\(hidden)\
      \(Field("party", "当事人", state, hint: "机构写全称，个人写姓名").line(most: 100))\(organisation(state))\(violations(draft, state))\
      \(Field("act-ended", "违法行为终了日期", state, hint: "追责时效从这天起算；还在继续的写被查获的那天，不清楚的空着", required: false).date())\
      \(Field("summary", "基本事实", state, hint: "什么时间、什么地点、做了什么").lines(rows: 5))\(weights(state))\(teamFields(draft.people, state))\
      <p class="row"><button class="btn">立案</button><a class="btn p" href="\(link: "/cases")">不立案，返回</a></p></form>
      """)
  }

  static func organisation(_ state: FormState) -> HTML {
    Field("kind", "当事人是", state).radios([
      (value: "person", words: "个人", hint: nil), (value: "organisation", words: "单位（法人、其他组织）", hint: nil),
    ])
  }

  /// They decide whether legal review and discussion are owed; most cases have none.
  private static func weights(_ state: FormState) -> HTML {
    Field("weights", "案情有没有下面的情形", state, hint: "没有就都不选", required: false)
      .checks(CaseWeight.allCases.map { (value: $0.rawValue, words: $0.title, hint: nil) })
  }

  static func nothing(_ viewer: Viewer) -> Page {
    Page(
      "立案", crumbs: [("案件", "/cases")],
      head("立案")
        + empty(
          "立案要有来源",
          """
          <p>从一次检查、一条线索或底册里的对象立案，来源会跟着案件走。</p>\
          <p class="row">\(if: viewer.may(.visitSee), button("看检查", "/visits"))\(button("看线索", "/clues", plain: true))</p>
          """))
  }

  static func about(_ draft: FilingDraft) -> HTML {
    facts([
      ("来自检查", draft.visit), ("来自线索", draft.clue), ("地点", draft.source.premises.map { "\($0.name)，\($0.address)" }),
    ])
  }

  /// One list, what the task looks for first, then ordered by whose act it is; a basis that was not read in the statute is marked.
  static func violations(_ draft: FilingDraft, _ state: FormState) -> HTML {
    let first = draft.sought.compactMap { id in draft.violations.first { $0.id == id } }
    let others = Subject.allCases.flatMap { subject in
      draft.violations.filter { $0.subjects.first == subject && !draft.sought.contains($0.id) }
    }
    let choices = first.map { choice($0, "任务重点") } + others.map { choice($0, $0.subjects.first?.title ?? "") }
    return Field("violation", "案由", state, hint: "只列出卫生健康部门管辖的违法行为，依据在案件页").select(choices)
  }

  private static func choice(_ violation: Violation, _ group: String) -> (String, String) {
    (violation.id, "\(group)：\(violation.name)\(violation.confidence == .verified ? "" : "（依据待核）")")
  }
}
