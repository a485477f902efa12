package import Campaign
import Kit
import Storage
import Web

extension Transfers {
  /// 移送公安, of which the police filed; suspects and sentenced people, where there are any transfers. They do not add up, so
  /// each is a figure of its own.
  package static var figures: FigureSource {
    { campaign, county, reader in
      let base: SQL = "transfer.county = \(county) AND transfer.campaign = \(campaign.value)"
      let handed = try TransferStore.tally(
        base + " AND " + TransferListStore.inStates(TransferState.allCases.filter(\.isHandedOver)), reader)
      let list = Link("/transfers").asking([("campaign", campaign.text)])
      let all = Figure(title: "移送公安", number: handed.count, unit: "件", link: list.asking([("state", "transferred")]))
      guard handed.count > 0 else { return [all] }
      let filed = try TransferStore.tally(base + " AND " + TransferListStore.everFiled, reader)
      return [
        all, Figure(title: "公安立案", number: filed.count, unit: "件", link: list.asking([("count", "filed")])),
        Figure(title: "犯罪嫌疑人", number: handed.suspects, unit: "人", link: list.asking([("count", "suspects")])),
        Figure(title: "判决有罪", number: handed.sentenced, unit: "人", link: list.asking([("count", "sentenced")])),
      ]
    }
  }
}
