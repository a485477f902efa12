internal import Kit

/// Page numbers that a collection of documents prints at its line beginnings: 1、…医疗机构重⏎2、点治理….
///
/// They look like items, but cut sentences apart: the numbers are dropped and the pages joined.
enum PageNumbers {
  static func dropped(_ lines: [PhysicalLine]) -> [PhysicalLine] {
    let pages = pages(lines)
    guard pages.count >= 2 else { return lines }
    let cuts = pages.dropFirst().count { index in lines[index - 1].plain.last?.isHan ?? false }
    guard cuts * 2 >= pages.count - 1, zip(pages, pages.dropFirst()).allSatisfy({ isPage(lines[$0..<$1]) }) else {
      return lines
    }
    var joined: [PhysicalLine] = []
    for (index, line) in lines.enumerated() {
      guard pages.contains(index), let length = Marker.read(line.plain, 0)?.length else {
        joined.append(line)
        continue
      }
      let page = line.from(length)
      if index == pages[0] { joined.append(page) } else { joined[joined.count - 1].add(page) }
    }
    return joined
  }

  /// The lines that begin with 1、 2、 3、 in this order.
  private static func pages(_ lines: [PhysicalLine]) -> [Int] {
    var pages: [Int] = []
    for (index, line) in lines.enumerated() {
      guard let (number, end) = Numerals.digits(line.plain, 0, most: 2), number == pages.count + 1,
        end < line.plain.count, line.plain[end] == "、"
      else { continue }
      pages.append(index)
    }
    return pages
  }

  /// A page is long; a preview prints half of one.
  private static func isPage(_ lines: ArraySlice<PhysicalLine>) -> Bool {
    lines.reduce(0) { $0 + $1.plain.count } >= 120
  }
}

extension PhysicalLine {
  /// Without its first scalars.
  fileprivate func from(_ start: Int) -> PhysicalLine {
    var rest = self
    rest.plain.removeFirst(start)
    rest.shown.removeFirst(start)
    rest.origin.removeFirst(start)
    return rest
  }

  mutating func add(_ other: PhysicalLine) {
    plain += other.plain
    shown += other.shown
    origin += other.origin
  }
}
