internal import Kit

/// A paragraph or an item: a marker, if it has one, and what follows it.
struct Line: Sendable {
  var span: Range<Int>
  var marker: Marker?
  /// Without the marker.
  var body: Range<Int>
}

/// Cuts the text into lines, also where a marker stands inside a flattened paragraph.
enum Lines {
  static func read(_ script: Manuscript) -> [Line] {
    var lines: [Line] = []
    var runOn = RunOn()
    var start = 0
    for position in 0...script.plain.count where position == script.plain.count || script.plain[position] == "\n" {
      lines += pieces(script.plain, start..<position, &runOn)
      start = position + 1
    }
    lines = Nesting.lowered(lines)
    lines = Shapes.headed(script.plain, lines)
    lines = BareHeads.counted(script.plain, lines)
    let isNumbered = lines.contains { $0.marker?.level == .chapter && $0.marker?.number != nil }
    if isNumbered { return lines }
    lines = BareHeads.headed(script.plain, lines)
    return promoted(script.plain, labelled(script.plain, headed(script.plain, lines)))
  }

  /// 实施专项整治⏎（一）…: in a text with unnumbered headings a few words over a list that begins anew are one, too.
  private static func headed(_ text: [Unicode.Scalar], _ lines: [Line]) -> [Line] {
    guard lines.contains(where: { $0.marker?.level == .chapter }) else { return lines }
    return lines.enumerated().map { index, line in
      guard line.marker == nil, (4...16).contains(line.span.count), index + 1 < lines.count,
        text[line.span].allSatisfy({ $0.isHan || $0 == "、" }), !isTitle(text[line.span]),
        lines[index + 1].marker?.level == .section, lines[index + 1].marker?.number == 1
      else { return line }
      return Line(span: line.span, marker: Marker(level: .chapter, number: nil, length: 0), body: line.span)
    }
  }

  /// Where items carry the genre's headings (1、指导思想, 2、工作目标) they are the chapters, and (1) are the sections.
  private static func promoted(_ text: [Unicode.Scalar], _ lines: [Line]) -> [Line] {
    let heads = lines.filter { $0.marker?.level == .item && isGenre(text, $0.body) }
    guard heads.count >= 2, !lines.contains(where: { $0.marker?.level == .section }) else {
      return lines
    }
    let signs = Set(heads.map { text[$0.body.lowerBound - 1] })
    return lines.map { line in
      var line = line
      // 1. stays an item below 1、.
      if line.marker?.level == .item, signs.contains(text[line.body.lowerBound - 1]) { line.marker?.level = .chapter }
      // ① stands below （1）.
      if line.marker?.level == .subitem { line.marker?.level = text[line.span.lowerBound] == "(" ? .section : .item }
      return line
    }
  }

  /// 1、指导思想, 2、整顿目标。通过…: a heading of the genre, up to its stop.
  private static func isGenre(_ text: [Unicode.Scalar], _ body: Range<Int>) -> Bool {
    let end = body.first { text[$0].isComma } ?? body.upperBound
    return Role.opens(text, body.lowerBound) || Role.names(text, body.lowerBound..<end)
  }

  private static func labelled(_ text: [Unicode.Scalar], _ lines: [Line]) -> [Line] {
    lines.enumerated().map { index, line in
      // 第一阶段：自查阶段⏎时间：…⏎内容：…: labels of a step.
      let isStep = lines[max(0, index - 2)..<index].contains {
        Phrases.stage.matches(text, $0.span.lowerBound)
          || $0.span.count <= 20
            && Units.stageWords.ending(text, at: $0.span.upperBound, from: $0.span.lowerBound) != nil
      }
      return isStep ? line : labelled(text, line)
    }
  }

  /// In a text without numbered chapters 整治范围：… opens one.
  private static func labelled(_ text: [Unicode.Scalar], _ line: Line) -> Line {
    guard line.marker == nil, let colon = line.span.prefix(9).first(where: { text[$0] == ":" }),
      colon - line.span.lowerBound >= 4 || times.isWord(text, line.span.lowerBound..<colon),
      Role.isLabel(text, line.span.lowerBound..<colon)
    else { return line }
    return Line(span: line.span, marker: Marker(level: .chapter, number: nil, length: 0), body: line.span)
  }

  private static let times = Lexicon("时间")

