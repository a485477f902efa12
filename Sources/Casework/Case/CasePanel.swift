import Inspection
import Intake
import Kit
import Registers
import Storage
import Web

/// The cases of a clue, a visit, an institution or a site, on its page.
enum CasePanel {
  static func make(_ ref: Ref, _ viewer: Viewer, _ reader: Reader) throws -> HTML {
    guard let scope = viewer.scope(.caseSee) else { return .none }
    let filter = CaseListStore.filter(ref, scope)
    let total = try CaseListStore.tally(filter, reader).count
    let cases = try CaseStore.list(filter, order: CaseListStore.newest, limit: 5, reader)
    let list: HTML = total == 0 ? "<p class=\"dim\">还没有立案。</p>" : "<ul class=\"steps\">\(cases.map(line))</ul>"
    return section(
      "案件", note: figure(total, Link("/cases").asking([query(ref)])) + " 件",
      "\(list)\(try action(ref, cases, viewer, reader))")
  }

  private static func query(_ ref: Ref) -> (String, String?) {
    switch ref.kind {
    case .clue: ("clue", ID<Case>(ref.number).text)
    case .visit: ("visit", ID<Case>(ref.number).text)
    default: ("premises", ref.description)
    }
  }

  private static func line(_ record: CaseRecord) -> HTML {
    """
    <li><a href="\(link: "/cases/\(record.id)")">\(record.title)</a>　\(CaseChips.state(record))\
    <p class="why">\(record.filedOn.chinese())立案，\(record.team.names)</p></li>
    """
  }

  private static func action(_ ref: Ref, _ cases: [CaseRecord], _ viewer: Viewer, _ reader: Reader) throws -> HTML {
    guard viewer.may(.caseWork), try isReady(ref, cases, viewer, reader) else { return .none }
    let from = [query(ref)]
    return """
      <p class="row">\(button("立案", Link("/cases/new").asking(from), plain: true))\
      \(button("当场处罚", Link("/cases/on-the-spot").asking(from), plain: true))</p>
      """
  }

  /// Where filing would be refused, no button is shown.
  private static func isReady(_ ref: Ref, _ cases: [CaseRecord], _ viewer: Viewer, _ reader: Reader) throws -> Bool {
    switch ref.kind {
    case .visit:
      guard let visit = try Inspection.visit(ID(ref.number), reader), visit.county == viewer.county else {
        return false
      }
      return visit.state == .done && visit.finding?.result != .clean && cases.allSatisfy { $0.state == .closed }
    case .clue:
      guard let clue = try Intake.clue(ID(ref.number), reader) else { return false }
      return clue.county == viewer.county && clue.state == .accepted
    default: return try Registers.premises(ref, reader)?.county == viewer.county
    }
  }
}
