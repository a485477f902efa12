internal import Kit

/// Members (成员): persons, posts or bodies of the leading group; where none is named, the bodies that take part.
struct Members {
  let reader: PlanReader
  var script: Manuscript { reader.script }

  func all() -> [Range<Int>] {
    var found = composed() + labelled()
    if !found.contains(where: { isBody($0) }) {
      found += joined()
      if found.isEmpty { found = dutiful() }
    }
    return found
  }

  private func isBody(_ span: Range<Int>) -> Bool {
    Departments.isBody(script, span) || Departments.isShortName(script, span)
  }

  /// 各成员单位职责如下：公安部门：…: where nothing else names the members, those whose duties are listed.
  private func dutiful() -> [Range<Int>] {
    let parts = reader.chapters.filter { $0.role.contains(.duties) || $0.role.contains(.organisation) }
    for part in parts {
      let texts = [part.node.heading] + part.node.texts
      guard let intro = texts.firstIndex(where: { Members.memberBodies.occurs(script.plain, in: $0) }) else { continue }
      let named = texts[intro...].compactMap { DutyText.department(script, $0) }.filter {
        script.at($0.upperBound) == ":" || script.at($0.upperBound) == "。"
      }
      if named.count >= 3 { return named }
    }
    return []
  }

  private static let memberBodies = Lexicon("成员单位")

  // MARK: 组长：…

  private static let labels = Lexicon(
    "组长: 副组长: 成员: 成员单位: 常务副组长: 成员单位有: 成员包括: 总指挥: 副总指挥: 指挥长: 副指挥长: 总召集人: 召集人: 副召集人: 组员:")

