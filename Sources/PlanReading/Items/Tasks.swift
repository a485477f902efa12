internal import Kit

/// Tasks (重点任务) and departmental duties (职责分工).
extension PlanReader {
  func tasks() -> [ReadTask] {
    var tasks: [ReadTask] = []
    let owners = Set(bodyChapters().map(\.node.span.lowerBound))
    for chapter in chapters {
      if owners.contains(chapter.node.span.lowerBound) {
        tasks += unitDuty(chapter.node)
        continue
      }
      if chapter.role.contains(.duties), !chapter.role.contains(.tasks) || listsDuties(chapter.node) {
        tasks += duties(chapter.node)
      } else if chapter.role.contains(.tasks) {
        // 目标任务 in running text is about goals.
        if !chapter.role.contains(.goals) || !chapter.node.children.isEmpty { tasks += keyTasks(chapter) }
      } else if chapter.role == [], !chapter.isOrphan, isDeed(chapter.node.heading) {
        tasks += parted(chapter) ?? [task(chapter.node)]
      } else if chapter.role == [], !chapter.isOrphan, chapter.node.children.contains(where: { carriesBracket($0) }) {
        tasks += chapter.node.children.map { task($0) }
      } else if chapter.role == [], !chapter.isOrphan, isOrder(chapter.node) {
        tasks += [task(chapter.node)]
      } else if chapter.role == [], chapter.isOrphan, isDutyList(chapter.node.paragraphs) {
        tasks += duties(chapter.node)
      } else if chapter.role == [], chapter.isOrphan, let cut = cutTask(chapter.node) {
        tasks.append(cut)
      } else if chapter.role == [], chapter.isOrphan, chapters.count == 1 || isHeadless(chapter.node) {
        tasks += looseTasks(chapter.node)
      }
      if !chapter.role.contains(.tasks), !chapter.role.intersection([.scope, .requirements]).isEmpty {
        tasks += inlineDuties(chapter.node) + listedDuties(chapter.node)
      }
    }
    if tasks.isEmpty { tasks = announcedTasks() }
    if tasks.isEmpty { tasks = toldTasks() }
    let all = shared(tasks, by: head.filter { Shares.isLabel(script, $0) }) + tableTasks()
    return Array(all.filter { !$0.text.isEmpty }.prefix(200))
  }

  /// 一、治理屠宰。由甲局承办。（一）由乙局负责，…: items that name their own bodies are tasks beside their chapter.
  private func parted(_ chapter: Chapter) -> [ReadTask]? {
    var own = chapter.node
    let named = own.children.filter { Leads.hasMark(script, $0.span) || opensBy($0) }
    guard !named.isEmpty, named.count == own.children.count else { return nil }
    own.children = []
    let items = named.flatMap { opensBy($0) ? duties(Node.group([$0])) : [task($0)] }
    own.span = own.span.lowerBound..<(own.ownText.last?.upperBound ?? own.heading.upperBound)
    return (own.ownText.isEmpty ? [] : [task(own)]) + items
  }

  private func opensBy(_ node: Node) -> Bool {
    script.at(node.heading.lowerBound) == "由" && !Leads.read(script, node.heading).lead.isEmpty
  }

  /// A fragment that begins in the middle of a list: 三是…，四是….
  private func isHeadless(_ node: Node) -> Bool {
    node.paragraphs.contains { TaskText.ordinals.matches(script.plain, $0.lowerBound) }
      && !node.paragraphs.contains { Lines.isTitle(script.plain[$0]) }
  }

  /// Of 任务及分工: whether the units open with departments.
  private func listsDuties(_ node: Node) -> Bool {
    let units = node.children.map { $0.heading.lowerBound..<$0.rest.upperBound } + node.ownText
    let opened = units.count {
      Departments.isBody(script, $0.prefixRange(22)) || DutyText.department(script, $0) != nil
    }
    return opened >= max(1, units.count / 2)
  }

  private func isDeed(_ heading: Range<Int>) -> Bool {
    Phrases.deed.occurs(script.plain, in: heading)
      && TaskText.noDeed.ending(script.plain, at: heading.upperBound, from: heading.lowerBound) == nil
  }

  /// 三、关于药店坐堂行医。由市场监管局负责: minutes name the matter, and who does it.
  private func isOrder(_ node: Node) -> Bool {
    TaskText.matters.matches(script.plain, node.heading.lowerBound) && !Leads.read(script, node.span).lead.isEmpty
  }

