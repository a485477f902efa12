internal import Duties
internal import Kit
internal import Storage
internal import Web

/// On the page of a task: whether it is watched, and was.
enum PlacardPanel {
  static let onTask = Panel(on: .task, order: 5) { ref, viewer, reader in
    guard viewer.may(.campaignSee), let task = try CampaignStore.task(ID(ref.number), reader) else { return .none }
    let placards = try Placards.all(on: ref, reader)
    let list = Link("/campaigns/\(task.campaign)/placards/new").asking([("matter", ref.description)])
    let isOpen = placards.allSatisfy { $0.lifted != nil }
    let offer: HTML = viewer.may(.campaignList) && isOpen ? button("挂牌督办", list, plain: true) : .none
    let lines = placards.map { one -> HTML in
      "\(PlacardPages.line(one, today: reader.today))<p><a href=\"\(link: "/placards/\(one.id)")\">看挂牌事项</a></p>"
    }
    guard !lines.isEmpty || viewer.may(.campaignList) else { return .none }
    return section(
      "挂牌督办", note: "挂牌 \(lines.count) 次",
      "\(if: !lines.isEmpty, "<ul class=\"steps\">\(lines)</ul>")<p class=\"row under\">\(offer)</p>")
  }
}
