internal import Kit

/// Who leads and who cooperates (牵头、配合): `（A牵头负责，B配合）`, `责任单位：A、B`, `由A负责，B配合`.
struct Leads: Sendable {
  var lead: [String] = []
  var cooperating: [String] = []
  /// A body that 牵头 was named: those labelled 责任单位 after it cooperate.
  private var sawChief = false

  private static let marks = Lexicon("牵头 承办 协办 责任单位 责任部门 责任科室 责任股室 责任处室 按职责 配合单位 牵头单位 主办单位 负责)")
  private static let leadLabels = Lexicon(
    "责任单位: 责任部门: 责任科室: 责任股室: 责任处室: 牵头单位: 牵头部门: 承办单位: 主办单位: 责任领导及单位: 责任主体: 牵头科室: 牵头股室: 承办: 主办: 牵头: 负责单位: 负责部门: 实施单位: 承办科室: 承办部门: 主办科室: 责任站所:"
  )
  private static let helpLabels = Lexicon(
    "配合单位: 配合部门: 协办单位: 配合科室: 参加单位: 协助单位: 参与单位: 协办: 配合: 配合股室: 协办科室: 协办部门: 协助部门: 参与部门: 参加部门: 联合单位: 协同单位: 协作单位:")
  private static let leadWords = Lexicon("牵头负责 牵头 按职责负责 负责 承办 主办 负总责")
  static let helpWords = Lexicon("配合 协助 协办 参与 参加 协同")

  private static let shares = Lexicon("按职责分工负责 按职责负责 按职责分工落实 按照职责分工负责 分工负责 按职责落实 分工落实")
  private static let plainChiefs = Lexicon("负责 牵头 牵头负责 主办 承办")
  private static let deeds = Lexicon("依法查处 依法处理 依法处置 依法取缔 依法查办 组织实施")
  private static let bears = Lexicon("承担 承担实施 组织实施")
  private static let manner = Lexicon("共同 按职责 按职责分工 具体 分别 联合 总")
  private static let chief = Lexicon("牵头 主办 承办")

  static func hasMark(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    marks.occurs(script.plain, in: span.upperBound > span.lowerBound + 4000 ? span.prefixRange(4000) : span)
  }

  /// 电梯专项整治，由质监部门负责，有关部门配合: a heading that says who leads.
  static func names(_ script: Manuscript, _ heading: Range<Int>) -> Bool {
    Sentences.clauses(script, in: heading).dropFirst().contains { clause in
      script.at(clause.lowerBound) == "由"
        && plainChiefs.ending(script.plain, at: clause.upperBound, from: clause.lowerBound) != nil
    }
  }

  static func read(_ script: Manuscript, _ span: Range<Int>) -> Leads {
    var result = Leads()
    result.take(script, sentences: span)
    return result
  }

  mutating func take(_ script: Manuscript, sentences span: Range<Int>) {
    for bracket in Leads.brackets(script, span)
    where Leads.leadWords.occurs(script.plain, in: bracket) || Leads.labels(script, bracket) {
      take(script, bracket)
    }
    for sentence in Sentences.all(script, in: span) {
      for label in Leads.leadLabels.all(script.plain, in: sentence) + Leads.helpLabels.all(script.plain, in: sentence) {
        guard
          label.lowerBound == sentence.lowerBound || script.at(label.lowerBound - 1).isComma
            || script.at(label.lowerBound - 1) == ")" || script.at(label.lowerBound - 1) == "["
        else { continue }
        take(script, label.lowerBound..<Leads.closing(script, label.upperBound..<sentence.upperBound))
        break
      }
      takeBy(script, sentence)
    }
  }

  /// The closing bracket of the one that the label stands in, else the end.
  private static func closing(_ script: Manuscript, _ span: Range<Int>) -> Int {
    var depth = 0
    for position in span {
      if script.at(position) == "(" || script.at(position) == "[" { depth += 1 }
      if script.at(position) == ")" || script.at(position) == "]" { depth -= 1 }
      if depth < 0 { return position }
    }
    return span.upperBound
  }

  /// （甲局牵头，乙局配合） at the very end of a text.
  static func closingBracket(_ script: Manuscript, _ span: Range<Int>) -> Range<Int>? {
    guard let last = brackets(script, span).last, last.upperBound + 1 >= span.upperBound - 1,
      chief.occurs(script.plain, in: last)
    else { return nil }
    return max(span.lowerBound, last.lowerBound - 1)..<span.upperBound
  }

  private static func labels(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    leadLabels.occurs(script.plain, in: span) || helpLabels.occurs(script.plain, in: span)
  }

