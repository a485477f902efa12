internal import Kit

/// Splits a file into its separate plans (多篇方案).
///
/// A numbered series of titles (…篇二) decides where there is one. Else a plan begins where 一、 starts again after
/// later numbers, or at another title whose chapters begin with 一、. What stands before the first title is left out.
struct Splitter {
  let script: Manuscript
  let lines: [Line]

  func parts() -> [Range<Int>] {
    guard !lines.isEmpty else { return [] }
    var starts = seriesStarts()
    if starts.isEmpty { starts = [firstStart()] }
    starts = starts.enumerated().flatMap { index, start in
      let end = index + 1 < starts.count ? starts[index + 1] : lines.count
      return [start] + restarts(in: start..<end)
    }
    return zip(starts, starts.dropFirst() + [lines.count]).map { $0..<$1 }
  }

  private func seriesStarts() -> [Int] {
    lines.indices.filter { lines[$0].span.count <= 70 && Lines.isSeries(script.plain[lines[$0].span]) }
  }

  private func isTitle(_ index: Int) -> Bool { Lines.isTitle(script.plain[lines[index].span]) }

  private func chapter(_ index: Int) -> Int? {
    guard let marker = lines[index].marker, marker.level == .chapter else { return nil }
    return marker.number
  }

  /// The first title before the first chapter, else the beginning.
  private func firstStart() -> Int {
    let head = lines.indices.prefix { chapter($0) == nil }
    return head.first { isTitle($0) } ?? 0
  }

  private func restarts(in part: Range<Int>) -> [Int] {
    let following = followingChapters(in: part)
    var starts: [Int] = []
    var seen = Seen(start: part.lowerBound, open: part.lowerBound)
    for index in part.dropFirst() {
      if chapter(index) == 1, seen.chapter >= 2 {
        starts.append(head(of: index, after: seen.open))
        seen = Seen(start: index, open: index)
      } else if isTitle(index), separates(index, seen, in: part, next: following[index - part.lowerBound]) {
        starts.append(index)
        seen = Seen(start: index, open: index)
      }
      seen.hasMarker = seen.hasMarker || lines[index].marker != nil
      guard let number = chapter(index) else { continue }
      seen.chapter = number
      seen.open = index
    }
    return starts
  }

  /// What stands between the last beginning and the line looked at.
  private struct Seen {
    var start: Int
    /// The line of the last chapter.
    var open: Int
    var chapter = 0
    var hasMarker = false
  }

  /// For each line the number of the next chapter at or after it.
  private func followingChapters(in part: Range<Int>) -> [Int?] {
    var next: Int?
    return part.reversed().map { index in
      next = chapter(index) ?? next
      return next
    }.reversed()
  }

  /// From a restarted 一、 back to the title that belongs to it, if one stands after the last item's text. 按照… below an
  /// item is that item's.
  private func head(of index: Int, after open: Int) -> Int {
    let marked = lines[(open + 1)..<max(open + 1, index)].lastIndex { $0.marker != nil }
    let window = min(index, max(open + 1, index - 12, (marked ?? open) + 1))..<index
    if let title = window.first(where: { isTitle($0) }) { return title }
    if let purpose = window.first(where: { Splitter.purpose.matches(script.plain, lines[$0].span.lowerBound) }) {
      return purpose
    }
    return index
  }

  /// A title in the middle begins a plan when much stands before it and the chapters after it begin anew.
  private func separates(_ index: Int, _ seen: Seen, in part: Range<Int>, next: Int?) -> Bool {
    let before = lines[index].span.lowerBound - lines[seen.start].span.upperBound
    let after = (lines[part].last?.span.upperBound ?? 0) - lines[index].span.upperBound
    guard before >= 400, after >= 150, seen.hasMarker else { return false }
    if index + 1 < lines.count, isTitle(index + 1), index > 0, isTitle(index - 1) { return false }
    return next == 1 || next == nil && seen.chapter == 0
  }

  private static let purpose = Lexicon("为 根据 按照 为了 为进一步 为贯彻 为切实")
}
