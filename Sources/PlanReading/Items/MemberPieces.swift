internal import Kit

/// How the words of one entry of a list of members fall into persons, posts and bodies.
extension Members {
  /// 药剂科 财务科 信息科 负责人: bodies that only blanks part.
  func spaced(_ span: Range<Int>) -> [Range<Int>]? {
    let gaps = span.dropFirst().filter { script.origin[$0] - script.origin[$0 - 1] > 1 }
    guard gaps.count >= 2, !script.plain[span].contains("、") else { return nil }
    var pieces = zip([span.lowerBound] + gaps, gaps + [span.upperBound]).map { $0..<$1 }
    if let last = pieces.last, Members.chiefWords.isWord(script.plain, last) { pieces.removeLast() }
    return pieces.count >= 2 && pieces.allSatisfy { Departments.isBody(script, $0) } ? pieces : nil
  }

  /// 供水站负责人和沿河各村书记: cut behind a body's 负责人.
  func headed(_ list: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = list.lowerBound
    for word in Members.headJoins.all(script.plain, in: list) where word.lowerBound > start {
      pieces.append(start..<word.lowerBound)
      start = word.upperBound
    }
    return start < list.upperBound ? pieces + [start..<list.upperBound] : pieces
  }

  /// xx（副县长）: the name is blanked out, the post stands.
  func unmasked(_ piece: Range<Int>) -> Range<Int>? {
    guard script.plain[piece].contains(where: \.isMask) else { return piece }
    guard let open = piece.first(where: { script.at($0) == "(" }), let last = piece.last, script.at(last) == ")",
      last - open > 2, script.plain[piece.lowerBound..<open].allSatisfy(\.isMask),
      !script.plain[open..<last].contains(where: \.isMask)
    else { return nil }
    return open + 1..<last
  }

  private static let chiefWords = Lexicon("负责人 负责同志 主要负责人 分管负责人 有关人员 相关人员")
  private static let headJoins = Lexicon("负责人和 负责人及 负责人以及 负责同志和 负责同志及 主要负责人和")
}
