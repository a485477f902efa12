internal import Kit
internal import Law
internal import Registers
internal import Web

/// One type of institution in a campaign: the sum, and those that nobody has visited yet.
struct CoveragePage {
  let row: Coverage
  let campaign: CampaignSummary
  let waiting: [Premises]
  let listing: Listing
  /// Names of towns by their number.
  let towns: [Int64: String]
  let records: Records
  let mayVisit: Bool
  let pace: Pace?

  var page: Page {
    let title = "\(row.type.name)的检查覆盖"
    return Page(
      title, crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head(title, meta: ["\(CoveragePages.words(row))"]))\(facts(sum))\
      \(section("还没查的", note: note, waiting.isEmpty ? nothing : table))
      """)
  }

  private var sum: [(String, HTML?)] {
    [
      ("应查", "\(records.figure(row.total, CoveragePages.register(row))) 户，底册里登记的\(row.type.name)"),
      ("已查", "\(records.figure(row.visited, CoveragePages.visits(row, campaign.id))) 户，本行动里完成过检查，每户只数一次"),
      ("目标", row.target.map { "\(PlanItems.percentText($0.percent))%，方案原文对象：\($0.subject)" } ?? "方案没有写"),
      (
        "欠",
        row.target.map {
          "\(row.owed) 户，应查 \(row.total) 户的 \(PlanItems.percentText($0.percent))%（不足一户按一户）减去已查 \(row.visited) 户"
        }
      ),
      ("照现在的进度", row.target == nil ? nil : pace.map(coming)),
    ]
  }

  private func coming(_ pace: Pace) -> HTML {
    let short = pace.shortfall(row)
    let end = short > 0 ? "离目标还差 \(short) 户" : "够目标"
    return "\(pace.elapsed) 个工作日查了 \(row.visited) 户，还有 \(pace.left) 个工作日，到期大约查 \(pace.reach(row)) 户，\(end)"
  }

  private var note: HTML {
    row.owed > 0 ? "从下面选 \(row.owed) 户去查，就够目标。" : row.target == nil ? "方案没有写目标。" : "目标已经够了。"
  }

  private var nothing: HTML {
    empty("没有了", row.total > 0 ? "底册里的\(row.type.name)都查过了。" : "底册里没有\(row.type.name)。")
  }

  private var table: HTML {
    let columns =
      [Table.Column("机构"), Table.Column("乡镇"), Table.Column("地址")] + (mayVisit ? [Table.Column("下一步")] : [])
    return Table(listing.caption("还没查的机构", unit: "户"), columns, waiting.map(line), listing: listing).html
  }

  private func line(_ premises: Premises) -> Table.Line {
    let name: HTML =
      records.link(premises.ref).map { "<a href=\"\(link: $0)\">\(premises.name)</a>" } ?? "\(premises.name)"
    let plan = Link("/visits/new").asking([("premises", premises.ref.description), ("campaign", campaign.id.text)])
    let step: HTML = "<a href=\"\(link: plan)\">安排检查</a>"
    return .init([name, "\(towns[premises.town] ?? "—")", "\(premises.address)"] + (mayVisit ? [step] : []))
  }
}
