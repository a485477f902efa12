internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Papers
internal import Storage
internal import Web

/// What a new paper begins with, from the records.
extension Campaign {
  /// Refuses a demand on what is not pressed in this campaign, and minutes of a meeting that is not of it or has none.
  func start(
    _ kind: BriefingKind, about: Int64?, of campaign: CampaignSummary, _ reader: Reader
  ) throws -> [String: String] {
    switch kind {
    case .briefing: return try facts(campaign, reader).briefing
    case .bulletin: return try facts(campaign, reader).bulletin
    case .demand: return try demandStart(about, of: campaign, reader)
    case .minutes: return try minutesStart(about, of: campaign, reader)
    }
  }

  private func demandStart(_ about: Int64?, of campaign: CampaignSummary, _ reader: Reader) throws -> [String: String] {
    guard let about, let pressed = try Duties.pressed(ID(about), inCampaign: campaign.id.value, reader) else {
      throw BriefingRefusal.nothingAbout
    }
    return [
      "to": try Offices.person(pressed.owner, reader)?.label ?? pressed.ownerName, "matter": pressed.title,
      "basis": pressed.basis, "due": pressed.due.onPaper, "count": "第 \(pressed.number) 次督办（\(pressed.by)）",
      "words": pressed.words, "answer-by": "\(pressed.answerBy.onPaper)以前",
    ]
  }

  /// What a field of a paper holds.
  private static let mostMinutes = 10_000

  private func minutesStart(_ about: Int64?, of campaign: CampaignSummary, _ reader: Reader) throws -> [String: String]
  {
    guard let about, let meeting = try MeetingStore.find(ID(about), reader), meeting.campaign == campaign.id,
      meeting.isHeld
    else { throw BriefingRefusal.nothingAbout }
    // A longer text would be cut in the paper without a word.
    guard meeting.minutes.count <= Self.mostMinutes else { throw BriefingRefusal.tooLong(most: Self.mostMinutes) }
    let records = try MeetingStore.resolutions(of: meeting.id, reader)
    let owners = try Duties.owners(Meetings.duty, on: .resolution, among: records.map(\.id.value), reader)
    let resolutions = records.map { one in
      let owner = owners[one.id.value].map { "\($0)，" } ?? ""
      return "\(one.position). \(one.text)（\(owner)\(one.due.onPaper)以前）"
    }
    return [
      "heading": meeting.title, "held": meeting.whenAndWhere, "chair": meeting.chair,
      "attendance": meeting.attendance, "minutes": meeting.minutes,
      "resolutions": resolutions.joined(separator: "\n"),
    ]
  }

  private func facts(_ campaign: CampaignSummary, _ reader: Reader) throws -> BriefingFacts {
    BriefingFacts(
      campaign: campaign, phases: try CampaignStore.phases(campaign.id, reader),
      ended: Set(try ClosingStore.ends(of: campaign.id, reader).map(\.position)),
      figures: try figuresNow(campaign, reader),
      last: try FigureStore.last(of: campaign.id, reader), coverage: try coverage(of: campaign, reader),
      deadlines: try DeadlineStore.list(of: campaign.id, met: nil, limit: 2000, offset: 0, reader),
      duties: try Duties.ofCampaign(campaign.id.value, reader), units: try units(of: campaign, reader),
      towns: try towns(of: campaign, reader), pace: Pace(campaign, today: reader.today, law.calendar),
      today: reader.today, calendar: law.calendar)
  }
}
