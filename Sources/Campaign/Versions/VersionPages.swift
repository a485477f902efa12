internal import Kit
internal import Web

/// The versions of a campaign: what each said, and which sentence said it.
enum VersionPages {
  static func list(
    _ campaign: CampaignSummary, first: PlanRecord?, _ versions: [CampaignVersion], mayAmend: Bool, today: CivilDate
  ) -> Page {
    let start: HTML = """
      <p>\(first.map { "<a href=\"\(link: "/plans/\($0.id)")\">《\($0.name)》</a>" as HTML })，\
      \(campaign.releasedAt.chinese(today: today))发布。</p>
      """
    let later = versions.reversed().map { version in
      section(
        "第 \(version.number) 版",
        note:
          "<a href=\"\(link: "/plans/\(version.plan)")\">《\(version.title)》</a>，\(version.at.chinese(today: today))由\(version.by)执行。",
        changes(version.changes))
    }
    let bring = mayAmend && campaign.ended == nil ? [button("导入补充通知", "/plans/new")] : []
    return Page(
      "版本", crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head("版本", meta: ["共 \(versions.count + 1) 版"], actions: bring))\
      \(if: versions.isEmpty, "<p class=\"under\">没有补充通知。延期、调整、补充任务的通知导入以后，在它的解读页选“并入专项行动”。</p>")\
      \(later)\(section("第 1 版", start))
      """)
  }

  /// The days of a change as they are read. They are kept in figures, because an approval rests on these words.
  static func spoken(_ words: String) -> String {
    words.split(separator: "至", omittingEmptySubsequences: false).map { part in
      CivilDate(iso: String(part)).map { "\($0.year)年\($0.month)月\($0.day)日" } ?? String(part)
    }.joined(separator: "至")
  }

  /// Before and after, with the sentence.
  static func changes(_ changes: [VersionChange]) -> HTML {
    guard !changes.isEmpty else { return "<p class=\"small dim\">没有变动。</p>" }
    let lines = changes.map { change in
      Table.Line([
        "\(change.what)", change.before.map { "\(spoken($0))" } ?? "没有", "<b>\(spoken(change.after))</b>",
        "<span class=\"dim\">\(change.sentence)</span>",
      ])
    }
    return Table("变动 \(changes.count) 处", ["什么", "原来", "改为", "出处"].map { Table.Column($0) }, lines).html
  }
}
