package import Kit
package import Packs

/// The list of counties that ships with the program (行政区划名单), from `Content/regions/`: from it a county is chosen at
/// its set-up. It is a list of names and codes, not the tree of the store: nothing of it holds until somebody chooses it.
package struct RegionBook: Sendable {
  /// By code.
  package let counties: [ListedCounty]
  /// By code and year.
  package let former: [FormerPlace]

  /// Throws every problem of every file. Refuses a code that stands twice, or outside its city or province.
  package static func load(_ source: any ContentSource) throws(Refusals) -> RegionBook {
    let reader = PackReader(source)
    let files = reader.files(in: "regions", RegionFile.read)
    try reader.settle()
    return RegionBook(
      counties: files.flatMap(\.counties).sorted { $0.place.code < $1.place.code },
      former: files.flatMap(\.former).sorted {
        ($0.place.code, $0.years.lowerBound) < ($1.place.code, $1.years.lowerBound)
      })
  }

  /// The day of the newest list.
  package var asOf: CivilDate? { counties.map(\.asOf).max() }

  package func county(_ code: String) -> ListedCounty? { counties.first { $0.place.code == code } }

  /// Counties whose code begins so, or whose name, city or province holds every word: `清河`, `130534`, `邢台`,
  /// `河北 清河`. The name itself comes first, then names that begin so; what is in doubt comes last. Where no place
  /// holds the words as they are written, their characters may stand apart: `河北清河`.
  package func find(_ text: String) -> [ListedCounty] {
    let words = text.unicodeScalars.split(whereSeparator: \.isBlank).prefix(Self.mostWords)
      .map { folded(String($0)) }.filter { !$0.isEmpty }
    guard let first = words.first else { return [] }
    let found = counties.filter { county in words.allSatisfy { Self.holds(county, $0) } }
    let fitting = found.isEmpty ? counties.filter { Self.spells($0, words.flatMap { $0 }) } : found
    return fitting.map { (rank: Self.rank($0, first), county: $0) }
      .sorted { ($0.rank, $0.county.place.code) < ($1.rank, $1.county.place.code) }.map(\.county)
  }

  /// Former places with this code or this name; the name may lack its last character (崇文).
  package func findFormer(_ text: String) -> [FormerPlace] {
    let asked = folded(text)
    return former.filter { $0.place.code.unicodeScalars.elementsEqual(asked) || Self.isName($0.place.name, asked) }
  }

  private static let mostWords = 6

  private static func holds(_ county: ListedCounty, _ word: [Unicode.Scalar]) -> Bool {
    county.place.code.unicodeScalars.starts(with: word) || county.path.unicodeScalars.firstRange(of: word) != nil
  }

  /// Whether the characters stand in the path in this order.
  private static func spells(_ county: ListedCounty, _ word: [Unicode.Scalar]) -> Bool {
    var rest = word[...]
    for scalar in county.path.unicodeScalars where scalar == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  private static func rank(_ county: ListedCounty, _ word: [Unicode.Scalar]) -> Int {
    let name = county.place.name
    if isName(name, word) { return 0 }
    if county.provenance.confidence == .doubtful { return 4 }
    if name.unicodeScalars.starts(with: word) { return 1 }
    return name.unicodeScalars.firstRange(of: word) != nil ? 2 : 3
  }

  private static func isName(_ name: String, _ word: [Unicode.Scalar]) -> Bool {
    let scalars = name.unicodeScalars
    return scalars.elementsEqual(word) || (scalars.count > 2 && scalars.dropLast().elementsEqual(word))
  }
}

extension RegionBook {
  /// Lines of `qingyuan content check`: what, and how sure each row is.
  package var summary: [(section: String, marks: [Confidence])] {
    [
      ("行政区划", counties.map(\.provenance.confidence)),
      ("已停用的区划代码", former.map(\.provenance.confidence)),
    ]
  }
}
