package import Kit
internal import Law
package import Packs
package import Storage

/// Why no case may be decided by a violation of the catalogue (还不能据以作出决定).
///
/// Only the decision is blocked: visits, filing and everything before it may use the value, with its warning.
package enum DecisionObstacle: Sendable, Hashable {
  case unknown(String)
  case unverified(String, Confidence)
  case gap(String, String)
  case changed(String, CivilDate)
  case withdrawn(String)
  /// The only approval is that of an officer of the case.
  case approvedByOfficer(String)

  package var sentence: String {
    switch self {
    case .unknown(let id): "案由“\(id)”已不在违法行为目录里，不能据以作出决定。"
    case .unverified(let name, let confidence): "“\(name)”的依据\(confidence.title)，法制机构核准以前不能据以作出决定。"
    case .gap(let name, let gap): "“\(name)”的罚则还不全（\(gap.trimmedStop)），法制机构核准以前不能据以作出决定。"
    case .changed(let name, let day): "“\(name)”在 \(day.iso) 核准以后内容改过，法制机构重新核准以前不能据以作出决定。"
    case .withdrawn(let name): "“\(name)”的核准已经撤回，法制机构重新核准以前不能据以作出决定。"
    case .approvedByOfficer(let name): "“\(name)”是本案的办案人员核准的，不能用在自己承办的案件上。"
    }
  }

  /// For a chip.
  package var label: String {
    switch self {
    case .unknown: "待核：目录里没有"
    case .unverified(_, let confidence): "待核：\(confidence.title)"
    case .gap: "待核：罚则不全"
    case .changed: "待核：核准后内容改过"
    case .withdrawn: "待核：核准已撤回"
    case .approvedByOfficer: "待核：由办案人员核准"
    }
  }

  package var next: String {
    switch self {
    case .unknown: "请法制机构在内容包里恢复这一条。"
    case .approvedByOfficer: "请法制机构的其他人员撤回后重新核准。"
    default: "请有核准权限的法制人员在“法”的页面核对原文后核准。"
    }
  }
}

extension Rulebook {
  /// What stands between a case and its decision; nil where nothing does.
  ///
  /// `day` is the day of the act, or of the filing where that is not recorded: provisions that were not in force then do
  /// not matter. All of those that were must be verified or approved, not only the one that the decision cites, because
  /// which of them fines most can be told only when all are known (《行政处罚法》第二十九条). `officers` are the accounts of
  /// those who handle the case: what they approved themselves does not count for it.
  package func obstacle(
    toDeciding id: String, on day: CivilDate, officers: Set<Int64>, in county: County, _ reader: Reader
  ) throws -> DecisionObstacle? {
    guard let violation = law.violation(id) else { return .unknown(id) }
    if violation.isFirm(on: day) { return nil }
    let value = LawValue(violation, law.measures)
    switch try standing(of: value, in: county, reader) {
    case .approved(let approval) where officers.contains(approval.approver): return .approvedByOfficer(violation.name)
    case .firm, .approved: return nil
    case .changed(let approval): return .changed(violation.name, approval.day)
    case .withdrawn: return .withdrawn(violation.name)
    case .open:
      return violation.gap.map { .gap(violation.name, $0) } ?? .unverified(violation.name, value.confidence)
    }
  }
}

extension Violation {
  fileprivate func isFirm(on day: CivilDate) -> Bool {
    gap == nil && confidence.isFirm && penalties.allSatisfy { !$0.applies(on: day) || $0.confidence.isFirm }
  }
}

extension String {
  fileprivate var trimmedStop: String { hasSuffix("。") ? String(dropLast()) : self }
}
