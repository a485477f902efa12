internal import Kit

/// Departmental duties: `卫生局：…`, `网信部门。…`, `由公安局负责…`, `工商局要…`.
extension PlanReader {
  /// A chapter that lists duties: its units, and its paragraphs that begin with a department.
  func duties(_ node: Node) -> [ReadTask] {
    var tasks: [ReadTask] = []
    for span in node.ownText { tasks += paragraphDuties(span) }
    for child in node.children { tasks += unitDuty(child) }
    return tasks
  }

  func unitDuty(_ node: Node) -> [ReadTask] {
    let line = node.heading.lowerBound..<node.rest.upperBound
    if !node.children.isEmpty, node.heading.count <= 8, Role.of(script.plain, node.heading) == .duties {
      return duties(node)
    }
    let isAlone = script.at(node.heading.upperBound) == "。" && node.heading.count <= 16 && !node.rest.isEmpty
    let named =
      Departments.isBody(script, node.heading) || isBodyList(node.heading)
      || isAlone && Departments.isNamed(script, node.heading) && !Phrases.deed.occurs(script.plain, in: node.heading)
    if DutyText.isShared(script, line) { return paragraphDuties(line) }
    if let department = named ? node.heading : DutyText.opener(script, line) {
      let others = node.paragraphs.filter { DutyText.split(script, $0).first?.department.lowerBound == $0.lowerBound }
      let end = others.first?.lowerBound ?? node.span.upperBound
      let own = duty(node.numberText(script), department, department.upperBound..<end, in: node.span.lowerBound..<end)
      return [own] + others.flatMap { paragraphDuties($0) }
    }
    if Leads.hasMark(script, node.span) { return [task(node)] }
    let inner = duties(node)
    return inner.isEmpty && !node.heading.isEmpty && node.children.isEmpty ? [task(node)] : inner
  }

  private func isBodyList(_ span: Range<Int>) -> Bool {
    span.count <= 40 && !Departments.list(script, in: span, strict: true).isEmpty && !span.isEmpty
      && Departments.leading(script, from: span.lowerBound, before: span.upperBound).end == span.upperBound
  }

  private func paragraphDuties(_ span: Range<Int>) -> [ReadTask] {
    let found = DutyText.split(script, span, isDutyList: true)
    return found.map { duty(nil, $0.department, $0.text, in: $0.department.lowerBound..<$0.text.upperBound) }
  }

  /// Duties within the running text of a chapter about something else count only where several stand side by side.
  func inlineDuties(_ node: Node, atLeast least: Int = 3) -> [ReadTask] {
    (node.ownText + node.children.flatMap(\.ownText)).flatMap { span -> [ReadTask] in
      let found = DutyText.split(script, span).filter { !isAppeal($0.department) }
      guard found.count >= least else { return [] }
      return found.map { duty(nil, $0.department, $0.text, in: $0.department.lowerBound..<$0.text.upperBound) }
    }
  }

  /// 四、组织实施（一）甲局负责…（二）乙所负责…: in a chapter about something else, items that each give a body its duty.
  func listedDuties(_ node: Node) -> [ReadTask] {
    let owned = node.children.filter { child in
      DutyText.department(script, child.heading).map { DutyText.charges.matches(script.plain, $0.upperBound) } ?? false
    }
    return owned.count >= 2 ? duties(Node.group(owned)) : []
  }

  /// 一、甲局：…二、乙局：…: chapters that are bodies list duties, whatever the names sound like.
  func bodyChapters() -> [Chapter] {
    let owners = chapters.filter {
      !$0.isOrphan && $0.node.marker?.number != nil && Departments.isBody(script, $0.node.heading)
    }
    return owners.count >= 3 ? owners : []
  }

  /// 卫生、公安、工商、广电等部门要认真履职: asked of many at once, it is nobody's own duty.
  private func isAppeal(_ bodies: Range<Int>) -> Bool {
    Departments.list(script, in: bodies, strict: true).count >= 4
  }

