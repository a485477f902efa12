internal import Kit

/// Who acts where a task names nobody by bracket or label: 对甲的，由某局会同某队查处; 由某街道登记造册.
extension Leads {
  /// The bodies behind 由 at a clause's beginning, before what they do. Where a matter goes in the end (移送, 追责) names no
  /// leader.
  mutating func takeOrders(_ script: Manuscript, _ spans: [Range<Int>]) {
    for clause in spans.flatMap({ Sentences.clauses(script, in: $0) }) where script.at(clause.lowerBound) == "由" {
      let read = Departments.leading(script, from: clause.lowerBound + 1, before: clause.upperBound)
      let deed = read.end..<clause.upperBound
      guard !read.names.isEmpty, deed.count >= 2, !Leads.ends.occurs(script.plain, in: deed) else { continue }
      let joins = Leads.with.length(script.plain, read.end)
      // 由文旅局依法查处 alone says where a matter goes.
      if joins == nil, Leads.punishes.matches(script.plain, read.end) { continue }
      for name in read.names where !lead.contains(name) && !cooperating.contains(name) { lead.append(name) }
      let helpers =
        joins.map { Departments.leading(script, from: read.end + $0, before: clause.upperBound).names } ?? []
      for name in helpers where !lead.contains(name) && !cooperating.contains(name) { cooperating.append(name) }
    }
  }

  /// 责任单位：甲局（牵头）、乙局、丙公司: the marked ones lead, the others cooperate.
  mutating func takeMarked(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    guard Leads.marked.occurs(script.plain, in: span) else { return false }
    let start = span.prefixRange(10).last { script.at($0) == ":" }.map { $0 + 1 } ?? span.lowerBound
    for piece in Sentences.clauses(script, in: start..<span.upperBound) {
      let cuts = [piece.lowerBound] + piece.filter { script.at($0) == "、" }.map { $0 + 1 } + [piece.upperBound]
      for part in zip(cuts, cuts.dropFirst()).map({ $0..<$1 }) {
        let mark = Leads.marked.first(script.plain, in: part)
        let names = Departments.list(script, in: part.lowerBound..<(mark?.lowerBound ?? part.upperBound))
        for name in names where !lead.contains(name) && !cooperating.contains(name) {
          if mark == nil { cooperating.append(name) } else { lead.append(name) }
        }
      }
    }
    return true
  }

  /// 严查无证经营。农业局、执法大队负责。: a closing sentence that is nothing but who does it.
  static func closes(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    guard let last = Sentences.all(script, in: span).last, last.lowerBound > span.lowerBound else { return false }
    return isCharge(script, last)
  }

  /// 农业局、执法大队负责, 农业局负责，乡镇配合: nothing else.
  static func isCharge(_ script: Manuscript, _ sentence: Range<Int>) -> Bool {
    guard sentence.count <= 60 else { return false }
    let read = Departments.leading(script, from: sentence.lowerBound, before: sentence.upperBound)
    return !read.names.isEmpty && Leads.charges.matches(script.plain, read.end)
      && (Leads.charges.ending(script.plain, at: sentence.upperBound, from: read.end) != nil
        || Leads.helpWords.ending(script.plain, at: sentence.upperBound, from: read.end) != nil)
  }

  private static let charges = Lexicon("负责 牵头 按职责分工负责 按职责负责 牵头负责 按职责分工 分工负责 共同负责")

  /// 组织公安、税务等部门开展检查, 与公安部门共同整治: several bodies called together.
  static func gathered(_ script: Manuscript, _ span: Range<Int>) -> [String] {
    Leads.calls.all(script.plain, in: span).flatMap { call -> [String] in
      let read = Departments.leading(script, from: call.upperBound, before: min(span.upperBound, call.upperBound + 60))
      let isKind =
        kinds.matches(script.plain, read.end) || kinds.ending(script.plain, at: read.end, from: call.upperBound) != nil
      if script.at(call.lowerBound) == "与" { return together.matches(script.plain, read.end) ? read.names : [] }
      return read.names.count >= 2 && isKind ? read.names : []
    }
  }

  private static let calls = Lexicon("组织 召集 协调 联系 抽调 与")
  private static let together = Lexicon("共同 联合 一道 一起 协同 开展联合")
  private static let kinds = Lexicon("等部门 等单位 部门 等有关部门 等相关部门 单位")
  private static let marked = Lexicon("(牵头) (牵头单位) (主办) (牵头负责)")
  private static let punishes = Lexicon("依法 依规 严肃 从严 从重 予以 查处")
  private static let with = Lexicon("会同 联合 协同 商")
  private static let ends = Lexicon("追究 追责 问责 任组长 兼任 组成 审批 批准 备案 解释 承担费用 列支 解决 保障")
}
