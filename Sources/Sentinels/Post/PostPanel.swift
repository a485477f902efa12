import Intake
import Kit
import Registers
import Storage
import Web

/// Posts on the pages of other records.
enum PostPanel {
  /// The post that sits in an institution.
  static let onInstitution = Panel(on: .institution, order: 40) { ref, viewer, reader in
    guard let scope = viewer.scope(.postSee) else { return .none }
    let posts = try PostStore.at(ref.number, PostFilter.seen(by: scope), reader)
    guard !posts.isEmpty else { return .none }
    let items = posts.map {
      "<li class=\"row\"><a href=\"\(link: "/posts/\($0.id)")\">\($0.name)</a>\($0.state.chip)</li>" as HTML
    }
    return section("监测哨点", "<ul class=\"stack\">\(items)</ul>")
  }

  /// Which post told a clue, and whom to call.
  static func onClue(_ book: SentinelBook) -> Panel {
    Panel(on: .clue, order: 5) { ref, viewer, reader in
      guard let scope = viewer.scope(.postSee), let report = try ReportStore.of(ID(ref.number), reader),
        let post = try PostStore.find(report.post, reader),
        scope.allows(Placement(county: post.county, owner: post.supervisor.value))
      else { return .none }
      let contact = try PostStore.contacts(of: post.id, reader).first { $0.id == report.contact }
      return section(
        "哪个哨点报的", note: "受理、检查、立案、答复，哨点在手机上都看得到",
        facts([
          ("哨点", "<a href=\"\(link: "/posts/\(post.id)")\">\(post.name)</a>"),
          ("类别", book.topic(report.topic).map { "\($0.title)" }),
          ("联系人", contact.map { "\($0.name)，\($0.telephone)" }),
        ]))
    }
  }
}