  func inlineDuties(_ span: Range<Int>) -> [ReadTask] {
    DutyText.split(script, span).map {
      duty(nil, $0.department, $0.text, in: $0.department.lowerBound..<$0.text.upperBound)
    }
  }

  private func duty(_ no: String?, _ department: Range<Int>, _ text: Range<Int>, in span: Range<Int>) -> ReadTask {
    let core = DutyText.own(script, Sentences.drop(script, DutyText.heads, from: text))
    let names = Departments.list(script, in: department, strict: true)
    var task = ReadTask(
      no: no, text: script.text(Sentences.dropEnd(script, DutyText.tails, from: core.prefixRange(240))),
      source: [script.source(span)])
    task.lead = names.isEmpty ? [script.text(department)] : names
    for other in DutyText.others(script, text) where !task.lead.contains(other) { task.lead.append(other) }
    // 甲局牵头，乙局、丙局按职责落实.
    let helpers = DutyText.chiefs.matches(script.plain, text.lowerBound) ? Leads.read(script, span).cooperating : []
    task.cooperating = (Leads.cooperating(script, text) + helpers).reduce(into: []) { names, name in
      if !task.lead.contains(name), !names.contains(name) { names.append(name) }
    }
    if script.at(department.lowerBound - 1) == ",", DutyText.isHelper(script, text) {
      (task.lead, task.cooperating) = ([], task.lead + task.cooperating)
    }
    task.violations = Violations.read(script, [text])
    return task
  }
}

enum DutyText {
  static let heads = Lexicon(
    ": 。 , 、 职责、任务 职责任务 职责和任务 职责与任务 主要职责 工作职责 职责分工 职责: 主要任务 工作任务 和单位 分别负责 分别 要 应 主要负责 负责 应当 的职责是 职责是 具体负责 职责")
  static let tails = Lexicon("。")
  static let chiefs = Lexicon("牵头 负总责")
  /// What makes a body's item its duty, where 要 would only ask it for care.
  static let charges = Lexicon("负责 具体负责 主要负责 牵头 承担")
  private static let cues = Lexicon(
    ": 。 要 应 负责 主要负责 应当 具体负责 牵头 按照 依法 加强 对 会同 配合 依职责 按职责 重点 做好 协助 指导 督促 组织 承担 须 药要 深挖 严厉 严肃 切实 主要 牵头负责 落实 及时 提供 保障 开展 查处"
  )

  /// Without 丙局、丁局配合， before what is to be done.
  static func own(_ script: Manuscript, _ text: Range<Int>) -> Range<Int> {
    let clauses = Sentences.clauses(script, in: text)
    guard clauses.count >= 2, clauses[0].count >= 4,
      helps.ending(script.plain, at: clauses[0].upperBound, from: clauses[0].lowerBound) != nil
    else { return text }
    return clauses[1].lowerBound..<text.upperBound
  }

  /// 由甲局负责，…。由乙局负责，…: who leads a part of it further on.
  static func others(_ script: Manuscript, _ text: Range<Int>) -> [String] {
    Sentences.all(script, in: text).dropFirst().filter { script.at($0.lowerBound) == "由" }.flatMap {
      Leads.read(script, $0).lead
    }
  }

  private static let helps = Lexicon("配合 协助 协办 参加 参与")
  /// The department that opens a sentence and is followed by a word of duty.
  static func department(_ script: Manuscript, _ span: Range<Int>) -> Range<Int>? {
    let start = Sentences.drop(script, openers, from: span).lowerBound
    let read = Departments.leading(script, from: start, before: min(span.upperBound, start + 40))
    guard !read.names.isEmpty, read.end < span.upperBound else { return nil }
    if cues.matches(script.plain, read.end) || isTitle(script, read.end) { return start..<read.end }
    guard let end = Departments.nextSuffix(script, after: read.end, before: span.upperBound), end < span.upperBound,
      cues.matches(script.plain, end), Departments.isBody(script, start..<end)
    else { return nil }
    return start..<end
  }

