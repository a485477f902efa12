import Kit
import Offices
import Storage
import Web

/// Where a clue is now and where it was, on its own page.
enum ReferralPanel {
  static let onClue = Panel(on: .clue, order: 5) { ref, viewer, reader in
    guard viewer.may(.clueSee) else { return .none }
    let all = try ReferralStore.all(of: ID(ref.number), reader)
    guard !all.isEmpty else { return .none }
    return section("转办", note: note(all), lines(all, { "/referrals/\($0.id)" }, reader.today))
  }

  /// One line for each, oldest first; `link` where the reader may open it.
  static func lines(
    _ all: [ReferralRecord], _ link: ((ReferralRecord) -> Link)?, _ today: CivilDate
  ) -> HTML {
    let items = all.map { one -> HTML in
      let number: HTML = link.map { "<a href=\"\(link: $0(one))\">\(one.number)</a>" } ?? "\(one.number)"
      return """
        <li>\(number)　\(one.senderName) → \(one.to)　\(one.state.chip(isLate: one.isLate(on: today)))\
        <span class="s">\(moments(one, today))</span></li>
        """
    }
    return "<ol class=\"steps\">\(items)</ol>"
  }

  private static func moments(_ one: ReferralRecord, _ today: CivilDate) -> String {
    let accepted = one.acceptedAt.map { "，\($0.chinese(today: today))接收" } ?? ""
    let ended = one.endedAt.map { "，\($0.chinese(today: today))\(one.state.title)" } ?? ""
    return "\(one.sentAt.chinese(today: today))发出\(accepted)\(ended)"
  }

  private static func note(_ all: [ReferralRecord]) -> HTML {
    guard let open = all.last(where: { $0.state == .accepted }) ?? all.last(where: { $0.state == .sent }) else {
      return "现在在本单位"
    }
    return open.state == .accepted ? "现在在\(open.to)" : "等\(open.to)接收，接收以前仍由本单位负责"
  }
}
