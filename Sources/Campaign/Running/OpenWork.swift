package import Kit
package import Storage
package import Web

/// Work of a campaign that an upper room has not finished: a campaign does not end over it unless somebody says why.
package struct OpenWork: Sendable {
  /// Of the four in place (四到位), those that the records themselves tell.
  package enum Aspect: Sendable {
    case correction, punishment

    var title: String { self == .correction ? "整改到位" : "查处到位" }
  }

  let aspect: Aspect
  /// `没有办结的线索`.
  let words: String
  let count: Int64
  let link: Link
  /// What is counted here: the duties on such records are not counted once more.
  let kind: RefKind

  package init(_ aspect: Aspect, _ kind: RefKind, _ words: String, _ count: Int64, _ link: Link) {
    self.aspect = aspect
    self.kind = kind
    self.words = words
    self.count = count
    self.link = link
  }
}

/// What an upper room still works on in a campaign.
package typealias OpenWorkSource =
  @Sendable (_ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader) throws -> [OpenWork]
