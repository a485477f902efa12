internal import Kit
internal import Law

/// Coverage (检查覆盖) of one type of institution: how many of those on file were visited in the campaign.
struct Coverage: Sendable {
  let type: InstitutionType
  let visited: Int64
  let total: Int64
  let target: CampaignTarget?

  /// Nothing on file: no share can be said.
  var share: Double? { total > 0 ? Double(visited) / Double(total) : nil }
  var targetShare: Double? { target.map { $0.percent / 100 } }

  /// How many visits are still owed: the target's share of those on file, rounded up.
  var owed: Int64 {
    guard let target else { return 0 }
    let wanted = (Double(total) * target.percent / 100 - 1e-9).rounded(.up)
    return max(Int64(wanted) - visited, 0)
  }

  /// Types with a target or a visit; where the plan sets no target, every type on file. Unlicensed sites are never a
  /// denominator.
  static func rows(
    _ types: InstitutionTypes, targets: [CampaignTarget], visited: [String: Int64], onFile: [String: Int64]
  ) -> [Coverage] {
    let byType = Dictionary(targets.map { ($0.type, $0) }) { first, _ in first }
    return types.all.compactMap { type in
      let count = onFile[type.id] ?? 0
      let seen = visited[type.id] ?? 0
      guard byType[type.id] != nil || seen > 0 || (targets.isEmpty && count > 0) else { return nil }
      return Coverage(type: type, visited: seen, total: count, target: byType[type.id])
    }
  }
}
