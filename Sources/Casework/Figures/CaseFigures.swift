package import Campaign
import Kit
import Storage
import Web

extension Casework {
  /// 立案 n 件 (在办 and 结案, adding up) and 罚没款 (已缴 and 未缴, adding up exactly).
  package static var figures: FigureSource {
    { campaign, county, reader in
      let counts = try CaseFigureStore.counts(campaign, county, reader)
      let list = Link("/cases").asking([("campaign", campaign.text)])
      return [filed(counts, list), money(counts, list)]
    }
  }

  /// Cases filed in each town, as far as the viewer sees them.
  package static var townCount: TownCountSource {
    { campaign, _, viewer, reader in
      guard let scope = viewer.scope(.caseSee) else { return nil }
      return TownCount(
        title: "立案", unit: "件", byTown: try CaseListStore.towns(of: campaign.value, scope, reader),
        list: Link("/cases").asking([("campaign", campaign.text)]))
    }
  }

  package static var openWork: OpenWorkSource {
    { campaign, county, reader in
      let counts = try CaseFigureStore.counts(campaign, county, reader)
      let list = Link("/cases").asking([("campaign", campaign.text), ("state", "open")])
      return [OpenWork(.punishment, .lawCase, "没有结案的案件", counts.open, list)]
    }
  }

  private static func filed(_ counts: CaseCounts, _ list: Link) -> Figure {
    Figure(
      title: "立案", number: counts.open + counts.closed, unit: "件", link: list,
      parts: [
        ("在办", "\(counts.open)", list.asking([("state", "open")])),
        ("结案", "\(counts.closed)", list.asking([("state", CaseState.closed.rawValue)])),
      ])
  }

  private static func money(_ counts: CaseCounts, _ list: Link) -> Figure {
    let unpaid = counts.owed - counts.paid
    let unit = MoneyUnit(fitting: [counts.owed, counts.paid, unpaid])
    return Figure(
      title: "罚没款", number: unit.text(counts.owed), unit: unit.title, link: list.asking([("money", "any")]),
      parts: [
        ("已缴", unit.text(counts.paid), list.asking([("money", "paid")])),
        ("未缴", unit.text(unpaid), list.asking([("money", "unpaid")])),
      ])
  }
}

/// Ten thousands of yuan where every amount can be said exactly with two decimals, else yuan: parts must add up.
enum MoneyUnit {
  case yuan, tenThousands

  init(fitting amounts: [Money]) {
    let isLarge = amounts.contains { $0.fen >= 1_000_000 }
    self = isLarge && amounts.allSatisfy { $0.fen % 10_000 == 0 } ? .tenThousands : .yuan
  }

  var title: String { self == .yuan ? "元" : "万元" }

  func text(_ money: Money) -> String {
    guard self == .tenThousands else { return money.text }
    // `Money` writes hundredths, so an amount ten thousand times smaller is said in 万元.
    return Money(fen: money.fen / 10_000).text
  }
}