  /// In a list of duties any body that opens a paragraph has the duty, and any short name before a colon is a body.
  static func opener(_ script: Manuscript, _ span: Range<Int>) -> Range<Int>? {
    if let department = department(script, span) { return department }
    let head = span.prefixRange(24)
    if let colon = head.first(where: { script.at($0) == ":" }), (2...20).contains(colon - span.lowerBound),
      Departments.isNamed(script, span.lowerBound..<colon)
    {
      return span.lowerBound..<colon
    }
    let read = Departments.leading(script, from: span.lowerBound, before: min(span.upperBound, span.lowerBound + 40))
    return read.names.isEmpty || read.end >= span.upperBound ? nil : span.lowerBound..<read.end
  }

  /// 卫生部门职责、任务⏎1.…: a heading that names whose duties follow.
  private static func isTitle(_ script: Manuscript, _ position: Int) -> Bool {
    guard let length = titles.length(script.plain, position) else { return false }
    return script.at(position + length) == "\n" || script.at(position + length) == ":"
  }

  private static let titles = Lexicon("职责 主要职责 工作职责 职责任务 职责、任务 职责和任务 职责与任务 主要任务 工作任务 职责分工 任务")
  private static let intro = Lexicon("分工如下 职责如下 分工是 职责分工为 具体分工 职责分别是")
  private static let introEnds = Lexicon("如下 是 为 : ,")
  private static let openers = Lexicon("由 各级 其中 其中,")

  /// The duties of a paragraph: each runs to the next sentence that opens with another department.
  static func split(
    _ script: Manuscript, _ span: Range<Int>, isDutyList: Bool = false
  ) -> [(department: Range<Int>, text: Range<Int>)] {
    var found: [(department: Range<Int>, text: Range<Int>)] = []
    var isOthers = false
    for sentence in Sentences.all(script, in: span).flatMap({ parts(script, $0) }) {
      if let department = bareDepartment(script, sentence, span) {
        return [(department, min(sentence.upperBound + 1, span.upperBound)..<span.upperBound)]
      }
      let isOpener = isDutyList && (sentence.lowerBound == span.lowerBound || script.at(sentence.lowerBound - 1) == ",")
      if let department = isOpener ? opener(script, sentence) : department(script, sentence) {
        if sentence.lowerBound == span.lowerBound, script.at(department.upperBound) == ":" {
          return [(department, department.upperBound..<span.upperBound)]
        }
        found.append((department, department.upperBound..<sentence.upperBound))
        isOthers = false
      } else if isOthers || others.matches(script.plain, sentence.lowerBound) && asks(script, sentence) {
        // 有关执法部门要及时移送案件: others have this duty, and nobody is named.
        isOthers = true
      } else if let last = found.last {
        found[found.count - 1].text = last.text.lowerBound..<sentence.upperBound
      }
    }
    return found.filter { $0.text.count >= (isDutyList ? 2 : 4) }
  }

  private static let others = Lexicon("有关 各有关 各相关 其他 其它 各地 各级")
  private static let duties = Lexicon("部门要 单位要 部门应 单位应 机关要 机关应 地要")

  private static func asks(_ script: Manuscript, _ sentence: Range<Int>) -> Bool {
    duties.occurs(script.plain, in: sentence.prefixRange(24))
  }

