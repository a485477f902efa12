import Kit
import Storage
import Web

/// The clues about an institution or site, on its own page.
enum CluePanel {
  static func on(_ kind: RefKind) -> Panel {
    Panel(on: kind, order: 10) { ref, viewer, reader in
      guard let scope = viewer.scope(.clueSee) else { return .none }
      let seen = DocketFilter.seen(by: scope)
      let count = try DocketStore.count(at: ref, seen, reader)
      return html(count, try DocketStore.newest(at: ref, seen, limit: 5, reader), of: ref)
    }
  }

  private static func html(_ count: Int64, _ newest: [ClueRecord], of ref: Ref) -> HTML {
    guard count > 0 else { return section("线索", "<p class=\"dim\">没有涉及这里的线索。</p>") }
    let items = newest.map { clue -> HTML in
      """
      <li class="row"><a href="\(link: "/clues/\(clue.id)")">\(clue.number)</a><span>\(clue.summary)</span>\(clue.state.chip)</li>
      """
    }
    let all = figure(count, Link("/clues").asking([("premises", ref.description)]))
    return section("线索", note: "共 \(all) 条", "<ul class=\"stack\">\(items)</ul>")
  }
}
