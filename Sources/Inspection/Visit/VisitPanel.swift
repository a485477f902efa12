import Intake
import Kit
import Registers
import Storage
import Web

/// The visits of a clue, an institution or a site, on its page.
enum VisitPanel {
  static func make(_ ref: Ref, _ viewer: Viewer, _ reader: Reader) throws -> HTML {
    guard let scope = viewer.scope(.visitSee) else { return .none }
    let filter = VisitPanelStore.filter(ref, scope)
    let total = try VisitStore.count(filter, reader)
    let visits = try VisitStore.latest(filter, limit: 5, reader)
    let list: HTML = total == 0 ? "<p class=\"dim\">还没有检查。</p>" : "<ul class=\"steps\">\(visits.map(line))</ul>"
    return section(
      "检查", note: figure(total, Link("/visits").asking([query(ref)])) + " 次",
      "\(list)\(try action(ref, viewer, reader))")
  }

  private static func query(_ ref: Ref) -> (String, String?) {
    ref.kind == .clue ? ("clue", ID<Visit>(ref.number).text) : ("premises", ref.description)
  }

  private static func line(_ visit: VisitRecord) -> HTML {
    """
    <li><a href="\(link: "/visits/\(visit.id)")">\(visit.number)　\(visit.premisesName)</a>　\
    \(visit.finding == nil ? Chip.open.html(visit.state.title) : VisitChips.result(visit))\
    <p class="why">\(visit.date.chinese())，\(visit.team.names)</p></li>
    """
  }

  /// A clue that nobody accepted cannot be followed up yet: the button says nothing then, the clue's own steps do.
  private static func action(_ ref: Ref, _ viewer: Viewer, _ reader: Reader) throws -> HTML {
    guard viewer.may(.visitWork), try isReady(ref, viewer, reader) else { return .none }
    return button("安排检查", Link("/visits/new").asking([query(ref)]), plain: true)
  }

  private static func isReady(_ ref: Ref, _ viewer: Viewer, _ reader: Reader) throws -> Bool {
    guard ref.kind == .clue else { return try Registers.premises(ref, reader)?.county == viewer.county }
    guard let clue = try Intake.clue(ID(ref.number), reader) else { return false }
    return clue.county == viewer.county && clue.state == .accepted
  }
}