  /// What follows a label, to the next one; lines below 成员： go on with the list.
  private func labelled() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var isList = false
    for line in reader.lines {
      let labels = Members.labels.all(script.plain, in: line.body).filter { isOpening($0, line.body) }
      if labels.isEmpty {
        isList = isList && line.marker == nil && isEntry(line.body)
        if isList { found += entries(line.body) }
        continue
      }
      isList = true
      let ends = labels.dropFirst().map(\.lowerBound) + [line.body.upperBound]
      for (label, end) in zip(labels, ends) {
        let sentence = Sentences.all(script, in: label.upperBound..<end).first ?? label.upperBound..<label.upperBound
        found += entries(sentence.prefixRange(300))
      }
    }
    return found
  }

  private func isOpening(_ label: Range<Int>, _ line: Range<Int>) -> Bool {
    let before = script.at(label.lowerBound - 1)
    return label.lowerBound == line.lowerBound || !before.isHan
  }

  private func isEntry(_ line: Range<Int>) -> Bool {
    line.count <= 40 && !script.plain[line].contains { $0.isComma }
  }

  /// 赵海 镇党委副书记、镇长 is one person: a bare post goes with what stands before it.
  private func entries(_ span: Range<Int>) -> [Range<Int>] {
    if isPerson(span) { return [span] }
    if let bodies = spaced(span) { return bodies }
    return posted(headed(span).flatMap(listed)).compactMap(unmasked)
  }

  /// 党委书记、局长 are posts of one person; 单位 names nobody.
  private func posted(_ pieces: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for piece in pieces where !Members.kinds.isWord(script.plain, piece) && !isCounted(piece) {
      if let last = found.last, Members.posts.isWord(script.plain, piece), last.upperBound + 1 == piece.lowerBound,
        !Members.posts.isWord(script.plain, last)
      {
        found[found.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        found.append(piece)
      }
    }
    return found
  }

  /// 1名处级干部, 明确一名分管领导: how many, not who.
  private func isCounted(_ piece: Range<Int>) -> Bool {
    script.at(piece.lowerBound).isDigit || Members.numbers.occurs(script.plain, in: piece)
  }

  private static let numbers = Lexicon("一名 1名 两名 2名")

  /// 赵海　镇党委副书记、办事处主任 on a line: a blank stood behind the name, and the rest are posts.
  private func isPerson(_ span: Range<Int>) -> Bool {
    guard (6...40).contains(span.count), !script.plain[span].contains(where: \.isMask),
      Members.postEnds.ending(script.plain, at: span.upperBound, from: span.lowerBound) != nil,
      script.plain[span].contains("、"),
      let gap = span.dropFirst(2).first(where: { script.origin[$0] - script.origin[$0 - 1] > 1 })
    else { return false }
    return gap - span.lowerBound <= 4
  }

  private static let kinds = Lexicon("单位 部门 机关 科室 政府 干部 人员")
  private static let postEnds = Lexicon("长 书记 主任 委员 主席 经理 调研员 干事 科员")
  private static let posts = Lexicon(
    "县长 副县长 区长 副区长 市长 副市长 镇长 副镇长 乡长 副乡长 局长 副局长 主任 副主任 书记 副书记 所长 副所长 院长 副院长 科长 股长 大队长 支队长 党组书记 党组成员 党委书记 党委委员 党委副书记 党工委书记 党工委副书记 党工委委员 纪工委书记 办事处主任 办事处副主任 人武部长 武装部长 宣统委员 宣传委员 组织委员 统战委员 政法委员 人大主席 工会主席 三级调研员 四级调研员"
  )

  // MARK: 由…任组长，…为成员

  private static let roles = Lexicon(
    """
    任组长 任副组长 任成员 为组长 为副组长 为成员 担任组长 担任副组长 为成员单位 任常务副组长 任总指挥 任副总指挥 任指挥长 任副指挥长 为总指挥 为召集人 任召集人 为组员 任组员
    组成 领导担任 负责人担任 负责同志担任 任总召集人 任副召集人 担任召集人 担任总召集人 担任副召集人 担任总指挥 担任指挥长 参加的 担任
    """)
  private static let openers = Lexicon("成员由 成员单位由 组长由 指挥长由 召集人由 领导小组由 小组由 由 以 召开 办公室主任由")
  private static let chiefs = Lexicon(
    "主要负责同志 分管负责同志 主要负责人 分管负责人 有关负责同志 相关负责同志 负责同志 负责人 主要领导 分管领导 有关领导 领导 同志 一把手 等 有关人员 相关人员 有关同志 总 等成员单位 等部门 等单位 等有关部门 等相关部门 等部门和单位 共同 的 、 分管 主要 为 及"
  )

  private func composed() -> [Range<Int>] {
    var found: [Range<Int>] = []
    for line in reader.lines {
      for sentence in Sentences.all(script, in: line.body) {
        let roles = Members.roles.all(script.plain, in: sentence).filter { isRole($0, sentence) }
        var start = sentence.lowerBound
        for role in roles {
          found += named(start..<role.lowerBound)
          start = role.upperBound
        }
      }
    }
    return found
  }

  /// 组成 and 参加的 count only where a group is founded; a verb such as 担任 always does.
  private func isRole(_ role: Range<Int>, _ sentence: Range<Int>) -> Bool {
    if role.count == 2, script.at(role.lowerBound) == "担" {
      return Members.chairs.occurs(script.plain, in: sentence.lowerBound..<role.lowerBound)
    }
    guard script.at(role.lowerBound) == "组" || script.at(role.lowerBound) == "参" else { return true }
    if script.at(role.upperBound) == "员" { return false }
    return Members.groups.occurs(script.plain, in: sentence)
  }

  private static let chairs = Lexicon("组长由 指挥长由 召集人由 总指挥由")
  private static let groups = Lexicon("小组 专班 指挥部 协调组 工作组 成员 联席会议 协调会")

  /// The list before a role word: from 由 or 以, else from the comma after the role before.
  private func named(_ span: Range<Int>) -> [Range<Int>] {
    let opener = Members.openers.all(script.plain, in: span).last { $0.upperBound < span.upperBound - 1 }
    let start = opener?.upperBound ?? Sentences.clauses(script, in: span).last?.lowerBound ?? span.lowerBound
    let list = Sentences.drop(script, Members.joins, from: start..<span.upperBound)
    return posted(headed(list).flatMap(listed))
  }

  /// The names of a list, without 主要负责人 and the like at its end.
  private func listed(_ span: Range<Int>) -> [Range<Int>] {
    Departments.places(script, in: Sentences.dropEnd(script, Members.chiefs, from: span))
  }

  private static let joins = Lexicon("的 , 、 ; : 和 及")

  // MARK: bodies that take part

  private static let joint = Lexicon("等部门 等单位 等有关部门 等相关部门 等成员单位 等部门和单位 等部门单位")
  private static let takes = Lexicon("参加 参与 协调配合 要密切配合 密切配合 协调 协同 联动 协作 通力 共同 齐抓共管 统一要求")
  private static let joinHeads = Lexicon("加强 建立 健全 完善 形成 积极 主动 与 要 由 召开 ,")
  private static let withWord = Lexicon("积极主动与 加强与 与 由 同")
  private static let leads = Lexicon("牵头")
  private static let unified = Lexicon("统一组织 统一指挥 统一协调 统一监测 统一领导")

  /// 由A牵头，卫生、公安、工商等部门参加 or 要密切配合.
  private func joined() -> [Range<Int>] {
    for word in Members.joint.all(script.plain, in: reader.span).prefix(40) {
      let after = word.upperBound..<min(reader.span.upperBound, word.upperBound + 12)
      if reader.chapters.contains(where: { $0.role == .tasks && $0.node.span.contains(word.lowerBound) }) { continue }
      guard Members.takes.occurs(script.plain, in: after) else { continue }
      let start = Group.clauseStart(script, word.lowerBound, reader.span)
      let open = Sentences.drop(script, Members.joinHeads, from: start..<word.lowerBound)
      let cut = Members.withWord.all(script.plain, in: open).last?.upperBound ?? open.lowerBound
      let list = Departments.places(script, in: cut..<word.lowerBound)
      if list.count >= 2 { return head(before: start) + list }
    }
    let led = ledBodies()
    return led.isEmpty ? unifier() : led
  }

  /// 专项整治由县质监局牵头，县农业局、县卫生局配合: said of the whole campaign.
  private func ledBodies() -> [Range<Int>] {
    for chapter in reader.chapters where !chapter.role.contains(.tasks) {
      for span in chapter.node.ownText {
        for sentence in Sentences.all(script, in: span)
        where Members.campaign.occurs(script.plain, in: sentence.prefixRange(24)) {
          let clauses = Sentences.clauses(script, in: sentence)
          for (clause, next) in zip(clauses, clauses.dropFirst()) {
            guard let lead = Members.leads.first(script.plain, in: clause), script.plain[clause].contains("由"),
              let help = Members.helps.first(script.plain, in: next), help.lowerBound > next.lowerBound
            else { continue }
            let names = Departments.places(script, in: next.lowerBound..<help.lowerBound, strict: true)
            if names.count >= 2 { return head(before: lead.upperBound + 1) + names }
          }
        }
      }
    }
    return []
  }

  private static let campaign = Lexicon("专项 行动 整治 治理 活动 工作")
  private static let helps = Lexicon("配合 参加 参与 协助")

  /// 由卫生健康部门牵头 in the clause before.
  private func head(before start: Int) -> [Range<Int>] {
    let clause = Group.clauseStart(script, start - 1, reader.span)..<max(start - 1, 0)
    guard !clause.isEmpty, let lead = Members.leads.first(script.plain, in: clause),
      let by = script.plain[clause].lastIndex(of: "由"), by < lead.lowerBound
    else { return [] }
    return Departments.places(script, in: by + 1..<lead.lowerBound, strict: true)
  }

  /// 由市局指挥中心统一指挥.
  private func unifier() -> [Range<Int>] {
    for word in Members.unified.all(script.plain, in: reader.span).prefix(10) {
      let start = Group.clauseStart(script, word.lowerBound, reader.span)
      guard let by = script.plain[start..<word.lowerBound].lastIndex(of: "由") else { continue }
      let names = Departments.places(script, in: by + 1..<word.lowerBound, strict: true)
      if !names.isEmpty { return names }
    }
    return []
  }
}