  /// 有关部门要移送案件，县公安局要深挖犯罪: a sentence in which another body's duty follows after a comma.
  static func parts(_ script: Manuscript, _ sentence: Range<Int>) -> [Range<Int>] {
    // 具体分工是：县农业局负责…: what stands before the colon is an introduction.
    if let intro = intro.first(script.plain, in: sentence) {
      let rest = Sentences.drop(script, introEnds, from: intro.upperBound..<sentence.upperBound)
      return rest.isEmpty ? [] : parts(script, rest)
    }
    let clauses = Sentences.clauses(script, in: sentence)
    let owners = clauses.filter { isOwner(script, $0) }
    // 甲局牵头…，乙局负责…，丙局及时…: three or more clauses, each with a body of its own.
    let isRun = owners.count >= 3 && owners.first == clauses.first || isTerse(script, clauses)
    let starts = clauses.dropFirst().filter { clause in
      isRun && (owners.contains(clause) || isTerse(script, clauses))
        || department(script, clause).map { opens(script, $0, sentence) } ?? false
    }.map(\.lowerBound)
    let cuts = [sentence.lowerBound] + starts + [sentence.upperBound]
    return zip(cuts, cuts.dropFirst()).map { $0..<$1 }
  }

  /// Another body's duty inside a sentence: behind it 要, or 负责 where the sentence opens so too.
  private static func opens(_ script: Manuscript, _ body: Range<Int>, _ sentence: Range<Int>) -> Bool {
    if script.at(body.upperBound) == "要" { return body.count <= 20 }
    guard shares.matches(script.plain, body.upperBound), let first = department(script, sentence) else { return false }
    return body.count <= 20 && shares.matches(script.plain, first.upperBound)
  }

  private static let shares = Lexicon("负责 具体负责 主要负责")

  /// A clause that gives one body its duty, and does not only say that it helps with this one: 乙局配合.
  private static func isOwner(_ script: Manuscript, _ clause: Range<Int>) -> Bool {
    guard let body = department(script, clause), body.lowerBound == clause.lowerBound, body.count <= 24,
      clause.upperBound - body.upperBound >= 5
    else { return false }
    return runs.matches(script.plain, body.upperBound)
  }

  /// 公安部门负责查扣改装车辆: what the body is charged with.
  static func charge(_ script: Manuscript, _ clause: Range<Int>) -> Range<Int> {
    guard let body = department(script, clause), let length = shares.length(script.plain, body.upperBound) else {
      return clause
    }
    return body.upperBound + length..<clause.upperBound
  }

  /// 教育局总抓，金融办管机构，公安局打犯罪: each clause a body and a word or two.
  private static func isTerse(_ script: Manuscript, _ clauses: [Range<Int>]) -> Bool {
    let terse = clauses.filter { clause in
      let read = Departments.leading(script, from: clause.lowerBound, before: clause.upperBound)
      return read.names.count == 1 && (2...10).contains(clause.upperBound - read.end)
    }
    return terse.count >= max(3, clauses.count - 1) && terse.first == clauses.first
  }

  private static let runs = Lexicon("负责 牵头 具体负责 主要负责 配合 协助 做好 承担 落实 组织 指导 督促 加强 及时 依法 提供 查处 保障 开展")

  /// 城管局负责清障，水务局配合做好排水: beside others of one sentence it only helps.
  static func isHelper(_ script: Manuscript, _ text: Range<Int>) -> Bool {
    guard let length = assists.length(script.plain, text.lowerBound) else { return false }
    return Departments.leading(script, from: text.lowerBound + length, before: text.upperBound).names.isEmpty
  }

  private static let assists = Lexicon("配合做好 协助做好 配合开展 协助开展 配合 协助")

  /// 安监处负责生产环节，市场处负责流通环节，…: one sentence gives several bodies their duties.
  static func isShared(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    Sentences.all(script, in: span).first.map { sentence in
      parts(script, sentence).count(where: { department(script, $0) != nil }) >= 2
    } ?? false
  }

  /// 网信部门。对…: the department is a sentence of its own.
  private static func bareDepartment(_ script: Manuscript, _ sentence: Range<Int>, _ span: Range<Int>) -> Range<Int>? {
    guard sentence.count <= 30, sentence.upperBound < span.upperBound, sentence.lowerBound == span.lowerBound else {
      return nil
    }
    let name = sentence.prefix { script.plain[$0] != "(" }
    let core = sentence.lowerBound..<sentence.lowerBound + name.count
    return Departments.isBody(script, core) ? core : nil
  }
}