  private static func pieces(_ text: [Unicode.Scalar], _ span: Range<Int>, _ runOn: inout RunOn) -> [Line] {
    guard !span.isEmpty else { return [] }
    var cuts = [span.lowerBound]
    runOn.open(text, span.lowerBound)
    for position in span.dropFirst()
    where breaksBefore(text, position, from: cuts.last ?? span.lowerBound) || runOn.goesOn(text, position) {
      cuts.append(position)
      runOn.open(text, position)
    }
    cuts.append(span.upperBound)
    return zip(cuts, cuts.dropFirst()).map { line(text, $0..<$1) }
  }

  /// Without a stop before it: 三、实施步骤(一)动员阶段, 整治方案一、工作目标, 实施方案为进一步….
  private static func breaksInside(_ text: [Unicode.Scalar], _ position: Int, from start: Int) -> Bool {
    let isTitled = titled.contains(text[position - 1]) && position - start <= 70
    if isTitled, purposes.matches(text, position) || isPurpose(text, position) {
      return isTitle(text[start + (Marker.read(text, start)?.length ?? 0)..<position])
    }
    if isTitled || text[position - 1] == "知", position - start <= 70, isAddressed(text, position) {
      return isTitle(text[start..<position])
    }
    if Phrases.stage.matches(text, position) { return opensChapter(text, start..<position) }
    guard let marker = Marker.read(text, position), marker.level < .dash else { return false }
    if marker.level == .chapter {
      let isGenre = Role.opening(text, position + marker.length) != nil
      // …（市应急局负责）三、进度安排1.…
      return isTitled && marker.number == 1 && isTitle(text[start..<position])
        || isGenre && ")”%".unicodeScalars.contains(text[position - 1])
    }
    // 三、进度安排1.集中攻坚…
    if marker.level == .item { return marker.number == 1 && opensChapter(text, start..<position) }
    return (text[position] == "(" || text[position] == "[")
      && (Role.closes(text, position, from: start) || marker.number == 1 && opensChapter(text, start..<position))
  }

  /// 三、整治时间(一)宣传教育阶段: a numbered chapter of a few words whose first section follows without a stop.
  private static func opensChapter(_ text: [Unicode.Scalar], _ span: Range<Int>) -> Bool {
    guard let marker = Marker.read(text, span.lowerBound), marker.level == .chapter else { return false }
    let words = span.lowerBound + marker.length..<span.upperBound
    return (3...12).contains(words.count) && text[words].allSatisfy { $0.isHan || $0 == "、" }
  }

  /// …方案为守住水源，…: 为 opens the purpose, where a comma ends it and not too soon.
  private static func isPurpose(_ text: [Unicode.Scalar], _ position: Int) -> Bool {
    guard text[position] == "为" || bases.matches(text, position), !noPurposes.matches(text, position) else {
      return false
    }
    let clause = text[position...].prefix(60).prefix { !$0.isComma }
    return clause.count >= 5 && clause.endIndex < text.count && text[clause.endIndex] == ","
  }

  /// …的通知各街道办事处：, …的通知现将…: to whom the notice goes, or how it begins.
  private static func isAddressed(_ text: [Unicode.Scalar], _ position: Int) -> Bool {
    if notices.matches(text, position) { return true }
    guard text[position] == "各" else { return false }
    let bodies = text[position...].prefix(90).prefix { $0 != "。" && $0 != ":" && $0 != "\n" }
    return bodies.endIndex < text.count && text[bodies.endIndex] == ":"
  }

  private static let notices = Lexicon("现将 现就 现印发 现制定")
  private static let bases = Lexicon("根据 按照 针对 鉴于 依据 当前 目前 今年 去年")
  private static let noPurposes = Lexicon("为期 为准 为止 为主 为核心 为重点 为依据 为由 为契机 为抓手")
  private static let titled: Set<Unicode.Scalar> = ["案", "划", "排", "见"]
  private static let purposes = Lexicon(
    "为进一步 为切实 为深入 为贯彻 为全面 为有效 为加强 为规范 为了 为认真 为保障 为落实 为严厉 为确保 为做好 为加快 为营造 为推进 为提升 为扎实 为维护 为预防 为防范 为遏制 为强化 为持续 为完善 为促进 为解决 为巩固 为净化 为消除 为提高 为坚决 为着力 为推动 为改善 为依法 为保证 为打击 为实现 为积极 随着 近年来 今年以来 为此 根据《 按照《"
  )

