internal import Kit

/// Numbers that go on counting where no stop stands before them: …（3月）（二）集中整治…, …检查1.许可2.人员…, …12月二、重点….
struct RunOn {
  /// The last number of each level that is still open.
  private var last: [Int: Int] = [:]

  mutating func open(_ text: [Unicode.Scalar], _ position: Int) {
    guard let marker = Marker.read(text, position), marker.level < .dash else { return }
    last = last.filter { $0.key < marker.level.rawValue }
    last[marker.level.rawValue] = marker.number
  }

  /// Whether the number there is the next of its level, between words.
  func goesOn(_ text: [Unicode.Scalar], _ position: Int) -> Bool {
    let before = text[position - 1]
    guard before.isHan || ")”%".unicodeScalars.contains(before), !Marker.isNumeral(before),
      // 缺斤少两，破坏铅封 counts nothing.
      !"第和及至项条款".unicodeScalars.contains(before), text[position] != "两", let marker = Marker.read(text, position),
      marker.level <= .item || text[position] == "(", let number = marker.number,
      last[marker.level.rawValue] == number - 1
    else { return false }
    let next = position + marker.length
    guard next < text.count else { return false }
    return text[next].isHan || "“《".unicodeScalars.contains(text[next])
      || text[position] == "(" && text[next].isDigit
  }
}