  /// The outermost brackets: 各村(社区) stands inside of one.
  private static func brackets(_ script: Manuscript, _ span: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    var depth = 0
    for position in span {
      let scalar = script.plain[position]
      if let start = open, position - start > 160 || scalar == "\n" { (open, depth) = (nil, 0) }
      if scalar == "(" || scalar == "[" {
        if depth == 0 { open = position + 1 }
        depth += 1
      }
      guard scalar == ")" || scalar == "]", let start = open else { continue }
      depth -= 1
      guard depth == 0 else { continue }
      if position > start { found.append(start..<position) }
      open = nil
    }
    return found
  }

  /// Clause by clause: what stands before 牵头 leads, what stands before 配合 cooperates; a label rules what follows it.
  /// Beside a body that 牵头, those that only 负责 cooperate.
  private mutating func take(_ script: Manuscript, _ span: Range<Int>) {
    if takeMarked(script, span) { return }
    let hasChief = sawChief || Leads.chief.occurs(script.plain, in: span)
    sawChief = hasChief
    var part = Part.lead
    var isLabelled = false
    var pending: [String] = []
    for clause in Sentences.clauses(script, in: span) {
      if let inner = inner(script, clause) {
        add(pending + Departments.list(script, in: clause.lowerBound..<inner.start), part)
        (pending, part, isLabelled) = ([], inner.part, true)
        continue
      }
      if let label = label(script, clause, before: span.upperBound, hasChief) {
        add(pending, part)
        pending = []
        part = label
        isLabelled = true
        continue
      }
      guard let word = word(script, clause, hasChief) else {
        if part != .other { pending += Departments.list(script, in: clause) }
        continue
      }
      if isLabelled {
        add(pending, part)
        pending = []
      }
      add(pending + Departments.list(script, in: clause.lowerBound..<word.span.lowerBound), word.part)
      pending = []
      if word.part == .help, word.span.lowerBound == clause.lowerBound {
        add(Departments.list(script, in: word.span.upperBound..<clause.upperBound), .help)
      }
    }
    add(pending, part)
  }

  private enum Part { case lead, help, other }

  /// A clause that is nothing but a label: 责任单位：. Other labels, such as 完成时限：, rule what names nobody.
  private func label(_ script: Manuscript, _ clause: Range<Int>, before end: Int, _ hasChief: Bool) -> Part? {
    guard clause.upperBound < end, script.at(clause.upperBound) == ":", clause.count <= 12 else { return nil }
    let withColon = clause.lowerBound..<clause.upperBound + 1
    if Leads.helpLabels.length(script.plain, clause.lowerBound, before: withColon.upperBound) != nil { return .help }
    guard Leads.leadLabels.length(script.plain, clause.lowerBound, before: withColon.upperBound) != nil else {
      return .other
    }
    return hasChief && !Leads.chief.occurs(script.plain, in: clause) ? .help : .lead
  }

  /// 计量科配合科室：…: a label behind the names of the one before, where the blank between them was lost.
  private func inner(_ script: Manuscript, _ clause: Range<Int>) -> (start: Int, part: Part)? {
    guard script.at(clause.upperBound) == ":" else { return nil }
    for (labels, part) in [(Leads.helpLabels, Part.help), (Leads.leadLabels, Part.lead)] {
      guard let label = labels.ending(script.plain, at: clause.upperBound + 1, from: clause.lowerBound),
        label.lowerBound > clause.lowerBound + 1
      else { continue }
      return (label.lowerBound, part)
    }
    return nil
  }

  private func word(_ script: Manuscript, _ clause: Range<Int>, _ hasChief: Bool) -> (span: Range<Int>, part: Part)? {
    if let word = Leads.leadWords.first(script.plain, in: clause) {
      let isShare = hasChief && !Leads.chief.occurs(script.plain, in: clause)
      return (word, isShare ? .help : .lead)
    }
    return Leads.helpWords.first(script.plain, in: clause).map { ($0, .help) }
  }

  private mutating func add(_ names: [String], _ part: Part) {
    if part != .other { add(names, isLead: part == .lead) }
  }

  /// 由A牵头负责，B、C配合 within a sentence, or A牵头，B配合 at its beginning.
  private mutating func takeBy(_ script: Manuscript, _ sentence: Range<Int>) {
    let opening = sentence.lowerBound + (Marker.read(script.plain, sentence.lowerBound)?.length ?? 0)
    let by = opensWithChief(script, opening, sentence) ? nil : sentence.first { script.plain[$0] == "由" }
    let read = Departments.leading(script, from: by.map { $0 + 1 } ?? opening, before: sentence.upperBound)
    let verb = Sentences.drop(script, Leads.manner, from: read.end..<sentence.upperBound).lowerBound
    guard !read.names.isEmpty, let word = leading(script, verb, in: sentence, by: by != nil) else {
      return takeInside(script, sentence)
    }
    let helpers = helpers(script, behind: word, in: sentence)
    // 由公安机关依法查处 alone says where a matter goes; beside somebody who helps it says who does the work.
    if Leads.deeds.isWord(script.plain, word), helpers.isEmpty { return }
    add(read.names, isLead: true)
    add(helpers, isLead: false)
  }

