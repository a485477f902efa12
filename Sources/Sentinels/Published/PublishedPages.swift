import Kit
import Packs
import Web

/// What a post reads of its duties, of the courses it came to, and who the model posts are.
struct PublishedModel: Sendable {
  let rules: [PublishedRule]
  let models: [ModelPost]
  /// Of the telephone's own post; empty for an officer.
  let trainings: [TrainingRecord]
  let digest: String
  /// When the contact person of the telephone said that he has read these rules.
  let readAt: Instant?
  /// How many contact persons have not; of the office's page.
  let unread: Int64
  let today: CivilDate
}

enum PublishedPages {
  static func telephone(_ model: PublishedModel, _ state: FormState) -> Page {
    let courses = model.trainings.map { "<li>\($0.on.chinese(today: model.today))　\($0.title)</li>" as HTML }
    return Page(
      "哨点规则", kind: .open,
      """
      <h1>哨点规则</h1>\(state.summary)\(rules(model, sources: false))\(RulesReadPages.confirm(model))\(models(model))\
      \(section("参加过的培训", courses.isEmpty ? "<p class=\"dim\">还没有。新联系人由监督联系人安排培训。</p>" : "<ul class=\"stack\">\(courses)</ul>"))\
      <p class="row block">\(button("返回", "/post"))</p>
      """)
  }

  /// The same with its sources, for the agency.
  static func office(_ model: PublishedModel) -> Page {
    let waiting = figure(model.unread, Link("/posts/rules/readers").asking([("read", "no")]))
    return Page(
      "哨点规则", crumbs: [("监测哨点", "/posts")],
      """
      \(head("哨点规则", meta: ["哨点在手机上看到的就是这些", "没有确认读过的联系人 \(waiting) 人"], actions: [button("谁读过", "/posts/rules/readers", plain: true)]))\
      \(rules(model, sources: true))\(models(model))
      """)
  }

  private static func rules(_ model: PublishedModel, sources: Bool) -> HTML {
    let parts = model.rules.map { rule -> HTML in
      let source: HTML = "\(rule.provenance.source)（\(rule.provenance.confidence.title)）"
      return section(
        rule.title,
        """
        <ul class="stack">\(rule.lines.map { "<li>\($0)</li>" as HTML })</ul>\
        \(if: sources, "<p class=\"small dim under\">\(source)</p>")
        """)
    }
    return "\(parts)"
  }

  private static func models(_ model: PublishedModel) -> HTML {
    let names = model.models.map { model -> HTML in
      "<li>\(model.postName)　<span class=\"dim\">\(model.spanTitle)</span></li>"
    }
    return section("示范哨点", names.isEmpty ? "<p class=\"dim\">还没有。</p>" : "<ul class=\"stack\">\(names)</ul>")
  }
}
