import Kit
import Web

/// What the search box of the first run found in the list of counties, or which county was chosen from it.
struct CountyChoice: Sendable {
  /// What was typed; nil before the first search.
  let asked: String?
  /// At most `most`.
  let found: [ListedCounty]
  let total: Int
  /// Places that no longer are; looked for only where nothing was found.
  let former: [FormerPlace]
  let chosen: ListedCounty?
  let asOf: CivilDate?

  init(_ book: RegionBook, asked: String?, code: String?) {
    self.asked = asked?.clipped(to: 40)
    let all = self.asked.map(book.find) ?? []
    found = Array(all.prefix(Self.most))
    total = all.count
    former = all.isEmpty ? Array((self.asked.map(book.findFormer) ?? []).prefix(Self.mostFormer)) : []
    chosen = code.flatMap(book.county)
    asOf = book.asOf
  }

  /// The fields of the form that the list knows.
  var state: FormState {
    .filled([
      ("province", chosen?.province.name), ("city", chosen?.city?.name), ("county", chosen?.place.name),
      ("region-code", chosen?.place.code),
    ])
  }

  private static let most = 30
  private static let mostFormer = 5
}