  private static func breaksBefore(_ text: [Unicode.Scalar], _ position: Int, from start: Int) -> Bool {
    let before = text[position - 1]
    guard before.isStop || before == ":" else { return breaksInside(text, position, from: start) }
    if Phrases.stage.matches(text, position) { return before != ":" }
    // 17:00前 is an hour.
    if before == ":", position > 1, text[position - 2].isDigit { return false }
    guard let marker = Marker.read(text, position), marker.level < .dash else { return false }
    let next = position + marker.length
    // ②4月至5月，…: an item that opens with its month.
    let isMonth = marker.level == .subitem && text[next...].prefix(3).contains("月")
    return next < text.count
      && (text[next].isHan || text[next] == "“" || text[next] == "《" || isMonth
        || marker.level == .section && text[next].isDigit)
  }

  private static func line(_ text: [Unicode.Scalar], _ span: Range<Int>) -> Line {
    if let marker = Marker.read(text, span.lowerBound), marker.length <= span.count {
      return Line(span: span, marker: marker, body: span.lowerBound + marker.length..<span.upperBound)
    }
    if let bare = bareHeading(text, span) { return bare }
    return Line(span: span, marker: nil, body: span)
  }

  /// 五实施步骤 (lost sign), 工作目标 (no number at all).
  private static func bareHeading(_ text: [Unicode.Scalar], _ span: Range<Int>) -> Line? {
    if isDutyHeading(text, span) {
      return Line(span: span, marker: Marker(level: .chapter, number: nil, length: 0), body: span)
    }
    guard span.count <= 14 else { return nil }
    if let (number, end) = Numerals.chinese(text, span.lowerBound), end + 3 < span.upperBound,
      Role.isHeading(text, end..<span.upperBound)
    {
      let marker = Marker(level: .chapter, number: number, length: end - span.lowerBound)
      return Line(span: span, marker: marker, body: end..<span.upperBound)
    }
    guard Role.isHeading(text, span) else { return nil }
    return Line(span: span, marker: Marker(level: .chapter, number: nil, length: 0), body: span)
  }

  /// 某某领导小组各成员单位职责
  private static func isDutyHeading(_ text: [Unicode.Scalar], _ span: Range<Int>) -> Bool {
    (6...40).contains(span.count) && !text[span].contains { $0.isComma || $0 == "、" || $0 == "(" }
      && dutyEnds.ending(text, at: span.upperBound, from: span.lowerBound) != nil
      && dutyWords.occurs(text, in: span)
  }

  private static let dutyEnds = Lexicon("职责 职责分工 任务分工 责任分工")
  private static let dutyWords = Lexicon("单位 部门 成员")

  /// A line that can be the title of a plan: 关于…的通知, …方案, …计划（篇二）.
  static func isTitle(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard (8...70).contains(line.count) else { return false }
    let text = Array(line)
    if text.contains(where: { $0 == "。" || $0 == ";" || $0 == "?" || $0 == ">" || $0 == "," }) { return false }
    if Phrases.noTitle.matches(text, 0) || text.first.map({ $0 == "(" || $0 == "《" }) ?? true { return false }
    let end = titleEnd(text)
    return Phrases.titleEnd.ending(text, at: end, from: 0) != nil && end >= 6
  }

  /// Where the title's words end: before (试行), 篇二, a trailing number, a document number.
  static func titleEnd(_ text: [Unicode.Scalar]) -> Int {
    var end = text.count
    if let model = models.ending(text, at: end, from: 0) { end = model.lowerBound }
    while end > 0, text[end - 1].isDigit || "xX×*".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    while end > 1, Numerals.values[text[end - 1]] != nil || text[end - 1] == "十" { end -= 1 }
    if end > 0, text[end - 1] == "篇" { end -= 1 }
    if end > 0, text[end - 1] == ")", let open = text[..<end].lastIndex(of: "(") { end = open }
    return end
  }

  /// 整治方案范文: of a collection of models.
  private static let models = Lexicon("范文 模板 范本 样本 .docx .doc .pdf .wps")

  /// The position of 篇 in 篇二 at either end of a title, where a file numbers its plans.
  static func isSeries(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 70 else { return false }
    let text = Array(line)
    func numberEnd(_ at: Int) -> Int? { (Numerals.chinese(text, at) ?? Numerals.digits(text, at, most: 2))?.1 }
    if text.first == "篇" || text.starts(with: "第".unicodeScalars) && text.contains("篇") && text.count < 60 {
      let at = text.first == "篇" ? 1 : 1
      guard let end = numberEnd(at), end < text.count else { return false }
      return text[end] == ":" || text[end] == "篇" || text[end] == "、"
    }
    guard let at = text.lastIndex(of: "篇"), let end = numberEnd(at + 1), at >= 4 else { return false }
    return end == text.count || end == text.count - 1 && text[end] == ")"
  }
}
