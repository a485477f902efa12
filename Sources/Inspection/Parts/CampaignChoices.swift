internal import Campaign
package import Kit
package import Storage
package import Web

/// Campaigns that a list can be narrowed to: those that run, and the one that it is narrowed to already.
package enum CampaignChoices {
  package static func all(
    _ viewer: Viewer, _ listing: Listing, _ records: Records, _ today: CivilDate, _ reader: Reader
  ) throws -> [(String, String)] {
    var seen: Set<Int64> = []
    var choices = try Campaign.tasks(in: viewer.county, on: today, reader)
      .filter { seen.insert($0.campaign.value).inserted }.map { ($0.campaign.text, $0.campaignTitle) }
    if let asked = listing.filter("campaign").flatMap({ ID<CampaignRecord>(text: $0) }), !seen.contains(asked.value),
      let title = try RecordLinks.title(Ref(.campaign, asked), records, reader)
    {
      choices.append((asked.text, title))
    }
    return choices
  }
}
