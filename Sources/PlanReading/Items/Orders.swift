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
      let helpers = joins.map { Departments.leading(script, from: read.end + $0, before: clause.upperBound).names } ?? []
      for name in helpers where !lead.contains(name) && !cooperating.contains(name) { cooperating.append(name) }
    }
  }

  private static let punishes = Lexicon("依法 依规 严肃 从严 从重 予以 查处")
  private static let with = Lexicon("会同 联合 协同 商")
  private static let ends = Lexicon("追究 追责 问责 任组长 兼任 组成 审批 批准 备案 解释 承担费用 列支 解决 保障")
}
