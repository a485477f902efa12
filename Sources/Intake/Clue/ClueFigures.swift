package import Campaign
import Kit
import Storage
import Web

extension Intake {
  package static var openWork: OpenWorkSource {
    { campaign, county, reader in
      let counts = try DocketStore.counts(of: campaign.value, in: county, reader)
      let open = Docket.states("open").reduce(0) { $0 + counts[$1, default: 0] }
      let list = Link("/clues").asking([("campaign", campaign.text), ("state", "open")])
      return [OpenWork(.punishment, .clue, "没有办结的线索", open, list)]
    }
  }

  /// Clues under each task of a campaign. A clue names no violation: what it is, the visit finds.
  package static var taskCount: TaskCountSource {
    { campaign, county, reader in
      TaskCount(
        title: "线索", unit: "条", byTask: try DocketStore.tasks(of: campaign.value, in: county, reader),
        list: Link("/clues").asking([("campaign", campaign.text)]))
    }
  }

  /// Clues of a campaign by the town that was told, else that of the place they are tied to; as far as the viewer sees them.
  package static var townCount: TownCountSource {
    { campaign, _, viewer, reader in
      guard let scope = viewer.scope(.clueSee) else { return nil }
      return TownCount(
        title: "线索", unit: "条", byTown: try DocketStore.towns(of: campaign.value, scope, reader),
        list: Link("/clues").asking([("campaign", campaign.text)]))
    }
  }

  /// Clues of a campaign by where they stand; parts add up to the figure.
  package static var figures: FigureSource {
    { campaign, county, reader in
      let counts = try DocketStore.counts(of: campaign.value, in: county, reader)
      func part(_ words: String, _ group: String?) -> (words: String, number: String, link: Link?) {
        (words: words, number: "\(number(of: group))", link: list(group))
      }
      func number(of group: String?) -> Int64 { Docket.states(group).reduce(0) { $0 + counts[$1, default: 0] } }
      func list(_ group: String?) -> Link { Link("/clues").asking([("campaign", campaign.text), ("state", group)]) }
      return [
        Figure(
          title: "线索", number: "\(number(of: nil))", unit: "条", link: list(nil),
          parts: [part("待受理", "received"), part("办理中", "accepted"), part("已办结", "ended")]
            + (number(of: "merged") > 0 ? [part("并入别的线索", "merged")] : []))
      ]
    }
  }
}