  /// A report without chapters: 此次行动的重点是打击…；严肃查处…. Each part between ; is a task.
  private func toldTasks() -> [ReadTask] {
    for words in [Told.points, Told.deeds] {
      for line in lines where !isElsewhere(line) {
        for told in words.all(script.plain, in: line.body).prefix(3) {
          let tasks = tasks(told, in: line.body)
          if !tasks.isEmpty { return tasks }
        }
      }
    }
    return []
  }

  /// Steps and requirements repeat what is fought; they name no task of their own.
  private func isElsewhere(_ line: Line) -> Bool {
    chapters.contains {
      !$0.role.intersection([.phases, .requirements, .goals]).isEmpty && $0.node.span.contains(line.span.lowerBound)
    }
  }

  private func tasks(_ told: Range<Int>, in line: Range<Int>) -> [ReadTask] {
    if Units.stageWords.matches(script.plain, told.upperBound) || script.at(told.upperBound) == "的" { return [] }
    let isPoint = script.at(told.upperBound - 1) == "是"
    if !isPoint, told.lowerBound > line.lowerBound, !script.at(told.lowerBound - 1).isComma { return [] }
    let end = (told.upperBound..<line.upperBound).first { "。!?".unicodeScalars.contains(script.at($0)) }
    let start = isPoint ? told.upperBound : told.lowerBound
    let parts = Sentences.all(script, in: start..<(end ?? line.upperBound)).filter { $0.count >= 6 }
    guard parts.contains(where: { Phrases.deed.matches(script.plain, $0.lowerBound) || !isPoint }) else { return [] }
    return parts.map { part in
      ReadTask(
        text: script.text(TaskText.clean(script, part)), violations: Violations.read(script, [part]),
        source: [script.source(part)])
    }
  }

  /// The level at which the plan gives its tasks: items where they carry their own departments, else sections.
  private func keyTasks(_ chapter: Chapter) -> [ReadTask] {
    let node = chapter.node
    let units = node.children.filter { !isPhaseUnit($0, in: chapter) && !isAim($0, in: chapter) }
    if units.isEmpty { return paragraphTasks(node) }
    let tasks = units.flatMap { unit -> [ReadTask] in
      let items = unit.children
      let carrying = items.filter { Leads.hasMark(script, $0.span) || Leads.closes(script, $0.span) }.count
      if isLabel(unit) { return items.map { task($0) } }
      let isOne = carrying == 1 && items.count <= 2 && !unit.ownText.contains { Leads.hasMark(script, $0) }
      return carrying >= 2 || isOne ? items.map { task($0) } : [task(unit)]
    }
    return asChecked(asListed(shared(tasks, units, of: node), units, of: node), units, of: node)
  }

  /// （二）重点内容 over items that each have a heading and a text: the items are the tasks.
  private func isLabel(_ unit: Node) -> Bool {
    unit.heading.count <= 8 && unit.ownText.isEmpty && unit.children.count >= 2 && Points.occurs(script, unit.heading)
      && unit.children.count(where: { !$0.rest.isEmpty && $0.heading.count <= 24 }) * 2 > unit.children.count
  }

  private func asListed(_ tasks: [ReadTask], _ units: [Node], of node: Node) -> [ReadTask] {
    if node.ownText.contains(where: { Announced.label(script, $0)?.upperBound == $0.upperBound }) {
      return asPoints(tasks, units, isSure: true)
    }
    return Points.occurs(script, node.heading) ? asPoints(tasks, units) : tasks
  }

  /// 整治重点：（一）酒后驾驶；（二）…: where most bare items name offences, the others do too; and all, where a sentence
  /// before them announces offences.
  private func asPoints(_ tasks: [ReadTask], _ units: [Node], isSure: Bool = false) -> [ReadTask] {
    guard tasks.count == units.count, tasks.count >= 2,
      units.allSatisfy({ $0.children.isEmpty && $0.ownText.allSatisfy { Shares.isLabel(script, $0) } }),
      isSure || tasks.count(where: { !$0.violations.isEmpty }) * 2 >= tasks.count
    else { return tasks }
    return zip(tasks, units).map { task, unit in
      var task = task
      if task.violations.isEmpty, !Phrases.deed.matches(script.plain, unit.heading.lowerBound),
        !Violations.asks(script, unit.heading)
      {
        task.violations = [script.text(unit.heading)]
      }
      return task
    }
  }