  /// 甲局牵头、乙局参与，…，由丙局立案: who opens the sentence leads.
  private func opensWithChief(_ script: Manuscript, _ opening: Int, _ sentence: Range<Int>) -> Bool {
    let read = Departments.leading(script, from: opening, before: sentence.upperBound)
    return !read.names.isEmpty && Leads.chief.matches(script.plain, read.end)
  }

  /// 对…的行为，甲局牵头，乙局配合: a clause further on that is nothing but who leads.
  private mutating func takeInside(_ script: Manuscript, _ sentence: Range<Int>) {
    for clause in Sentences.clauses(script, in: sentence).dropFirst() {
      let read = Departments.leading(script, from: clause.lowerBound, before: clause.upperBound)
      let verb = Sentences.drop(script, Leads.manner, from: read.end..<clause.upperBound).lowerBound
      guard !read.names.isEmpty,
        let length = Leads.leadWords.length(script.plain, verb, before: clause.upperBound)
      else { continue }
      let helpers = helpers(script, behind: verb..<verb + length, in: sentence)
      guard script.at(verb) == "牵" && verb + length == clause.upperBound || !helpers.isEmpty else { continue }
      add(read.names, isLead: true)
      return add(helpers, isLead: false)
    }
  }

  /// The word that makes the bodies before it lead: after 由 any, at a sentence's beginning 牵头, and 承担 before a comma.
  private func leading(_ script: Manuscript, _ verb: Int, in sentence: Range<Int>, by isNamed: Bool) -> Range<Int>? {
    let words = isNamed ? [Leads.leadWords, Leads.deeds] : [Leads.leadWords]
    if isNamed || script.at(verb) == "牵",
      let length = words.compactMap({ $0.length(script.plain, verb, before: sentence.upperBound) }).first
    {
      return verb..<verb + length
    }
    // 文化执法队负责，公安派出所协助: beside a body that helps, 负责 at a sentence's beginning leads.
    if let length = Leads.plainChiefs.length(script.plain, verb, before: sentence.upperBound),
      !helpers(script, behind: verb..<verb + length, in: sentence).isEmpty
    {
      return verb..<verb + length
    }
    guard let length = Leads.bears.length(script.plain, verb, before: sentence.upperBound),
      script.at(verb + length) == ","
    else { return nil }
    return verb..<verb + length
  }

  /// Who helps: before 配合, and beside a body that 牵头 those that 按职责分工负责.
  private func helpers(_ script: Manuscript, behind word: Range<Int>, in sentence: Range<Int>) -> [String] {
    let after = word.upperBound
    guard script.at(after) == "," || script.at(after) == "、" else {
      return Leads.helping(script, Group.clauseEnd(script, after, sentence)..<sentence.upperBound)
    }
    let window = after + 1..<min(sentence.upperBound, max(after + 1, after + 60))
    let help = Leads.helpWords.first(script.plain, in: window)
    let share = Leads.chief.occurs(script.plain, in: word) ? Leads.shares.first(script.plain, in: window) : nil
    guard let end = [help, share].compactMap({ $0?.lowerBound }).min() else {
      return Leads.helping(
        script, after + 1..<sentence.upperBound, beside: Leads.chief.occurs(script.plain, in: word))
    }
    return Departments.list(script, in: after + 1..<end)
  }

  /// 甲局负责侦办，乙局、丙局予以协助: bodies that open a clause further on and help.
  private static func helping(_ script: Manuscript, _ span: Range<Int>, beside isChief: Bool = false) -> [String] {
    for clause in Sentences.clauses(script, in: span) {
      let read = Departments.leading(script, from: clause.lowerBound, before: clause.upperBound)
      guard !read.names.isEmpty else { continue }
      let verb = Sentences.drop(script, helpManner, from: read.end..<clause.upperBound).lowerBound
      let helps = helpWords.length(script.plain, verb, before: clause.upperBound) != nil
      if helps || isChief && joins.matches(script.plain, verb) { return read.names }
    }
    return []
  }

  /// 甲局牵头，乙局、丙局组成联合检查组.
  private static let joins = Lexicon("组成联合 共同组成 成立联合 组成检查 组成执法 组成工作 按照 按职责 各司其职 依职责 分工负责 具体落实 抓好落实 具体负责 具体实施 组织落实")
  private static let helpManner = Lexicon("予以 给予 派员 积极 密切 全力 主动 做好 要 应 需 须 全程 依法 依职责 按职责 按职责分工 按照职责 共同 分别 负责 同时")

  private mutating func add(_ names: [String], isLead: Bool) {
    for name in names where !lead.contains(name) && !cooperating.contains(name) {
      if isLead { lead.append(name) } else { cooperating.append(name) }
    }
  }

