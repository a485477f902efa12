import Kit
import Storage
import Web

/// A page or an account (链接、账号) that the competent body is asked to clean or close (网信处置), with what became of it.
struct ReferralLink: Sendable {
  let position: Int
  let address: String
  /// Nil until the receiver reports.
  let result: LinkResult?
}

enum LinkResult: String, CaseIterable, Sendable {
  case cleaned, closed, kept

  var title: String {
    switch self {
    case .cleaned: "已清理"
    case .closed: "已关闭账号"
    case .kept: "没有处置"
    }
  }

  var chip: HTML { self == .kept ? Chip.warn.html(title) : Chip.done.html(title) }
}

extension ReferralLink {
  static let most = 50

  /// One on a line, blank lines left out.
  static func lines(_ text: String?) -> [String] {
    (text ?? "").split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  static func field(_ position: Int) -> String { "link-\(position)" }

  /// The choices of a report; refuses a link without one.
  static func results(_ links: [ReferralLink], _ form: Form, _ read: FormReader) -> [Int: LinkResult] {
    links.reduce(into: [:]) { all, link in
      if let result = read.choice(field(link.position), "第 \(link.position) 个链接的结果", LinkResult.self) {
        all[link.position] = result
      }
    }
  }

  static func fields(_ links: [ReferralLink], _ state: FormState) -> HTML {
    let choices = LinkResult.allCases.map { ($0.rawValue, $0.title) }
    return "\(links.map { Field(field($0.position), "\($0.position). \($0.address)", state).select(choices) })"
  }

  static func section(_ links: [ReferralLink]) -> HTML {
    guard !links.isEmpty else { return .none }
    let done = links.filter { $0.result != nil && $0.result != .kept }.count
    let lines = links.map { link in
      Table.Line(["\(link.address)", link.result?.chip ?? Chip.open.html("等结果")])
    }
    let table = Table("链接和账号 \(links.count) 个，已处置 \(done) 个", [Table.Column("链接、账号"), .init("结果")], lines)
    return Web.section("要求处置的链接和账号", table.html)
  }
}
