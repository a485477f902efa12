internal import Duties
internal import Kit
internal import Offices
internal import Registers
internal import Storage
internal import Web

extension Campaign {
  /// Figures by unit and by town: what a bulletin praises and criticises.
  var unitRoutes: [Route] {
    [
      Route.look("/campaigns/:id/units", .may(.campaignSee, on: .campaign)) { call, reader in
        let campaign = try find(try call.id(), reader)
        let counts = try townCounts.compactMap { try $0(campaign.id, campaign.county, try call.person(), reader) }
        return .page(
          try unitPages(campaign, call).overview(
            try units(of: campaign, reader), try places(of: campaign, counts, reader), counts))
      },
      Route.look("/campaigns/:id/units/duties", .may(.campaignSee, on: .campaign)) { call, reader in
        let campaign = try find(try call.id(), reader)
        let asked = call.asked("unit").flatMap { ID<UnitStanding>(text: $0) }?.value
        guard let unit = try units(of: campaign, reader).first(where: { $0.agency == asked }),
          let measure = call.asked("what").flatMap(UnitStanding.Measure.init)
        else { throw MissingRecord("个单位的数字") }
        let titles = try DutyTitles(
          unit.list(measure).map(\.subject), for: try call.person(), call.records, reader)
        return .page(try unitPages(campaign, call).duties(unit, measure, titles))
      },
      Route.look("/campaigns/:id/units/town", .may(.campaignSee, on: .campaign)) { call, reader in
        .page(try townPage(call, reader))
      },
    ]
  }

  private func unitPages(_ campaign: CampaignSummary, _ call: Call) throws -> UnitPages {
    UnitPages(campaign: campaign, records: call.records.seen(by: try call.person()), today: call.today)
  }

  func units(of campaign: CampaignSummary, _ reader: Reader) throws -> [UnitStanding] {
    UnitStanding.all(try Duties.all(ofCampaign: campaign.id.value, reader), today: reader.today)
  }

  /// Towns with institutions on file, in the order of their names' codes.
  func towns(of campaign: CampaignSummary, _ reader: Reader) throws -> [TownStanding] {
    let onFile = try Registers.towns(in: campaign.county, among: nil, reader)
    let seen = try Registers.towns(
      in: campaign.county, among: covered.visited(campaign.id, campaign.county), reader)
    return try Offices.towns(of: campaign.county, on: reader.today, reader).compactMap { town in
      onFile[town.number].map { total in
        TownStanding(town: town.number, name: town.name, total: total, visited: seen[town.number] ?? 0)
      }
    }
  }

  /// Towns with institutions on file or with anything else to show; beyond the towns of today those that are no more, and last what
  /// names none.
  private func places(
    of campaign: CampaignSummary, _ counts: [TownCount], _ reader: Reader
  ) throws -> [TownStanding] {
    let onFile = try towns(of: campaign, reader)
    let known = Set(onFile.map(\.town))
    let others = Set(counts.flatMap { $0.byTown.filter { $0.value > 0 }.keys }).subtracting(known)
    let more = try others.sorted().filter { $0 != 0 }.map { town in
      TownStanding(town: town, name: try Offices.region(town, reader)?.name ?? "撤并的乡镇", total: 0, visited: 0)
    }
    return onFile + more + (others.contains(0) ? [TownStanding(town: 0, name: "没有写明乡镇", total: 0, visited: 0)] : [])
  }

  private func townPage(_ call: Call, _ reader: Reader) throws -> Page {
    let campaign = try find(try call.id(), reader)
    let listing = Listing(
      call, base: "/campaigns/\(campaign.id)/units/town", sorts: [], descending: false, filters: ["town", "visited"])
    let number = listing.filter("town").flatMap { Int64($0) }
    guard let town = try towns(of: campaign, reader).first(where: { $0.town == number }) else {
      throw MissingRecord("个乡镇")
    }
    let isVisited = listing.filter("visited") != nil
    let found = try Registers.institutions(
      inTown: town.town, of: campaign.county, among: covered.visited(campaign.id, campaign.county), isIn: isVisited,
      limit: Listing.size, offset: listing.offset, reader)
    return try unitPages(campaign, call)
      .town(town, found.premises, listing.counting(found.total), isVisited: isVisited)
  }
}
