import Kit
import Offices
import Storage

/// How far the network of a county reaches (覆盖): over towns and villages of the region tree, and over its own posts.
struct NetworkCoverage: Sendable {
  /// One place of the tree with its posts in use.
  struct Place: Sendable {
    let region: Region
    let isUrban: Bool
    let posts: Int
    /// Of a town: its villages.
    let villages: [Place]
    let plaques: Int
    let files: Int

    var isCovered: Bool { posts > 0 }
  }

  let county: Region
  let towns: [Place]
  /// Posts in use.
  let posts: Int

  /// Only posts in use count; a suspended one covers nothing.
  init(_ county: Region, towns: [Region], villages: [Region], posts: [PostRecord], urban: [String]) {
    let posts = posts.filter { $0.state == .active }
    func place(_ region: Region, _ own: [PostRecord], _ below: [Place], isUrban: Bool) -> Place {
      Place(
        region: region, isUrban: isUrban, posts: own.count, villages: below,
        plaques: own.filter { $0.plaque != nil }.count, files: own.filter { $0.file != nil }.count)
    }
    self.county = county
    self.posts = posts.count
    self.towns = towns.map { town in
      let isUrban = urban.contains { town.name.hasSuffix($0) }
      let below = villages.filter { $0.parent == town.number }.map { village in
        place(village, posts.filter { $0.village == village.number }, [], isUrban: isUrban)
      }
      return place(town, posts.filter { $0.town == town.number }, below, isUrban: isUrban)
    }
  }

  /// Covered and all, of what a target measures.
  func figure(_ of: CoverageTarget.Of) -> (have: Int, all: Int) {
    switch of {
    case .plaque: (towns.reduce(0) { $0 + $1.plaques }, posts)
    case .file: (towns.reduce(0) { $0 + $1.files }, posts)
    case .urban, .town, .village:
      (places(of).filter(\.isCovered).count, places(of).count)
    }
  }

  /// The places that a target counts.
  func places(_ of: CoverageTarget.Of) -> [Place] {
    switch of {
    case .urban: towns.filter(\.isUrban)
    case .town: towns.filter { !$0.isUrban }
    case .village: towns.flatMap(\.villages)
    case .plaque, .file: []
    }
  }

  static func read(_ county: Region, _ book: SentinelBook, _ reader: Reader) throws -> NetworkCoverage {
    NetworkCoverage(
      county, towns: try Offices.towns(of: county.county, on: reader.today, reader),
      villages: try Offices.villages(of: county.county, on: reader.today, reader),
      posts: try PostStore.standing(in: county.county, reader), urban: book.urban)
  }
}