  /// 市场监管部门要会同公安机关…: where a task names nobody by its bracket or label, the bodies that its sentences tell
  /// what to do lead it.
  mutating func takeDuties(_ script: Manuscript, _ spans: [Range<Int>]) {
    for sentence in spans.flatMap({ Sentences.all(script, in: $0) }).flatMap({ DutyText.parts(script, $0) }) {
      let isFirst = sentence.lowerBound == spans.first?.lowerBound
      let sentence = Leads.behindReason(script, sentence)
      guard let body = DutyText.department(script, sentence) ?? (isFirst ? Leads.opening(script, sentence) : nil),
        Leads.told.matches(script.plain, body.upperBound)
          || isFirst && !Leads.noWork.matches(script.plain, body.upperBound),
        Leads.offices.ending(script.plain, at: body.upperBound, from: body.lowerBound) != nil
          || Leads.chairs.matches(script.plain, body.upperBound),
        !Leads.cues.matches(script.plain, sentence.lowerBound),
        isFirst && lead.isEmpty || !Leads.every.matches(script.plain, body.lowerBound)
      else { continue }
      add(Departments.list(script, in: body, strict: true), isLead: true)
      add(Leads.cooperating(script, body.upperBound..<sentence.upperBound), isLead: false)
    }
  }

  /// 针对无证经营多发的特点，县农业局重点对…: who acts stands behind the reason.
  private static func behindReason(_ script: Manuscript, _ sentence: Range<Int>) -> Range<Int> {
    let clauses = Sentences.clauses(script, in: sentence)
    guard clauses.count >= 2, reasons.matches(script.plain, clauses[0].lowerBound) else { return sentence }
    return clauses[1].lowerBound..<sentence.upperBound
  }

  private static let reasons = Lexicon("针对 根据 按照 结合 鉴于")

  /// 联合教育局对食堂进行检查: a task that names no helper by bracket or label is done with whom it says.
  mutating func takeJoint(_ script: Manuscript, _ spans: [Range<Int>]) {
    for cue in spans.flatMap({ Leads.joint.all(script.plain, in: $0) }) {
      guard !Leads.noJoint.matches(script.plain, cue.upperBound) else { continue }
      add(Departments.leading(script, from: cue.upperBound, before: cue.upperBound + 60).names, isLead: false)
    }
    for span in spans { add(Leads.gathered(script, span), isLead: false) }
  }

  private static let joint = Lexicon("会同 联合 协同")
  private static let noJoint = Lexicon("执法 检查 惩戒 惩治 办公 工作 制定 下发 印发 发文 开展 行动 专项 督查 督导")
  /// 交警大队在校门口设点检查: the bodies that open a task.
  private static func opening(_ script: Manuscript, _ sentence: Range<Int>) -> Range<Int>? {
    let read = Departments.leading(script, from: sentence.lowerBound, before: sentence.upperBound)
    return read.names.isEmpty || read.end + 4 >= sentence.upperBound ? nil : sentence.lowerBound..<read.end
  }

  private static let told = Lexicon("要 应 负责 须 牵头 会同 应当")
  /// Where a body opens a task, whatever it does says that it leads, but what comes from it.
  private static let noWork = Lexicon("的 移送 移交 提供 等 工作 人员 执法人员 印发 下发 发布 联合印发 联合发布 联合下发 联合制定 出台 备案 审批 批准 同意 许可")
  private static let chairs = Lexicon("会同 牵头 负责")
  private static let every = Lexicon("各 全")
  private static let offices = Lexicon("街道 局 委 部门 机关 办 厅 大队 支队 总队 委员会 办公室 海关 法院 检察院 监督所 管委会 卫健委 人民政府 街道办事处")
  private static let handovers = Lexicon("等部门移送 部门移送 等部门提供 等部门移交")
  private static let cues = Lexicon("配合 协助 会同 协同 联合 交由")

  /// The bodies named after 配合, 协助, 会同, 协同, 联合 in the text of a duty.
  static func cooperating(_ script: Manuscript, _ span: Range<Int>) -> [String] {
    var names: [String] = []
    for cue in cues.all(script.plain, in: span) {
      let read = Departments.leading(script, from: cue.upperBound, before: span.upperBound)
      for name in read.names where !names.contains(name) { names.append(name) }
    }
    for name in helping(script, Group.clauseEnd(script, span.lowerBound, span)..<span.upperBound)
      + gathered(script, span)
    where !names.contains(name) {
      names.append(name)
    }
    for handover in handovers.all(script.plain, in: span) {
      let window = max(span.lowerBound, handover.lowerBound - 40)..<handover.lowerBound
      guard let start = window.last(where: { script.at($0) == "对" }) else { continue }
      for name in Departments.list(script, in: start + 1..<handover.lowerBound, strict: true)
      where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }
}
