package import Campaign
import Kit
import Storage
import Web

extension Inspection {
  /// 检查 n 户 (places, each once; its visits beneath) and 责令改正 n 件 (by state, adding up).
  package static var figures: FigureSource {
    { campaign, county, reader in
      [try visits(campaign, county, reader), try rectifications(campaign, county, reader)]
    }
  }

  /// Visits that were made under each task, and the violations that their checklists found.
  package static var taskCount: TaskCountSource {
    { campaign, county, reader in
      TaskCount(
        title: "检查", unit: "次", byTask: try FigureStore.tasks(campaign, county, reader),
        found: try FigureStore.found(campaign, county, reader),
        list: Link("/visits").asking([("campaign", campaign.text), ("state", VisitState.done.rawValue)]))
    }
  }

  /// Visits that were made in each town, as far as the viewer sees them.
  package static var townCount: TownCountSource {
    { campaign, _, viewer, reader in
      guard let scope = viewer.scope(.visitSee) else { return nil }
      return TownCount(
        title: "检查", unit: "次", byTown: try VisitListStore.towns(of: campaign.value, scope, reader),
        list: Link("/visits").asking([("campaign", campaign.text), ("state", VisitState.done.rawValue)]))
    }
  }

  /// Orders to correct that wait for their re-check.
  package static var openWork: OpenWorkSource {
    { campaign, county, reader in
      let counts = try FigureStore.rectifications(campaign, county, reader)
      let list = Link("/rectifications").asking([("campaign", campaign.text)])
      let open = RectificationState.open
      return [
        OpenWork(.correction, .rectification, "没有复查的责令改正", counts[open] ?? 0, list.asking([("state", open.rawValue)]))
      ]
    }
  }

  /// Institutions with a visit made in the campaign, each once, by type. Sites are no institutions.
  package static var covered: CoverageSource {
    CoverageSource(counts: FigureStore.covered, visited: FigureStore.visited)
  }

  private static func visits(_ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader) throws -> Figure {
    let count = try FigureStore.visits(campaign, county, reader)
    let places = Link("/visits/premises").asking([("campaign", campaign.text)])
    let visits = Link("/visits").asking([("campaign", campaign.text), ("state", VisitState.done.rawValue)])
    return Figure(
      title: "检查", number: count.places, unit: "户", link: places, parts: [("户次", "\(count.visits)", visits)])
  }

  private static func rectifications(
    _ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader
  ) throws -> Figure {
    let counts = try FigureStore.rectifications(campaign, county, reader)
    let list = Link("/rectifications").asking([("campaign", campaign.text)])
    return Figure(
      title: "责令改正", number: counts.values.reduce(0, +), unit: "件", link: list,
      parts: RectificationState.allCases.map { state in
        (state.title, "\(counts[state] ?? 0)", list.asking([("state", state.rawValue)]))
      })
  }
}
