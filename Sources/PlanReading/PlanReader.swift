internal import Kit

/// Reads one plan: the tree of its headings, what each chapter is for, and then item by item.
struct PlanReader {
  let script: Manuscript
  let lines: [Line]
  /// The notice that stands before the plan's title: it names the issuer.
  let preface: [Line]
  let tables: [Table]
  let root: Node
  let chapters: [Chapter]
  let span: Range<Int>

  init(script: Manuscript, lines: [Line], preface: [Line] = []) {
    self.script = script
    self.preface = preface
    span = (lines.first?.span.lowerBound ?? 0)..<(lines.last?.span.upperBound ?? 0)
    let tables = Table.all(script, lines)
    self.tables = tables
    self.lines =
      tables.isEmpty
      ? lines : lines.indices.filter { index in !tables.contains { $0.range.contains(index) } }.map { lines[$0] }
    root = Node.tree(script, self.lines)
    chapters = Chapter.all(script, root)
  }

  func plan() -> ReadPlan {
    var plan = ReadPlan(range: script.source(span))
    readHead(&plan)
    plan.goals = goals()
    plan.scope = scope()
    plan.tasks = tasks()
    readDates(&plan)
    plan.coverage = coverage()
    plan.organisation = organisation()
    plan.findings = findings(plan)
    return plan
  }

  /// Year, phases and deadlines; once more where only phases or deadlines name the year.
  private func readDates(_ plan: inout ReadPlan) {
    var years = YearContext(self, title: plan.title)
    plan.year = years.plan
    plan.phases = phases(years)
    if plan.year == nil { plan.year = YearContext.fromPhases(plan.phases) }
    plan.deadlines = deadlines(years, plan.phases)
    if plan.year == nil { plan.year = YearContext.fromDeadlines(self, plan) }
    guard years.plan == nil, let late = plan.year.flatMap({ LateYear.read($0, plan) }) else { return }
    years = YearContext(plan: late, isLate: true)
    plan.phases = phases(years)
    plan.deadlines = deadlines(years, plan.phases)
  }
}

/// A chapter with its role. Sections that stand before the first chapter of a fragment make chapters of their own.
struct Chapter: Sendable {
  var role: Role
  var node: Node
  /// A list of units without a heading over it, or the paragraphs before the first chapter.
  var isOrphan: Bool

  static func all(_ script: Manuscript, _ root: Node) -> [Chapter] {
    var chapters: [Chapter] = []
    if !root.paragraphs.isEmpty {
      var lead = root
      lead.children = []
      chapters.append(Chapter(role: [], node: lead, isOrphan: true))
    }
    var orphans: [Node] = []
    for child in root.children {
      if child.marker?.level == .chapter {
        let named = isSteps(script, child) ? Role.phases : isDemands(script, child) ? .tasks : role(script, child)
        let own = isHowTo(script, child, named, after: chapters + gathered(script, orphans)) ? Role.requirements : named
        chapters +=
          chapters.contains { !$0.isOrphan }
          ? gathered(script, orphans) : before(script, own, gathered(script, orphans))
        orphans = []
        chapters += parted(script, child, own)
      } else {
        orphans.append(child)
      }
    }
    return chapters + (chapters.isEmpty ? oneList(gathered(script, orphans), of: orphans) : gathered(script, orphans))
  }

  /// A fragment that is nothing but one list of items: where some are tasks, all are.
  private static func oneList(_ chapters: [Chapter], of nodes: [Node]) -> [Chapter] {
    guard nodes.count >= 3, nodes.allSatisfy({ $0.marker?.level == .item && $0.children.isEmpty }),
      chapters.allSatisfy({ $0.role == .tasks || $0.role == .requirements }),
      chapters.contains(where: { $0.role == .tasks })
    else { return chapters }
    return [Chapter(role: .tasks, node: Node.group(nodes), isOrphan: true)]
  }

  /// A fragment's sections before its first chapter: before the steps or the requirements stand tasks, before the tasks
  /// stand goals. What the sections say of themselves goes first.
  private static func before(_ script: Manuscript, _ next: Role, _ orphans: [Chapter]) -> [Chapter] {
    let unnamed: Role
    if next.contains(.tasks) {
      unnamed = .goals
    } else if next.intersection([.phases, .requirements, .organisation]).isEmpty {
      return orphans
    } else {
      unnamed = .tasks
    }
    let steps = orphans.firstIndex { $0.role.contains(.phases) || $0.role.contains(.duties) } ?? orphans.endIndex
    return orphans.enumerated().map { index, chapter in
      var chapter = chapter
      if index < steps, chapter.role == .requirements, !isHabit(script, chapter.node) { chapter.role = unnamed }
      return chapter
    }
  }

