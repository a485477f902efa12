internal import Kit

/// A page whose paragraphs were run together, with a blank where each line ended: … 一、工作目标 … （一）….
enum Flattened {
  static func parted(_ line: [(Unicode.Scalar, Int)]) -> [[(Unicode.Scalar, Int)]] {
    guard line.count >= 150, !isSpaced(line) else { return [line] }
    var parts: [[(Unicode.Scalar, Int)]] = []
    var start = 0
    for position in line.indices.dropFirst() where line[position - 1].0.isBlank && opens(line, position) {
      if position - start >= 8 {
        parts.append(Array(line[start..<position]))
        start = position
      }
    }
    return parts + [Array(line[start...])]
  }

  /// Scans leave blanks everywhere, tables have tabs and bars.
  private static func isSpaced(_ line: [(Unicode.Scalar, Int)]) -> Bool {
    line.contains { $0.0 == "\t" || $0.0 == "|" } || line.count { $0.0.isBlank } * 20 > line.count
  }

  /// 一、 or （一） before a word.
  private static func opens(_ line: [(Unicode.Scalar, Int)], _ position: Int) -> Bool {
    let head = line[position...].prefix(6).map { Fold.narrow($0.0) }
    guard let marker = Marker.read(head, 0), marker.level <= .section, marker.number != nil,
      marker.length < head.count, head[marker.length].isHan
    else { return false }
    return true
  }
}
