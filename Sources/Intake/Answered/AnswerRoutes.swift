import Campaign
import Kit
import Storage
import Web

/// How named reports were answered: figures, and the list behind each.
enum AnswerRoutes {
  static let routes: [Route] = [
    Route.look("/answers", .may(.clueSee)) { call, reader in
      let filter = AnswerFilter(try call.scope(), today: reader.today)
      return .page(AnswerPages.figures(try figures(filter, call.records, reader)))
    },
    Route.look("/answers/list", .may(.clueSee)) { call, reader in
      let listing = Listing(
        call, base: "/answers/list", sorts: ["received"], descending: true, filters: AnswerFilter.names)
      let filter = AnswerFilter(listing, try call.scope(), today: reader.today)
      let found = try AnswerFigureStore.page(filter, offset: listing.offset, reader)
      return .page(AnswerPages.list(found.lines, listing.counting(found.total), today: reader.today))
    },
  ]

  /// So many months are counted one by one.
  private static let months = 12

  private static func figures(_ filter: AnswerFilter, _ records: Records, _ reader: Reader) throws -> AnswerFigures {
    let channels = try AnswerFigureStore.counts(by: "c.channel", filter, reader).map {
      AnswerCounts(
        filter: (name: "channel", value: $0.value), title: ClueChannel(rawValue: $0.value)?.title ?? $0.value,
        numbers: $0.numbers)
    }
    let campaigns = try AnswerFigureStore.counts(by: "c.campaign", filter, reader).compactMap { line -> AnswerCounts? in
      guard let number = Int64(line.value) else { return nil }
      let title = try records[.campaign]?.face(number, reader)?.title ?? "专项行动"
      return AnswerCounts(
        filter: (name: "campaign", value: ID<CampaignRecord>(number).text), title: title, numbers: line.numbers)
    }
    return AnswerFigures(
      months: try monthly(filter, reader), channels: channels, campaigns: campaigns,
      levels: try AnswerFigureStore.levels(filter, reader))
  }

  private static func monthly(_ filter: AnswerFilter, _ reader: Reader) throws -> [AnswerCounts] {
    let (year, month, _) = filter.today.parts
    return try (0..<months).compactMap { back -> AnswerCounts? in
      let index = year * 12 + month - 1 - back
      guard let first = CivilDate(index / 12, index % 12 + 1, 1), let span = AnswerFilter.month(first) else {
        return nil
      }
      let found = try AnswerFigureStore.counts(by: "n.county", filter.within(span), reader)
      guard !found.isEmpty else { return nil }
      let numbers = AnswerStanding.allCases.indices.map { place in found.reduce(0) { $0 + $1.numbers[place] } }
      return AnswerCounts(
        filter: (name: "month", value: String(first.iso.prefix(7))), title: "\(index / 12)年\(index % 12 + 1)月",
        numbers: numbers)
    }
  }
}
