package import Kit
package import Storage

/// A task that clues, visits and cases can be tied to.
package struct TaskChoice: Sendable {
  package let id: ID<CampaignTask>
  package let campaign: ID<CampaignRecord>
  package let campaignTitle: String
  /// As the plan numbers it, or its place.
  package let no: String
  package let text: String

  /// For the tag of a list that is narrowed to it.
  package var short: String { "任务 \(no) \(text.clipped(to: 12))".trimmed }

  /// For a choice list: `(一) 打击无证行医（清沅县2026年专项整治）`.
  package var label: String { "\(no) \(text.clipped(to: 40))（\(campaignTitle.clipped(to: 30))）".trimmed }
}

extension Campaign {
  /// Tasks of all released campaigns of a county: campaigns whose period holds the day come first, then the newest.
  /// Campaigns outside of their period are there too, because late work still belongs to them.
  package static func tasks(in county: County, on date: CivilDate, _ reader: Reader) throws -> [TaskChoice] {
    try CampaignStore.choices(in: county, on: date, reader)
  }

  package static func task(_ id: ID<CampaignTask>, _ reader: Reader) throws -> TaskChoice? {
    try CampaignStore.choice(id, reader)
  }
}

/// A released campaign.
struct CampaignSummary: Sendable {
  let id: ID<CampaignRecord>
  let county: County
  let plan: ID<Plan>
  let title: String
  let starts: CivilDate?
  let ends: CivilDate?
  let releasedAt: Instant
  let tasks: Int64
  /// When it was ended; nil while it runs.
  let ended: Instant?

  var ref: Ref { Ref(.campaign, id) }

  /// `8月24日至12月31日`.
  func period(today: CivilDate) -> String {
    switch (starts, ends) {
    case (let starts?, let ends?): "\(starts.plain(today))至\(ends.plain(today))"
    case (let starts?, nil): "\(starts.plain(today))起"
    case (nil, let ends?): "至\(ends.plain(today))"
    case (nil, nil): "没有写起止日期"
    }
  }
}

extension CivilDate {
  /// Without the day of the week; the year only when it is not this one.
  func plain(_ today: CivilDate) -> String { "\(year == today.year ? "" : "\(year)年")\(month)月\(day)日" }
}

/// Phase (阶段) of a released campaign; both dates are days.
struct CampaignPhase: Sendable {
  let name: String
  let starts: CivilDate
  let ends: CivilDate
  let text: String
}

struct CampaignTaskRecord: Sendable {
  let id: ID<CampaignTask>
  let campaign: ID<CampaignRecord>
  let county: County
  let position: Int64
  let no: String
  let text: String
  let lead: String
  let cooperating: String
  let violations: String

  var ref: Ref { Ref(.task, id) }
  /// The plan's own number, or the place in the list.
  var sign: String { no.isEmpty ? "\(position)" : no }
}

/// Coverage target (覆盖目标) for one type of institution.
struct CampaignTarget: Sendable, Hashable {
  let type: String
  let percent: Double
  let subject: String
}