  /// （三）例会制度: how the bodies meet, before tasks or steps.
  private static func isHabit(_ script: Manuscript, _ node: Node) -> Bool {
    node.children.contains {
      habits.ending(script.plain, at: $0.heading.upperBound, from: $0.heading.lowerBound) != nil
        && !Phrases.deed.matches(script.plain, $0.heading.lowerBound)
    }
  }

  private static let habits = Lexicon("机制 制度 例会 名单 方式")

  /// 四、组织领导，（二）职责分工: a section whose heading is a chapter's own is a chapter, where the chapter over it is
  /// about something else.
  private static func parted(_ script: Manuscript, _ node: Node, _ own: Role) -> [Chapter] {
    if own == .scope, let label = node.ownText.last, !node.children.isEmpty, ScopeWords.announces(script, label) {
      // 二、检查范围…。检查的主要内容是：（一）…
      var scope = node
      scope.children = []
      scope.span = node.span.lowerBound..<label.upperBound
      return [Chapter(role: own, node: scope, isOrphan: false)]
        + [Chapter(role: .tasks, node: Node.group(node.children, under: label), isOrphan: false)]
    }
    var rest = node
    rest.children = []
    var parts: [Chapter] = []
    for child in node.children {
      let named = role(script, child)
      let inner = Role.isHeading(script.plain, child.heading) ? named.intersection(listing) : []
      if named == .scope, own.contains(.tasks), child.heading.count <= 8,
        !child.rest.isEmpty || !child.paragraphs.isEmpty
      {
        // 二、整治重点，（一）重点对象。
        parts.append(Chapter(role: .scope, node: child, isOrphan: false))
      } else if !inner.isEmpty, !(named.contains(.goals) && child.children.isEmpty), own.intersection(listing).isEmpty,
        !child.texts.isEmpty
      {
        parts.append(Chapter(role: inner, node: child, isOrphan: false))
      } else {
        rest.children.append(child)
      }
    }
    return [Chapter(role: own, node: rest, isOrphan: false)] + parts
  }

  /// 三、整治安排及内容 over （一）自查阶段（6月16日至8月1日）…: what stands below decides.
  private static func isSteps(_ script: Manuscript, _ node: Node) -> Bool {
    node.children.count >= 2
      && node.children.allSatisfy {
        Units.stageWords.occurs(script.plain, in: $0.heading.prefixRange(20))
          && Dates.all(script, in: ($0.heading.lowerBound..<$0.rest.upperBound).prefixRange(50)).first != nil
      }
  }

  /// 六、工作措施（一）加强组织领导: behind the tasks it says how, not what.
  private static func isHowTo(_ script: Manuscript, _ node: Node, _ role: Role, after chapters: [Chapter]) -> Bool {
    guard role == .tasks, measures.occurs(script.plain, in: node.heading), let first = node.children.first else {
      return false
    }
    return leadership.occurs(script.plain, in: first.heading.prefixRange(14))
      && chapters.contains { !$0.role.intersection([.tasks, .duties]).isEmpty }
  }

  /// 二、目标要求 over 1.健全网络，夯实基础。各村要…: items with a heading and what is to be done.
  private static func isDemands(_ script: Manuscript, _ node: Node) -> Bool {
    role(script, node) == [.goals, .requirements] && node.children.count >= 2
      && node.children.allSatisfy {
        $0.heading.count <= 30 && $0.rest.count >= 24 && Percent.all(script, in: $0.heading).isEmpty
      }
  }

  private static let measures = Lexicon("措施")
  private static let leadership = Lexicon("组织领导 领导 思想认识 认识")
  private static let listing: Role = [.tasks, .duties, .phases]

  private static func role(_ script: Manuscript, _ node: Node) -> Role {
    let heading = node.heading
    return Role.of(script.plain, heading.lowerBound..<min(heading.upperBound, heading.lowerBound + 30))
  }

  /// （二）工作重点, （三）职责划分 of a fragment whose chapter is lost: what stands below are the tasks, it is none of them.
  private static func isHead(_ script: Manuscript, _ node: Node, of role: Role) -> Bool {
    guard role == .tasks || role == .duties, node.heading.count <= 8, !node.texts.isEmpty else { return false }
    guard Role.of(script.plain, node.heading) == role else { return false }
    if role == .duties { return true }
    // 县公安局组成检查组，开展“四查”。凡发现下列行为的…：⏎一是… is one task with what it fights.
    let opensList = node.texts.first.map { text in
      TaskText.ordinals.first(script.plain, in: text).map { script.at($0.lowerBound) == "一" } ?? false
    }
    let isListed = !node.children.isEmpty && node.rest.isEmpty || opensList ?? false
    return isListed && (Role.isHeading(script.plain, node.heading) || Role.ends(script.plain, node.heading))
  }

