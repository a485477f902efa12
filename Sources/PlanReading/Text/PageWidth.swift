internal import Kit

/// A text saved with the line ends of its page: lines of one width, most of them cut in the middle of a sentence.
struct PageWidth {
  /// The width that full lines reach; nil where lines end with their paragraphs.
  private let full: Int?

  init(_ lines: [PhysicalLine]) {
    let widths = lines.map { PageWidth.width($0) }
    guard let widest = widths.max(), (20...130).contains(widest) else {
      full = nil
      return
    }
    let wide = zip(lines, widths).filter { $0.1 >= widest - PageWidth.slack }.map(\.0)
    let cut = wide.count { !PageWidth.ends($0.plain) }
    full = wide.count >= 4 && cut >= 3 && cut * 3 >= wide.count * 2 ? widest - PageWidth.slack : nil
  }

  /// Whether the line is a full one that the next goes on with.
  func joins(_ first: PhysicalLine, _ second: PhysicalLine) -> Bool {
    guard let full, PageWidth.width(first) >= full, !PageWidth.ends(first.plain), !first.plain.contains("|"),
      !second.plain.contains("|"), Marker.read(second.plain, 0) == nil, !Lines.isTitle(first.plain[...])
    else { return false }
    return !Role.isHeading(second.plain, second.plain.indices) && !Phrases.label.matches(second.plain, 0)
  }

  /// Breaking before no comma and after no bracket, a page leaves up to three letters of a line empty; an indent takes two.
  private static let slack = 7

  /// In half letters.
  private static func width(_ line: PhysicalLine) -> Int {
    line.shown.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : 2) }
  }

  private static func ends(_ line: [Unicode.Scalar]) -> Bool {
    line.last.map { $0.isStop || $0 == ":" } ?? true
  }
}
