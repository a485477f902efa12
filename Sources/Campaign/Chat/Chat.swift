internal import Duties
internal import Kit
internal import Law
internal import Storage
internal import Web

extension Viewer {
  /// Who sends a campaign's figures to a group chat: the office and the superior.
  var maySendChat: Bool { may(.campaignRelease) || may(.campaignSupervise) }
}

extension Campaign {
  /// The box with the words for a group chat; nothing for whoever does not send them. `figures` and `coverage` are those that the page
  /// shows.
  func chat(
    _ campaign: CampaignSummary, _ figures: [Figure], _ coverage: [Coverage], for viewer: Viewer, _ reader: Reader
  ) throws -> HTML {
    guard viewer.maySendChat else { return .none }
    return copyBox(
      ChatText(
        title: campaign.title, figures: figures.map { KeptFigure($0) },
        last: try FigureStore.last(of: campaign.id, reader),
        coverage: coverage, duties: try Duties.open(ofCampaign: campaign.id.value, reader), today: reader.today,
        calendar: law.calendar
      ).words)
  }

  /// The same for an issued paper, with the figures that it was drawn from.
  func chat(_ paper: BriefingRecord, for viewer: Viewer, _ reader: Reader) throws -> HTML {
    guard viewer.maySendChat, paper.void == nil, let issue = paper.issue else { return .none }
    let figures = try FigureStore.figures(of: paper.id, reader)
    guard !figures.isEmpty else { return .none }
    let told = KeptFigures(number: issue.number, on: paper.made.date, figures: figures)
    return copyBox(
      ChatText.issued(
        issue.number, told, since: try FigureStore.last(of: paper.campaign, before: issue.at, reader),
        title: paper.campaignTitle))
  }

  /// The figures as they are now.
  func figuresNow(_ campaign: CampaignSummary, _ reader: Reader) throws -> [Figure] {
    try figures.flatMap { try $0(campaign.id, campaign.county, reader) }
  }
}
