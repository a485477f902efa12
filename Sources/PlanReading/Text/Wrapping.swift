internal import Kit

/// Whether a line end is only a wrap (折行): the sentence runs on in the next line.
///
/// Joined: a line of some length that ends in the middle of a sentence, when the next one begins without marker and
/// either is a short rest or ends its sentence. A short line without stop is a heading and stands alone.
enum Wrapping {
  static func joins(_ first: PhysicalLine, _ second: PhysicalLine) -> Bool {
    if isTitleRest(first.plain, second.plain) || isHeadingRest(first.plain, second.plain) { return true }
    // 2.违规住人，住宿与经营⏎区域未作防火分隔；: an item that runs on, in narrow lines.
    let isRunning = first.plain.count >= 10 && Marker.read(first.plain, 0) != nil && first.plain.contains(",")
    if let last = first.plain.last, let next = second.plain.first, isLink(first, last, next) { return true }
    guard first.plain.count >= 18 || isRunning, let last = first.plain.last, let next = second.plain.first else {
      return false
    }
    if last == ")", let open = first.plain.lastIndex(of: "("), open > 0, first.plain[open - 1].isStop { return false }
    if first.plain.contains("|") { return false }
    if isDated(first.plain), isDated(second.plain) { return false }
    if isRoster(first.plain), isRoster(second.plain) { return false }
    if last.isStop || last == ":" || last == ")" && first.plain.count < 40 || closing.contains(last) { return false }
    if Marker.read(second.plain, 0) != nil || Lines.isTitle(first.plain[...]) { return false }
    if Phrases.label.matches(second.plain, 0) || Phrases.stage.matches(second.plain, 0) { return false }
    if last == "," || last == "、" { return next.isHan || next == "“" || next == "《" }
    if Marker.read(first.plain, 0) != nil, first.plain.count < 40 { return isRest(second.plain) }
    // A paragraph of such length without its stop was cut by the page.
    if first.plain.count >= 60, last.isHan, next.isHan, !Role.isHeading(second.plain, second.plain.indices),
      !Lines.isTitle(second.plain[...])
    {
      return true
    }
    return first.plain.count >= 40 && second.plain.last == "。" && next.isHan || isRest(second.plain)
  }

  /// 6、按照⏎《…办法》附件4…: a page of laws breaks its lines at links.
  private static func isLink(_ first: PhysicalLine, _ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    last == "《" || next == "《" && links.ending(first.plain, at: first.plain.count, from: 0) != nil
  }

  private static let links = Lexicon("按照 根据 依据 依照 执行 贯彻 落实 贯彻落实 遵照 违反 对照 符合 和 及 与 关于")

  /// 某镇2026年度安全生产专项整治⏎工作计划: a title in two lines.
  private static func isTitleRest(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Bool {
    titleRests.isWord(second, second.indices) && (8...40).contains(first.count) && !Lines.isTitle(first[...])
      && Marker.read(first, 0) == nil && Lines.isTitle((first + second)[...])
  }

  /// 2、特种⏎设备专项整治：: a numbered heading cut behind its first letters.
  private static func isHeadingRest(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Bool {
    guard let marker = Marker.read(first, 0), (1...2).contains(first.count - marker.length),
      first[marker.length...].allSatisfy(\.isHan), (3...14).contains(second.count), second.last == ":"
    else { return false }
    return Marker.read(second, 0) == nil && second.dropLast().allSatisfy(\.isHan) && !Phrases.label.matches(second, 0)
  }

  private static let titleRests = Lexicon("工作计划 工作方案 实施方案 行动方案 整治方案 活动方案 治理方案 检查方案 方案 工作安排 行动计划 实施意见 的通知 的方案 通知")

  /// 副组长：周平 镇党委副书记、镇长⏎吴海 镇纪委书记: lines of a list of persons, each ending in a post.
  private static func isRoster(_ line: [Unicode.Scalar]) -> Bool {
    line.count <= 40 && posts.ending(line, at: line.count, from: 0) != nil
      && !line.contains { "。;,".unicodeScalars.contains($0) }
  }

  private static let posts = Lexicon("长 书记 主任 委员 主席 经理 科员 干事 调研员 负责人 工作人员 成员")

  /// 清理处置 9月中旬至11月中旬 …: a few words, then dates. Two such lines are rows of one list.
  private static func isDated(_ line: [Unicode.Scalar]) -> Bool {
    guard let digit = line.firstIndex(where: \.isDigit), (2...10).contains(digit), line[..<digit].allSatisfy(\.isHan)
    else { return false }
    return line[digit...].prefix(7).contains { $0 == "月" || $0 == "年" || $0 == "." }
  }

  /// 二〇二〇年三月十二日 under the issuer's name.
  private static func isSigningDate(_ line: [Unicode.Scalar]) -> Bool {
    line.count <= 16 && (line.last == "日" || line.last == "月") && line.contains("年")
  }

  private static let closing: Set<Unicode.Scalar> = ["…", "》", "”"]

  /// A short rest of a heading or item.
  private static func isRest(_ line: [Unicode.Scalar]) -> Bool {
    line.count < 24 && line.last != ":" && !isSigningDate(line) && !Role.isHeading(line, line.indices)
      && !line.dropLast().contains { $0.isStop || $0 == ":" } && line.first?.isHan == true
      && !Lines.isTitle(line[...])
  }
}
