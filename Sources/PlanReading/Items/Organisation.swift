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
    for member in Members(reader: self).all() {
      let name = script.text(member)
      if result.members.contains(name) { continue }
      result.members.append(name)
      result.source.append(script.source(member))
    }
    result.members = Array(result.members.prefix(60))
    return result
  }
}

enum Group {
  private static let kinds = Lexicon("领导小组 协调小组 工作小组 工作专班 专班 指挥部 协调组 工作组 联席会议")
  private static let system = Lexicon("制度 机制 会议")
  private static let founds = Lexicon("成立 设立 组建 建立 组成 决定成立 成立了")

  /// 成立…领导小组; else a group that is named with words before it and is not somebody else's.
  static func name(_ reader: PlanReader) -> Range<Int>? {
    let script = reader.script
    var mentioned: Range<Int>?
    var short: Range<Int>?
    for kind in kinds.all(script.plain, in: reader.span).prefix(60) where !system.matches(script.plain, kind.upperBound)
    {
      let clause = clauseStart(script, kind.lowerBound, reader.span)..<kind.upperBound
      if let verb = founds.all(script.plain, in: clause.lowerBound..<kind.lowerBound).last {
        let name = afterLeaders(script, verb.upperBound..<kind.upperBound)
        if (5...40).contains(name.count), !teams.matches(script.plain, name.lowerBound),
          !foreign.occurs(script.plain, in: clause.lowerBound..<verb.lowerBound)
        {
          // 一、成立自查专班 is a heading; the full name follows.
          if kind.count > 2 { return name }
          short = short ?? name
        }
      }
      // 成立由…任组长，…为成员的校园安全领导小组: the verb stands some clauses before.
      if let leaders = leader.all(script.plain, in: clause).last, leaders.upperBound < kind.lowerBound {
        let sentence = Sentences.around(script, kind.lowerBound, in: reader.span)
        let before = sentence.lowerBound..<min(leaders.upperBound, sentence.upperBound)
        let name = leaders.upperBound..<kind.upperBound
        if name.count >= 5, founds.occurs(script.plain, in: before) { return name }
      }
      let own = nounStart(script, clause)..<kind.upperBound
      // …联席会议办公室（设在县民政局） has an office of its own; without one the meeting is no group.
      let isMeeting = script.at(kind.lowerBound) == "联" && !bracketOffices.matches(script.plain, kind.upperBound - 2)
      // 向专班报告: 专班 alone is a name only where it is founded.
      if mentioned == nil, !isMeeting, kind.count > 2, own.count >= 8, !isListed(script, own),
        !isForeign(script, own, in: clause)
      {
        mentioned = own
      }
    }
    return short ?? mentioned
  }

  /// 省…领导小组, 各县…领导小组: somebody else's, by the name or the words right before it.
  private static func isForeign(_ script: Manuscript, _ name: Range<Int>, in clause: Range<Int>) -> Bool {
    foreign.occurs(script.plain, in: max(clause.lowerBound, name.lowerBound - 4)..<clause.upperBound)
  }

  /// （市政府办公室、市医改领导小组办公室牵头）: one of the bodies that lead a task.
  private static func isListed(_ script: Manuscript, _ name: Range<Int>) -> Bool {
    if script.plain[name].contains(where: { $0 == "(" || $0 == "、" }) { return true }
    let office = offices.length(script.plain, name.upperBound) ?? 0
    return "、(".unicodeScalars.contains(script.at(name.lowerBound - 1)) && office > 0
      || tasked.matches(script.plain, name.upperBound + office)
  }

  private static let offices = Lexicon("办公室 办")
  private static let tasked = Lexicon("牵头 负责 、 等 会同 按职责")

  /// The group that the plan itself founds; its name often begins with the place.
  static func founded(_ reader: PlanReader) -> Range<Int>? {
    guard let name = name(reader), reader.script.isCited[name.lowerBound] == false else { return nil }
    let before = max(reader.span.lowerBound, name.lowerBound - 60)..<name.lowerBound
    let isLine = reader.lines.contains { $0.span == name }
    return isLine || founds.occurs(reader.script.plain, in: before) ? name : nil
  }

