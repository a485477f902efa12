internal import Kit
internal import PlanReading

/// The sentence of the plan that an item was read from.
struct Quote {
  private let scalars: [Unicode.Scalar]
  private let title: String

  init(_ text: String, _ title: String) {
    scalars = Array(text.unicodeScalars)
    self.title = title
  }

  func of(_ item: PlanItem) -> String {
    guard let place = item.source.first else { return "《\(title)》，手工补充" }
    let span = (place.start..<max(place.start, place.end)).clamped(to: scalars.indices)
    var words = String.UnicodeScalarView()
    for scalar in scalars[span] where scalar != "\n" { words.append(scalar) }
    return "《\(title.clipped(to: 40))》：\(String(words).trimmed.clipped(to: 120))"
  }
}
