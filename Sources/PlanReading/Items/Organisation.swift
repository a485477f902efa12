internal import Kit

/// Organisation (组织领导): the leading group, its office and its members.
extension PlanReader {
  func organisation() -> ReadOrganisation {
    var result = ReadOrganisation()
    if let group = Group.name(self) {
      result.leadingGroup = script.text(group)
      result.source.append(script.source(group))
    }
    if let office = Group.office(self) {
      result.office = script.text(office)
      result.source.append(script.source(office))
    }
    for span in Group.members(self) {
      for name in Departments.list(script, in: span) where !result.members.contains(name) {
        result.members.append(name)
      }
      result.source.append(script.source(span))
    }
    result.members = Array(result.members.prefix(60))
    return result
  }
}

enum Group {
  private static let kinds = Lexicon("领导小组 协调小组 工作小组 工作专班 指挥部 协调组 工作组 联席会议")
  private static let system = Lexicon("制度 机制 会议")
  private static let founds = Lexicon("成立 设立 组建 建立 组成 决定成立 成立了")

  /// 成立…领导小组; else a group that is named with words before it and is not somebody else's.
  static func name(_ reader: PlanReader) -> Range<Int>? {
    let script = reader.script
    var mentioned: Range<Int>?
    for kind in kinds.all(script.plain, in: reader.span).prefix(60) where !system.matches(script.plain, kind.upperBound)
    {
      let clause = clauseStart(script, kind.lowerBound, reader.span)..<kind.upperBound
      if let verb = founds.all(script.plain, in: clause.lowerBound..<kind.lowerBound).last {
        let name = afterLeaders(script, verb.upperBound..<kind.upperBound)
        if (5...40).contains(name.count), !foreign.occurs(script.plain, in: clause.lowerBound..<verb.lowerBound) {
          return name
        }
      }
      let own = nounStart(script, clause)..<kind.upperBound
      if mentioned == nil, own.count >= 8, !foreign.occurs(script.plain, in: clause) { mentioned = own }
    }
    return mentioned
  }

  private static let foreign = Lexicon("上级 省 全国 国务院 国家 各地 市级 各级 各镇 各乡 各县 各单位 各部门 各有关 报 要 应")

  private static func clauseStart(_ script: Manuscript, _ position: Int, _ span: Range<Int>) -> Int {
    var start = position
    while start > span.lowerBound, position - start < 80, !script.at(start - 1).isComma { start -= 1 }
    return start
  }

  /// Without 由主管县长任组长，…的 and 以…为组长的 before the name.
  private static func afterLeaders(_ script: Manuscript, _ span: Range<Int>) -> Range<Int> {
    let leaders = leader.all(script.plain, in: span).last.map { $0.upperBound..<span.upperBound } ?? span
    return Sentences.drop(script, heads, from: leaders)
  }

  private static let leader = Lexicon("组长的 成员的 参加的 组成的 负责人的")
  private static let heads = Lexicon("了 由 相应的 : 专门的 一个 “")

  /// The name's beginning inside a running clause: after a verb or preposition.
  private static func nounStart(_ script: Manuscript, _ clause: Range<Int>) -> Int {
    breakers.all(script.plain, in: clause.dropLast(4).isEmpty ? clause : clause.lowerBound..<clause.upperBound - 4)
      .last?.upperBound
      ?? clause.lowerBound
  }

  private static let breakers = Lexicon("由 在 经 向 至 设立 成立 组成 的 各 是 按 下设 和 及 与 对 请")

  private static let officeCues = Lexicon("办公室设在 办公室设于 办公室设立在 联络科室设在 下设办公室于 下设办公室在 工作办公室设在 办事机构设在 日常工作由")
  private static let officeVerb = Lexicon("设立工作办公室 设立办公室 设工作办公室 下设办公室")

  /// The body in which the group's office sits.
  static func office(_ reader: PlanReader) -> Range<Int>? {
    let script = reader.script
    if let cue = officeCues.first(script.plain, in: reader.span) {
      return body(script, from: cue.upperBound, reader.span)
    }
    guard let verb = officeVerb.first(script.plain, in: reader.span) else { return nil }
    if script.at(verb.upperBound) == "," { return nil }
    let start = clauseStart(script, verb.lowerBound, reader.span)
    guard let at = script.plain[start..<verb.lowerBound].lastIndex(of: "在"), verb.lowerBound - at > 2 else {
      return nil
    }
    return at + 1..<verb.lowerBound
  }

