import Kit

/// What is found of a record, folded once more than other texts: Traditional characters to Simplified ones, letters with
/// tone marks to bare ones. What is stored and what is asked for go through it alike.
struct SearchText {
  let title: [Unicode.Scalar]
  let detail: [Unicode.Scalar]
  let numbers: [[Unicode.Scalar]]

  init(title: String, detail: String, numbers: String) {
    self.title = SearchText.folded(title)
    self.detail = SearchText.folded(detail)
    self.numbers = numbers.split(separator: " ").map { SearchText.folded(String($0)) }
  }

  static func folded(_ text: String) -> [Unicode.Scalar] {
    Kit.folded(text).map { $0.isASCII ? $0 : marked.contains($0.value) ? bare[$0] ?? $0 : $0.simplified }
  }

  /// The title as it is spoken. Only its beginning: the first line of a long report is no name.
  var voices: [Voice] { title.prefix(SearchText.mostSpoken).map(Voice.init) }

  static let mostSpoken = 32

  /// Where Latin letters with marks lie.
  private static let marked: Range<UInt32> = 0x80..<0x250
  private static let bare: [Unicode.Scalar: Unicode.Scalar] = {
    let rows = ["aāáǎà", "eēéěè", "iīíǐì", "oōóǒò", "uūúǔù", "vüǖǘǚǜ", "aĀÁǍÀ", "eĒÉĚÈ", "oŌÓǑÒ", "vÜǕǗǙǛ"]
    return rows.reduce(into: [:]) { bare, row in
      for scalar in row.unicodeScalars.dropFirst() { bare[scalar] = row.unicodeScalars.first }
    }
  }()
}

/// One character of a title with its readings; a Latin letter is its own initial.
struct Voice {
  let scalar: Unicode.Scalar
  let readings: [Syllable]
  /// Without repetition: 解 has `j` and `x`, 乐 has `l` and `y`, 和 only `h`.
  let initials: [Unicode.Scalar]

  init(_ scalar: Unicode.Scalar) {
    self.scalar = scalar
    readings = scalar.isHan ? Pinyin.readings(of: scalar) : []
    var initials: [Unicode.Scalar] = scalar.isSmallLetter ? [scalar] : []
    for reading in readings where !initials.contains(reading.initial) { initials.append(reading.initial) }
    self.initials = initials
  }
}

extension Unicode.Scalar {
  var isSmallLetter: Bool { ("a"..."z").contains(self) }
}

extension Collection where Element: Equatable {
  /// Whether `part` stands in it without a gap.
  func holds(_ part: some RandomAccessCollection<Element>) -> Bool {
    guard let first = part.first else { return true }
    return indices.contains { self[$0] == first && self[$0...].starts(with: part) }
  }
}
