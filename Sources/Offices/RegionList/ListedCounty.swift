package import Kit
package import Packs

/// A place of the shipped list by its name and its six digits of GB/T 2260: `清河县 130534`.
package struct ListedPlace: Hashable, Sendable {
  package let name: String
  package let code: String
}

/// A county of the shipped list (县级行政区划), or an area that is run like one, with what is above it.
package struct ListedCounty: Hashable, Sendable {
  package let place: ListedPlace
  /// Nil where the province governs it itself: areas of a municipality, 济源市 and its like.
  package let city: ListedPlace?
  package let province: ListedPlace
  /// The day whose list holds it.
  package let asOf: CivilDate
  package let provenance: Provenance

  /// `河北省邢台市`.
  package var above: String { province.name + (city?.name ?? "") }
  /// `河北省邢台市清河县`.
  package var path: String { above + place.name }
}

/// A code with a name that it no longer has (已停用的代码和名称). ID numbers and old papers carry them.
package struct FormerPlace: Hashable, Sendable {
  package let place: ListedPlace
  package let province: ListedPlace
  /// The years at whose end the lists hold it.
  package let years: ClosedRange<Int>
  package let provenance: Provenance
}
