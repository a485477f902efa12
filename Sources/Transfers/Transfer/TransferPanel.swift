import Casework
import Duties
import Inspection
import Kit
import Law
import Storage
import Web

/// 行刑衔接 on the page of a case: where it stands, what comes next, who owes what by when.
enum TransferPanel {
  static let anchor = "transfer"

  static func make(_ ref: Ref, _ viewer: Viewer, _ room: Transfers, _ reader: Reader) throws -> HTML {
    guard viewer.may(.transferSee), let record = try Casework.lawCase(ID(ref.number), reader) else { return .none }
    let checks = try Transfers.checks(of: record.id, reader)
    let transfers = try TransferStore.all(of: record.id, reader)
    let works =
      viewer.scope(.caseWork)?.allows(Placement(county: record.county, owner: record.team.first.id.value)) == true
    let next = works ? try actions(record, checks, transfers, viewer, room, reader) : HTML.none
    return section(
      "行刑衔接", id: anchor,
      """
      \(if: checks.isEmpty && transfers.isEmpty, "<p class=\"dim\">还没有核对移送标准。涉嫌犯罪的，不能以罚代刑（行政处罚法第二十七条）。</p>")\
      \(if: !checks.isEmpty, "<ul class=\"steps\">\(checks.map { "<li>\(ThresholdPages.verdict($0))</li>" as HTML })</ul>")\
      \(try transfers.map { try line($0, room.law, reader) })\
      \(next)
      """)
      + IncidentPages.section(try IncidentStore.list(of: record.id, reader), today: reader.today)
  }

  private static func line(_ transfer: TransferRecord, _ law: LawContent, _ reader: Reader) throws -> HTML {
    let duties = try Duties.waiting(on: transfer.ref, reader).map { duty -> HTML in
      """
      <p class="why">\(duty.ownerName)：\(duty.title)　\(Duties.clock(duty, today: reader.today, law.calendar))</p>
      """
    }
    return """
      <p class="under"><a href="\(link: "/transfers/\(transfer.id)")">\(transfer.title)</a>　\(TransferChips.state(transfer.state))</p>\(duties)
      """
  }

  private static func actions(
    _ record: CaseRecord, _ checks: [CheckRecord], _ transfers: [TransferRecord], _ viewer: Viewer, _ room: Transfers,
    _ reader: Reader
  ) throws -> HTML {
    guard record.state != .closed else { return .none }
    let isFree = transfers.first?.state.mayBeginAnew ?? true
    let isReached = isFree && record.team.has(viewer.account) && checks.contains { $0.verdict.outcome != .notReached }
    let obstacles = isReached ? try room.obstacles(to: record.id, reader) : []
    let mayPropose = isReached && obstacles.isEmpty
    return """
      \(if: !obstacles.isEmpty, "<p class=\"under\">现在不能提出移送：</p>\(TransferFormPages.reasons(obstacles))")\
      <p class="row under">\(if: mayPropose, button("提出移送", "/cases/\(record.id)/transfer"))\
      \(if: isFree, button("核对移送标准", "/cases/\(record.id)/threshold", plain: true))\
      \(button("登记妨碍执法", "/cases/\(record.id)/incident", plain: true))</p>
      """
  }
}