  /// 检查内容：（三）消防。设在地下，安全出口不足，使用易燃材料: where a clause is an offence, the others beside it are too.
  private func asChecked(_ tasks: [ReadTask], _ units: [Node], of node: Node) -> [ReadTask] {
    guard Points.occurs(script, node.heading), tasks.count == units.count else { return tasks }
    return zip(tasks, units).map { task, unit in
      let told = unit.rest.isEmpty ? unit.heading : unit.rest
      guard !task.violations.isEmpty, unit.children.isEmpty, unit.paragraphs.isEmpty,
        Sentences.all(script, in: told).count == 1, !Violations.commands(script, told)
      else { return task }
      var task = task
      task.violations = Violations.read(script, [told], listing: .sure)
      return task
    }
  }

  private func isPhaseUnit(_ unit: Node, in chapter: Chapter) -> Bool {
    chapter.role.contains(.phases) && Units.role(script, unit) == .phases
  }

  func task(_ node: Node) -> ReadTask {
    var lead = Leads()
    for span in leadSpans(node) { lead.take(script, sentences: span) }
    if lead.lead.isEmpty, lead.cooperating.isEmpty {
      lead.takeDuties(script, node.texts)
      lead.takeOrders(script, node.texts)
    }
    if lead.cooperating.isEmpty { lead.takeJoint(script, [node.heading] + node.texts) }
    let text = TaskText.clean(script, headline(node))
    var task = ReadTask(no: node.numberText(script), text: script.text(text), source: [script.source(node.span)])
    task.lead = lead.lead
    task.cooperating = lead.cooperating
    task.violations = Violations.read(script, node)
    return task
  }

  /// Where a task names its departments: its own words, and a label below its last item. What one of several items names
  /// is that item's.
  private func leadSpans(_ node: Node) -> [Range<Int>] {
    if node.children.count < 2 { return [node.span] }
    var last = node
    var spans = [node.heading.lowerBound..<node.rest.upperBound] + node.paragraphs
    while let child = last.children.last {
      last = child
      spans += child.paragraphs.filter {
        Phrases.label.matches(script.plain, $0.lowerBound) || script.at($0.lowerBound) == "("
      }
    }
    if let bracket = Leads.closingBracket(script, last.rest) { spans.append(bracket) }
    return spans
  }

  /// The heading, with the sentence after it where the heading is only a label such as 重点查处：.
  private func headline(_ node: Node) -> Range<Int> {
    // 1.车况。 and （一）拆。: a heading of its own, however short.
    if !node.heading.isEmpty, script.at(node.heading.upperBound) == "。" { return node.heading }
    guard node.heading.count < 6, !node.rest.isEmpty, let first = Sentences.all(script, in: node.rest).first else {
      return node.heading.isEmpty ? node.ownText.first ?? node.heading : node.heading
    }
    return node.heading.lowerBound..<first.upperBound
  }

  /// Paragraphs without numbers: each is a task by its first sentence; a single one takes the chapter's heading.
  private func paragraphTasks(_ node: Node) -> [ReadTask] {
    let paragraphs = node.ownText.filter { $0.count >= 6 || script.at($0.lowerBound - 2) == ";" }
    if isDutyList(paragraphs) { return duties(node) }
    // 一、计量作弊检查⏎检查内容：…⏎完成时限：…⏎目标：…: one task told by labels.
    if paragraphs.count >= 2, !node.heading.isEmpty, paragraphs.allSatisfy({ isLabelled($0) }) { return [task(node)] }
    let inline = inlineDuties(node, atLeast: 2)
    if paragraphs.count == 1, !inline.isEmpty { return inline }
    if paragraphs.count == 1, let items = shortItems(paragraphs[0], of: node) { return items }
    if paragraphs.count == 1, let told = looks(paragraphs[0]) ?? ordinalTasks(paragraphs[0]) { return told }
    if paragraphs.count == 1, ScopeWords.says(script, paragraphs[0]) || ScopeWords.lists(script, node) { return [] }
    if paragraphs.count == 1 { return node.heading.isEmpty ? [] : [task(node)] }
    return merged(paragraphs).map { span in
      let first = Sentences.all(script, in: span).first ?? span
      let lead = Leads.read(script, span)
      let rest = first.upperBound..<span.upperBound
      let acts =
        Violations.fightsBehind(script, first) && rest.count > 1
        ? Violations.read(script, [rest], listing: .sure) : violations(span, first)
      return ReadTask(
        text: script.text(TaskText.clean(script, first)), violations: acts, lead: lead.lead,
        cooperating: lead.cooperating, source: [script.source(span)])
    }
  }

