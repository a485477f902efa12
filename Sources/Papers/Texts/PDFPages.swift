/// The pages of a PDF as one running text.
enum PDFPages {
  /// Without the numbers of the pages, which would stand in the middle of sentences.
  static func text(_ raw: String, most: Int) throws -> String {
    let pages = raw.unicodeScalars.split(separator: "\u{0C}").map { page in
      var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
      for place in [lines.lastIndex { !isBlank($0) }, lines.firstIndex { !isBlank($0) }].compactMap({ $0 })
      where lines.indices.contains(place) && isNumber(lines[place]) { lines[place] = "" }
      while lines.last.map(isBlank) ?? false { lines.removeLast() }
      return lines.joined(separator: "\n")
    }
    let text = pages.joined(separator: "\n")
    let letters = text.unicodeScalars.reduce(0) { $0 + ($1.properties.isWhitespace ? 0 : 1) }
    guard letters >= 10 else { throw TextRefusal.noText }
    guard letters <= most else { throw TextRefusal.tooLarge }
    return text
  }

  private static func isBlank(_ line: String) -> Bool { line.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// `— 3 —`, `第 3 页 共 8 页`
  private static func isNumber(_ line: String) -> Bool {
    let signs = line.unicodeScalars.filter { !$0.properties.isWhitespace }
    return signs.count <= 12 && signs.contains { ("0"..."9").contains($0) }
      && signs.allSatisfy { ("0"..."9").contains($0) || "-—–－第页共/·".unicodeScalars.contains($0) }
  }
}