  /// Runs of sections with the same use, judged by their own headings.
  private static func gathered(_ script: Manuscript, _ nodes: [Node]) -> [Chapter] {
    var chapters: [Chapter] = []
    for node in nodes {
      let role = Units.role(script, node)
      if role == .phases, Role.isHeading(script.plain, node.heading) || Role.of(script.plain, node.heading) == .phases,
        !Units.stageWords.occurs(script.plain, in: node.heading),
        node.children.isEmpty || Role.isHeading(script.plain, node.heading)
      {
        // （六）工作步骤: the steps are its own text, it is none of them.
        chapters.append(Chapter(role: role, node: node, isOrphan: false))
      } else if isHead(script, node, of: role) {
        chapters.append(Chapter(role: role, node: node, isOrphan: false))
      } else if let last = chapters.last, last.role == role, last.isOrphan {
        chapters[chapters.count - 1].node.children.append(node)
        chapters[chapters.count - 1].node.span = last.node.span.lowerBound..<node.span.upperBound
      } else {
        chapters.append(Chapter(role: role, node: Node.group([node]), isOrphan: true))
      }
    }
    return chapters
  }
}

/// What one unit under no chapter is about.
enum Units {
  static func role(_ script: Manuscript, _ node: Node) -> Role {
    let heading = node.heading
    if stageWords.occurs(script.plain, in: heading) { return .phases }
    if DutyText.department(script, heading.lowerBound..<node.rest.upperBound) != nil, node.marker != nil {
      return .duties
    }
    if opensWithLimit(script, heading) { return .goals }
    if opensWithRange(script, heading) { return .phases }
    if heading.count < 60, Dates.all(script, in: heading).contains(where: { !isLimit(script, $0) }) { return .phases }
    let named = Role.of(script.plain, heading)
    if heading.count < 14, !named.intersection([.goals, .scope]).isEmpty { return named }
    if named == .duties, heading.count <= 8, !node.texts.isEmpty { return .duties }
    // （二）工作重点: a heading of the genre, whatever follows.
    if named.contains(.tasks), Role.isHeading(script.plain, heading), !node.texts.isEmpty { return .tasks }
    if named == .phases, Role.isHeading(script.plain, heading) || heading.count <= 6 { return .phases }
    if TaskText.noDeed.ending(script.plain, at: heading.upperBound, from: heading.lowerBound) != nil {
      return .requirements
    }
    if node.marker != nil, Leads.hasMark(script, node.span) || Leads.names(script, heading) { return .tasks }
    if States.ends(script, heading) { return .goals }
    if requirement.occurs(script.plain, in: heading) { return .requirements }
    if deeds.occurs(script.plain, in: heading) { return .tasks }
    if Departments.isBody(script, heading) { return .duties }
    // 聚焦金融机构收费: a heading known by its shape alone.
    if focus.matches(script.plain, heading.lowerBound) { return .tasks }
    return .requirements
  }

  /// （四）5—6月，开展…
  private static func opensWithRange(_ script: Manuscript, _ heading: Range<Int>) -> Bool {
    guard let mention = Dates.all(script, in: heading.prefixRange(30)).first else { return false }
    return mention.span.lowerBound == heading.lowerBound && mention.isRange && !isLimit(script, mention)
      && script.at(mention.span.upperBound) == ","
  }

  /// （三）到2026年，患者管理率达到95%以上: what is to be reached by then.
  private static func opensWithLimit(_ script: Manuscript, _ heading: Range<Int>) -> Bool {
    guard "到至".unicodeScalars.contains(script.at(heading.lowerBound)),
      let mention = Dates.all(script, in: heading.prefixRange(20)).first, mention.start == nil || !mention.isRange
    else { return false }
    return mention.span.lowerBound <= heading.lowerBound + 1 && heading.count >= 16
      && (!Percent.all(script, in: heading).isEmpty || States.ends(script, heading))
  }

  /// 5月底前, 5月底全部到位, 到2027年: when something is due, no time of work.
  private static func isLimit(_ script: Manuscript, _ mention: DateMention) -> Bool {
    if mention.start == nil, let end = mention.end, !end.hasMonth { return true }
    return !mention.isRange
      && (script.at(mention.span.upperBound) == "前" || dues.matches(script.plain, mention.span.upperBound))
  }

  private static let dues = Lexicon("之前 以前 前 全部 完成 报 上报")
  private static let focus = Lexicon("聚焦 紧盯 围绕 突出 针对 守住 把好 管好 严把 严控 严管 防范 遏制")
  static let stageWords = Lexicon("阶段")
  private static let requirement = Lexicon(
    "领导 认识 重视 思想 责任 氛围 舆论 宣传 纪律 督导 督查 考核 问责 信息报送 协作 配合 协调 沟通 保障 总结 报告 长效 标本 统筹 精心 执法")
  private static let deeds = Phrases.deed
}
