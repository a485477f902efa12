internal import Kit
internal import Law
internal import Storage
internal import Web

extension Campaign {
  var timelineRoutes: [Route] {
    [
      Route.look("/campaigns/:id/timeline", .may(.campaignSee, on: .campaign)) { call, reader in
        let campaign = try find(try call.id(), reader)
        let timeline = Timeline(try timelineItems(campaign, reader), today: call.today)
        return .page(TimelinePages(campaign: campaign, timeline: timeline, today: call.today).page)
      },
      Route.look("/campaigns/:id/calendar", .may(.campaignSee, on: .campaign)) { call, reader in
        .page(try monthPage(call, reader))
      },
    ]
  }

  /// Begins with the month that was asked for, else that of today, else the nearest.
  private func monthPage(_ call: Call, _ reader: Reader) throws -> Page {
    let (campaign, today) = (try find(try call.id(), reader), call.today)
    let timeline = Timeline(try timelineItems(campaign, reader), today: today)
    let months = timeline.map { MonthSheet.months(from: $0.first, to: $0.last) } ?? []
    let day = call.asked("month").flatMap { CivilDate(iso: $0) } ?? today
    let asked = months.lastIndex { $0 <= day } ?? 0
    return MonthPages(
      campaign: campaign, timeline: timeline, from: min(asked, max(months.count - MonthPages.size, 0)), months: months,
      calendar: law.calendar, today: today
    ).page
  }

  private func timelineItems(_ campaign: CampaignSummary, _ reader: Reader) throws -> [Timeline.Item] {
    let ended = Set(try ClosingStore.ends(of: campaign.id, reader).map(\.position))
    let phases = try CampaignStore.phases(campaign.id, reader).enumerated().map { place, phase in
      Timeline.Item(
        kind: .phase, title: "\(place + 1) \(phase.name)", link: nil, from: phase.starts, to: phase.ends,
        isDone: ended.contains(Int64(place + 1)))
    }
    let deadlines = try DeadlineStore.list(of: campaign.id, met: nil, limit: 2000, offset: 0, reader).map { one in
      Timeline.Item(
        kind: .deadline, title: "\(one.what)（\(one.ownerName)）", link: "/deadlines/\(one.id)", from: one.due,
        to: one.due,
        isDone: one.metAt != nil)
    }
    let meetings = try MeetingStore.all(of: campaign.id, reader).filter { !$0.isCalledOff }.map { meeting in
      Timeline.Item(
        kind: .meeting, title: meeting.title, link: "/meetings/\(meeting.id)", from: meeting.on, to: meeting.on,
        isDone: meeting.isHeld)
    }
    let resolutions = try MeetingStore.resolutions(of: campaign.id, reader).map { one in
      Timeline.Item(
        kind: .resolution, title: one.text, link: "/resolutions/\(one.id)", from: one.due, to: one.due,
        isDone: one.doneAt != nil)
    }
    return phases + deadlines + meetings + resolutions + (try organised(campaign, reader))
  }

  /// Papers that are owed, and supervision visits.
  private func organised(_ campaign: CampaignSummary, _ reader: Reader) throws -> [Timeline.Item] {
    let filings = try FilingStore.list(of: campaign.id, nil, limit: 500, offset: 0, reader).map { one in
      Timeline.Item(
        kind: .filing, title: one.title, link: "/filings/\(one.id)", from: one.due, to: one.due,
        isDone: one.filedAt != nil)
    }
    let visits = try SupervisionStore.all(of: campaign.id, reader).map { one in
      Timeline.Item(
        kind: .supervision, title: one.title, link: "/supervisions/\(one.id)", from: one.on, to: one.on,
        isDone: one.isHeld)
    }
    return filings + visits
  }
}