  /// The first sentence sums up what follows, as a heading does.
  private func violations(_ span: Range<Int>, _ first: Range<Int>) -> [String] {
    let body = Violations.read(script, [first.upperBound..<span.upperBound])
    return body.isEmpty ? Violations.read(script, [first]) : body
  }

  func isDutyList(_ paragraphs: [Range<Int>]) -> Bool {
    paragraphs.count { DutyText.department(script, $0) != nil } >= max(2, paragraphs.count / 2)
  }

  /// 责任单位： in a paragraph of its own belongs to the task before it.
  private func merged(_ paragraphs: [Range<Int>]) -> [Range<Int>] {
    paragraphs.reduce(into: []) { result, span in
      // 着力纠治：⏎未经许可…；⏎扣押…。: the lines between ; are what the label fights.
      let isListed = result.last.map {
        Violations.fightsBehind(script, Sentences.all(script, in: $0).first ?? $0)
          && (script.at($0.upperBound - 1) == ":" || script.at($0.upperBound - 1) == ";")
      }
      if let last = result.last, isListed == true || Phrases.label.matches(script.plain, span.lowerBound) {
        result[result.count - 1] = last.lowerBound..<span.upperBound
      } else {
        result.append(span)
      }
    }
  }

  /// A fragment of bare paragraphs: those that begin with a deed against something unlawful, or list departments' duties.
  private func looseTasks(_ node: Node) -> [ReadTask] {
    node.paragraphs.flatMap { span -> [ReadTask] in
      let first = Sentences.all(script, in: span).first ?? span
      if let told = ordinalTasks(span) { return told }
      let duties = DutyText.split(script, first.upperBound..<span.upperBound)
      if duties.count >= 2 { return inlineDuties(first.upperBound..<span.upperBound) }
      return loose(span, first).map { [$0] } ?? []
    }
  }

  private func loose(_ span: Range<Int>, _ first: Range<Int>) -> ReadTask? {
    let lead = Leads.read(script, span)
    guard span.count >= 12, !Lines.isTitle(script.plain[span]), !Stages.isStage(script, span),
      Stages.told(script, [span]).isEmpty,
      TaskText.opener.matches(script.plain, first.lowerBound) || !lead.lead.isEmpty
        || TaskText.ordinals.matches(script.plain, first.lowerBound)
    else { return nil }
    return ReadTask(
      text: script.text(TaskText.clean(script, first)), violations: violations(span, first), lead: lead.lead,
      cooperating: lead.cooperating, source: [script.source(span)])
  }
}

enum TaskText {
  /// Without the bracket that names the departments, without a closing comma.
  static func clean(_ script: Manuscript, _ span: Range<Int>) -> Range<Int> {
    var end = span.upperBound
    if let open = (max(span.lowerBound, span.upperBound - 120)..<span.upperBound).first(where: { script.at($0) == "(" }
    ),
      open > span.lowerBound + 3, Leads.hasMark(script, open..<span.upperBound)
    {
      end = open
    }
    return Sentences.dropEnd(
      script, tails, from: Sentences.drop(script, heads, from: span.lowerBound..<end).prefixRange(160))
  }

  static let opener = Lexicon(
    "严厉 严肃 坚决 重点 依法 全面 加强 强化 开展 查处 打击 整治 推进 规范 治理 深入 严格 排查 清理 取缔 严查 加大 建立 完善 落实 集中")
  static let labels = Lexicon(
    """
    检查内容 整治内容 工作内容 主要内容 内容 具体内容 完成时限 时限 完成时间 整改时限 目标 工作目标 整治目标 措施 工作措施 整治措施 具体措施 要求 工作要求 标准 责任单位
    责任部门 责任科室 责任股室 责任人 责任领导 牵头单位 牵头部门 配合单位 配合部门 范围 检查范围 检查对象 对象 检查方式 方式 频次 检查频次 时间 工作标准 整改要求
    """)
  static let matters = Lexicon("关于")
  static let ordinals = Lexicon(
    "一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 一要 二要 三要 四要 五要 六要 七要 一看 二看 三看 四看 五看 六看 七看 一查 二查 三查 四查 五查 六查 七查 一抓 二抓 三抓 四抓 五抓")
  static let looks = Lexicon("一看 二看 三看 四看 五看 六看 七看 一查 二查 三查 四查 五查 六查 七查")
  static let noDeed = Lexicon("方式 方法 时间 依据 原则 背景 意义 附则 说明 形式 程序 标准 情况 检查组 名单 比例 报送 工作制度 工作机制 分组 节奏 分工 安排表 任务表 清单表 一览表")
  private static let heads = Lexicon(
    ": , —— 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 一要 二要 三要 四要 五要 六要 七要 一看 二看 三看 四看 五看 六看 七看 一查 二查 三查 四查 五查 六查 七查 一抓 二抓 三抓 四抓 五抓"
  )
  private static let tails = Lexicon("。")
}

