package import Kit
package import Storage
package import Web

/// A figure (数字) of a campaign's page: a number with its unit, the list of its records, and its parts.
package struct Figure: Sendable {
  package typealias Part = (words: String, number: String, link: Link?)

  package let title: String
  package let number: String
  package let unit: String
  package let link: Link
  /// They add up to the number, or their words say why they do not.
  package let parts: [Part]

  package init(title: String, number: Int64, unit: String, link: Link, parts: [Part] = []) {
    self.init(title: title, number: "\(number)", unit: unit, link: link, parts: parts)
  }

  /// For amounts: `62.84` of `万元`.
  package init(title: String, number: String, unit: String, link: Link, parts: [Part] = []) {
    self.title = title
    self.number = number
    self.unit = unit
    self.link = link
    self.parts = parts
  }
}

extension Records {
  /// A figure that opens its list for whoever may see what is in it, and stands plainly for others.
  func figure(_ number: some BinaryInteger, _ list: Link, bad: Bool = false) -> HTML {
    opens(list) ? Web.figure(number, list, bad: bad) : "<b>\(Int64(number))</b>"
  }

  func figure(_ number: String, _ list: Link) -> HTML { opens(list) ? Web.figure(number, list) : "<b>\(number)</b>" }
}

/// Figures of a campaign that an upper room counts.
package typealias FigureSource =
  @Sendable (_ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader) throws -> [Figure]

/// Which institutions a campaign has visited, each counted once.
package struct CoverageSource: Sendable {
  /// Id of the institution type → number.
  let counts: @Sendable (_ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader) throws -> [String: Int64]
  /// A question for the numbers of those visited, to be put into another.
  let visited: @Sendable (_ campaign: ID<CampaignRecord>, _ county: County) -> SQL

  package init(
    counts: @escaping @Sendable (ID<CampaignRecord>, County, Reader) throws -> [String: Int64],
    visited: @escaping @Sendable (ID<CampaignRecord>, County) -> SQL
  ) {
    self.counts = counts
    self.visited = visited
  }
}
