import Kit
import Offices
import Storage
import Web

/// What the page of one course shows.
struct TrainingModel: Sendable {
  let training: TrainingRecord
  let by: String
  let came: [TrainedContact]
  let files: [Attachment]
  let history: [LedgerEntry]
  let today: CivilDate
}

enum TrainingPages {
  static func list(
    _ listing: Listing, _ trainings: [(training: TrainingRecord, came: Int64)], _ waiting: [TrainedContact],
    mayWork: Bool, today: CivilDate
  ) -> Page {
    let columns = [Table.Column("日期", sort: "day"), Table.Column("培训"), Table.Column("来了", numeric: true)]
    let lines = trainings.map { entry in
      Table.Line([
        "<a href=\"\(link: "/trainings/\(entry.training.id)")\">\(entry.training.on.chinese(today: today))</a>",
        "\(entry.training.title)<span class=\"s\">\(entry.training.place)</span>", "\(entry.came) 人",
      ])
    }
    return Page(
      "联系人培训", crumbs: [("监测哨点", "/posts")],
      """
      \(head("联系人培训", meta: ["新联系人先培训，再看情况"], actions: mayWork ? [button("登记培训", "/trainings/new")] : []))\
      \(lines.isEmpty ? empty("还没有登记过培训", "办过培训以后，在这里登记日期、内容、教材和谁来了。") : Table(listing.caption("培训", unit: "次"), columns, lines, listing: listing).html)\
      \(section("还没有培训过的联系人", id: "untrained", untrained(waiting, today)))
      """)
  }

  private static func untrained(_ waiting: [TrainedContact], _ today: CivilDate) -> HTML {
    guard !waiting.isEmpty else { return "<p class=\"note ok\">在任的联系人都培训过。</p>" }
    let lines = waiting.prefix(100).map { person in
      Table.Line([
        "<a href=\"\(link: "/posts/\(person.contact.post)")\">\(person.post)</a>",
        "\(person.contact.name)<span class=\"s\">\(person.contact.part.title)</span>",
        "\(person.contact.since.chinese(today: today))",
      ])
    }
    let title = waiting.count > 100 ? "\(waiting.count) 人，显示前 100 人" : "\(waiting.count) 人"
    return Table(title, ["哨点", "联系人", "从哪天起"].map { Table.Column($0) }, Array(lines)).html
  }

  static func form(_ people: [TrainedContact], _ state: FormState, today: CivilDate) -> Page {
    let choices = people.map { person in
      (
        value: person.contact.id.text, words: "\(person.post)　\(person.contact.name)（\(person.contact.part.title)）",
        hint: person.last.map { "上次 \($0.chinese(today: today))" } ?? "还没有培训过"
      ) as (value: String, words: String, hint: String?)
    }
    let nobody = empty("还没有在任的联系人", "<a href=\"\(link: "/posts")\">先到哨点登记联系人</a>")
    return Page(
      "登记培训", crumbs: [("监测哨点", "/posts"), ("联系人培训", "/trainings")],
      """
      \(head("登记培训"))<div class="stack">\(state.summary)\
      <form method="post" action="\(link: "/trainings/new")" enctype="multipart/form-data" class="panel">\
      \(Field("title", "培训名称", state).line(most: 100))\(Field("on", "哪天办的", state).date())\
      \(Field("place", "在哪里办的", state).line(most: 100))\(Field("content", "讲了什么", state).lines(rows: 4, most: 2000))\
      \(Field("files", "教材、签到表", state, hint: "每个不超过 20 MB，最多 5 个", required: false).files(multiple: true))\
      \(people.isEmpty ? nobody : Field("contacts", "谁来了", state).checks(choices))\
      <p class="row"><button class="btn">登记</button><a href="\(link: "/trainings")">不登记了，返回</a></p></form></div>
      """)
  }

  static func record(_ model: TrainingModel) -> Page {
    let training = model.training
    let lines = model.came.map { person in
      Table.Line([
        "<a href=\"\(link: "/posts/\(person.contact.post)")\">\(person.post)</a>",
        "\(person.contact.name)<span class=\"s\">\(person.contact.part.title)</span>",
      ])
    }
    return Page(
      training.title, crumbs: [("监测哨点", "/posts"), ("联系人培训", "/trainings")],
      """
      \(head(training.title, meta: ["\(training.on.chinese(today: model.today))", "\(training.place)", "\(model.by)登记"]))\
      \(section("讲了什么", paragraphs(training.content)))\
      \(model.files.isEmpty ? .none : section("教材、签到表", attachmentList(model.files)))\
      \(section("谁来了", Table("来了 \(lines.count) 人", ["哨点", "联系人"].map { Table.Column($0) }, lines).html))\
      \(historySection(model.history, today: model.today))
      """)
  }
}