  /// Teams that go out and check lead nothing.
  private static let teams = Lexicon("联合工作 检查工作 督导 督查 联合检查 专项检查组 工作组 若干 本单位 本部门 本级 本校 相应 多个 2个 两个 三个 指导")
  private static let foreign = Lexicon("派出 分成 抽调 上级 省 全国 国务院 国家 各地 市级 各级 各镇 各乡 各县 各单位 各部门 各有关 要 应 本单位 本部门 各自 相应")

  static func clauseStart(_ script: Manuscript, _ position: Int, _ span: Range<Int>) -> Int {
    var start = position
    while start > span.lowerBound, position - start < 80, !script.at(start - 1).isComma { start -= 1 }
    return start
  }

  /// The end of the clause that holds the position.
  static func clauseEnd(_ script: Manuscript, _ position: Int, _ span: Range<Int>) -> Int {
    (position..<max(position, span.upperBound)).first { script.at($0).isComma } ?? span.upperBound
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

  private static let breakers = Lexicon("由 在 经 向 至 设立 成立 组成 的 各 是 按 下设 和 及 与 对 请 承担 负责 送 报 召开 任 为 于 纳入 设置 听取 作为 把 将")

  private static let officeCues = Lexicon(
    "办设在 办设于 办公室设在 办公室设于 办公室设立在 联络科室设在 下设办公室于 下设办公室在 工作办公室设在 办事机构设在 日常工作由 办公室(设在 专班设在 办公地点设在 秘书处设在 办公室挂靠在 办公室,设在 办公室暂设在 办公室设立于 办公室(设 办公室,挂靠 办公室挂靠"
  )
  private static let officeVerb = Lexicon("设立工作办公室 设立办公室 设工作办公室 下设办公室 设办公室 成立办公室")

  /// The body in which the group's office sits.
  static func office(_ reader: PlanReader) -> Range<Int>? {
    let script = reader.script
    if let cue = officeCues.first(script.plain, in: reader.span) {
      return body(script, from: cue.upperBound, reader.span)
    }
    if let named = bracketed(reader) { return named }
    for verb in officeVerb.all(script.plain, in: reader.span) {
      let start = clauseStart(script, verb.lowerBound, reader.span)
      if let at = script.plain[start..<verb.lowerBound].lastIndex(of: "在"), verb.lowerBound - at > 2 {
        return at + 1..<verb.lowerBound
      }
    }
    return nil
  }

  /// 报领导小组办公室（县水利局）, 联席会议办公室（设在县民政局）: the body in the bracket behind the office.
  private static func bracketed(_ reader: PlanReader) -> Range<Int>? {
    let script = reader.script
    for word in bracketOffices.all(script.plain, in: reader.span).prefix(20) {
      let open = word.upperBound - 1
      guard let close = (open..<min(reader.span.upperBound, open + 26)).first(where: { script.at($0) == ")" }) else {
        continue
      }
      let inner = Sentences.drop(script, seated, from: open + 1..<close)
      if Departments.isBody(script, inner) { return inner }
    }
    return nil
  }

  private static let bracketOffices = Lexicon("小组办公室( 小组办( 指挥部办公室( 会议办公室( 专班办公室( 委员会办公室( 安委会办公室( 安委办( 食安办(")
  private static let seated = Lexicon("设在 设于 挂靠在 挂靠 设")
  private static func body(_ script: Manuscript, from start: Int, _ span: Range<Int>) -> Range<Int>? {
    let end = (start..<min(span.upperBound, start + 30)).first {
      script.at($0).isComma || "()承".unicodeScalars.contains(script.at($0))
    }
    let range = start..<(end ?? min(span.upperBound, start + 30))
    return range.count >= 2 && !script.plain[range].contains(where: \.isMask) ? range : nil
  }
}