/// Who leads all tasks of a chapter: a label above the first or below the last of them.
enum Shares {
  /// 责任单位：…; （牵头单位：…）; 以上内容由甲局负责，乙局协同.
  static func isLabel(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    if Phrases.label.matches(script.plain, span.lowerBound) || titles.matches(script.plain, span.lowerBound) {
      return true
    }
    if script.at(span.lowerBound) == "(", span.count < 160 {
      return Leads.hasMark(script, span) && closes(script, span)
    }
    return wholes.matches(script.plain, span.lowerBound) && span.count < 160
  }

  private static func closes(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    script.at(span.upperBound - 1) == ")" || script.at(span.upperBound - 2) == ")"
  }

  private static let titles = Lexicon("责任分工: 任务分工: 分工: 责任领导: 牵头科室: 配合科室: 责任股室: 牵头股室: 责任: 牵头: 协办科室: 主办科室: 责任主体: 负责单位:")
  private static let wholes = Lexicon("以上内容 以上工作 以上任务 以上各项 以上事项 以上问题 以上 上述任务 上述工作 上述内容 上述 各项任务 本项工作")
}

extension PlanReader {
  /// Tasks that name nobody take the bodies that a label above all of them names, or one below the last where no other
  /// task has a label of its own.
  func shared(_ tasks: [ReadTask], _ units: [Node], of node: Node) -> [ReadTask] {
    let above = node.ownText.filter { Shares.isLabel(script, $0) }
    let last = units.last.flatMap { $0.lastText }.map { [$0] } ?? []
    let isAlone = tasks.count >= 2 && tasks.dropLast().allSatisfy { $0.lead.isEmpty && $0.cooperating.isEmpty }
    let below = isAlone ? last.filter { Shares.isLabel(script, $0) } : []
    return shared(tasks, by: above.isEmpty ? below : above)
  }

  func shared(_ tasks: [ReadTask], by labels: [Range<Int>]) -> [ReadTask] {
    var leads = Leads()
    for label in labels { leads.take(script, sentences: label) }
    if leads.lead.isEmpty, leads.cooperating.isEmpty { return tasks }
    return tasks.map { task in
      guard task.lead.isEmpty, task.cooperating.isEmpty else { return task }
      var task = task
      task.lead = leads.lead
      task.cooperating = leads.cooperating
      task.source += labels.map { script.source($0) }
      return task
    }
  }

  /// The paragraphs before the first heading.
  var head: [Range<Int>] {
    chapters.first.flatMap { $0.isOrphan && $0.role == [] ? $0.node.paragraphs : nil } ?? []
  }
}

extension Node {
  /// The last paragraph below the last item.
  fileprivate var lastText: Range<Int>? { children.last?.lastText ?? paragraphs.last }
}

/// Chapters that list what is looked for.
enum Points {
  static func occurs(_ script: Manuscript, _ heading: Range<Int>) -> Bool { words.occurs(script.plain, in: heading) }

  private static let words = Lexicon(
    "整治重点 检查重点 打击重点 治理重点 整治内容 检查内容 打击内容 治理内容 重点内容 排查重点 查处重点 重点情形 重点行为 突出问题 检查要点 整治要点 整治问题 主要问题 重点任务 工作任务 主要任务 检查项目 重点整治 对象及内容 对象和内容 范围及内容 范围和内容"
  )
}

/// How a running text names what a campaign is about.
enum Told {
  static let points = Lexicon("重点是 重点任务是 主要任务是 主要内容是 内容是")
  static let deeds = Lexicon("重点打击 重点整治 着力整治 着力解决 重点查处 集中整治 重点治理 严厉打击 严肃查处")
}
