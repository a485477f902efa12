internal import Kit
internal import Storage
internal import Web

extension Campaign {
  var timelineRoutes: [Route] {
    [
      Route.look("/campaigns/:id/timeline", .may(.campaignSee, on: .campaign)) { call, reader in
        let campaign = try find(try call.id(), reader)
        let timeline = Timeline(try timelineItems(campaign, reader), today: call.today)
        return .page(TimelinePages(campaign: campaign, timeline: timeline, today: call.today).page)
      }
    ]
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
    let meetings = try MeetingStore.all(of: campaign.id, reader).map { meeting in
      Timeline.Item(
        kind: .meeting, title: meeting.title, link: "/meetings/\(meeting.id)", from: meeting.on, to: meeting.on,
        isDone: meeting.isHeld)
    }
    let resolutions = try MeetingStore.resolutions(of: campaign.id, reader).map { one in
      Timeline.Item(
        kind: .resolution, title: one.text, link: "/resolutions/\(one.id)", from: one.due, to: one.due,
        isDone: one.doneAt != nil)
    }
    return phases + deadlines + meetings + resolutions
  }
}
