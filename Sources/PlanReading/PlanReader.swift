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
    let years = YearContext(self, title: plan.title)
    plan.year = years.plan
    plan.goals = goals()
    plan.scope = scope()
    plan.tasks = tasks()
    plan.phases = phases(years)
    if plan.year == nil { plan.year = YearContext.fromPhases(plan.phases) }
    plan.deadlines = deadlines(years, plan.phases)
    if plan.year == nil { plan.year = YearContext.fromDeadlines(self, plan) }
    plan.coverage = coverage()
    plan.organisation = organisation()
    plan.findings = findings(plan)
    return plan
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
        let own = role(script, child)
        chapters +=
          chapters.contains { !$0.isOrphan } ? gathered(script, orphans) : before(own, gathered(script, orphans))
        orphans = []
        chapters.append(Chapter(role: own, node: child, isOrphan: false))
      } else {
        orphans.append(child)
      }
    }
    return chapters + gathered(script, orphans)
  }

  /// A fragment's sections before its first chapter: before the steps or the requirements stand tasks, before the tasks
  /// stand goals. What the sections say of themselves goes first.
  private static func before(_ next: Role, _ orphans: [Chapter]) -> [Chapter] {
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
      if index < steps, chapter.role == .requirements { chapter.role = unnamed }
      return chapter
    }
  }

  private static func role(_ script: Manuscript, _ node: Node) -> Role {
    let heading = node.heading
    return Role.of(script.plain, heading.lowerBound..<min(heading.upperBound, heading.lowerBound + 30))
  }

  /// Runs of sections with the same use, judged by their own headings.
  private static func gathered(_ script: Manuscript, _ nodes: [Node]) -> [Chapter] {
    var chapters: [Chapter] = []
    for node in nodes {
      let role = Units.role(script, node)
      if let last = chapters.last, last.role == role {
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
    if !Dates.all(script, in: heading).isEmpty, heading.count < 60 { return .phases }
    let named = Role.of(script.plain, heading)
    if heading.count < 14, !named.intersection([.goals, .scope]).isEmpty { return named }
    if requirement.occurs(script.plain, in: heading) { return .requirements }
    if deeds.occurs(script.plain, in: heading) { return .tasks }
    if Departments.isBody(script, heading) { return .duties }
    return .requirements
  }

  static let stageWords = Lexicon("阶段")
  private static let requirement = Lexicon(
    "领导 认识 重视 思想 责任 氛围 舆论 宣传 纪律 督导 督查 考核 问责 信息报送 协作 配合 协调 沟通 保障 总结 报告 长效 标本 统筹 精心 执法")
  private static let deeds = Phrases.deed
}