  private static func body(_ script: Manuscript, from start: Int, _ span: Range<Int>) -> Range<Int>? {
    let end = (start..<min(span.upperBound, start + 30)).first {
      script.at($0).isComma || script.at($0) == "(" || script.at($0) == "承"
    }
    let range = start..<(end ?? min(span.upperBound, start + 30))
    return range.count >= 2 && !script.plain[range].contains(where: \.isMask) ? range : nil
  }

  // MARK: members

  private static let labels = Lexicon("组长: 副组长: 成员: 成员单位: 常务副组长: 成员单位有: 成员包括:")
  private static let joint = Lexicon("等部门 等单位 等有关部门 等相关部门 等成员单位 等部门和单位 等部门单位")
  private static let joins = Lexicon("参加 参与 协调配合 要密切配合 密切配合 为成员 组成 分管领导 协调")

  static func members(_ reader: PlanReader) -> [Range<Int>] {
    let script = reader.script
    var found = labelled(reader)
    if found.isEmpty { found = composed(script, reader.span) }
    if found.isEmpty { found = joined(script, reader) }
    return found
  }

  private static func labelled(_ reader: PlanReader) -> [Range<Int>] {
    let script = reader.script
    var found: [Range<Int>] = []
    for (index, line) in reader.lines.enumerated() {
      for label in labels.all(script.plain, in: line.body) {
        var span = Sentences.all(script, in: label.upperBound..<line.body.upperBound).first
        if label.upperBound == line.body.upperBound, index + 1 < reader.lines.count {
          span = reader.lines[index + 1].body
        }
        guard let span, span.count <= 300 else { continue }
        let next = labels.first(script.plain, in: span)?.lowerBound ?? span.upperBound
        if next > span.lowerBound, script.plain[span.lowerBound..<next].contains(where: \.isHan) {
          found.append(span.lowerBound..<next)
        }
      }
    }
    return found
  }

  /// 由A、B、C组成领导小组; 成立以A、B等部门和单位为成员的….
  private static func composed(_ script: Manuscript, _ span: Range<Int>) -> [Range<Int>] {
    for word in composes.all(script.plain, in: span) {
      let start = clauseStart(script, word.lowerBound, span)
      let by = openers.first(script.plain, in: start..<word.lowerBound)?.upperBound ?? start
      let list = Sentences.dropEnd(script, posts, from: by..<word.lowerBound)
      if script.plain[list].count(where: { $0 == "、" }) >= 1 { return [list] }
    }
    return []
  }

  private static let posts = Lexicon(
    "等部门 等单位 等有关部门 等部门和单位 主要负责人 分管负责人 负责人 主要领导 分管领导 有关负责同志 主要负责同志 负责同志 等 共同")
  private static let composes = Lexicon("组成 为成员 为成员单位 等部门和单位为成员 等部门分管领导担任 为组员")
  private static let openers = Lexicon("成员由 由 以")

  /// 卫生、公安、工商等部门参加 or 要密切配合: who takes part where no group is named.
  private static func joined(_ script: Manuscript, _ reader: PlanReader) -> [Range<Int>] {
    for word in joint.all(script.plain, in: reader.span).prefix(40) {
      let start = clauseStart(script, word.lowerBound, reader.span)
      let after = word.upperBound..<min(reader.span.upperBound, word.upperBound + 12)
      guard joins.occurs(script.plain, in: after) else { continue }
      let lead = start..<word.lowerBound
      let open = Sentences.drop(script, joinHeads, from: lead)
      let cut = withWord.all(script.plain, in: open).last?.upperBound ?? open.lowerBound
      let list = cut..<word.lowerBound
      if script.plain[list].count(where: { $0 == "、" }) >= 1 { return [list] }
    }
    return []
  }

  private static let joinHeads = Lexicon("加强 积极 主动 与 要 由 召开")
  private static let withWord = Lexicon("积极主动与 加强与 与 由")
}
