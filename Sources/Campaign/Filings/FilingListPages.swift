internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Web

/// The groups of the list, by the name in its address.
enum FilingGroup: String, CaseIterable, Sendable {
  case late, waiting, filed

  var title: String {
    switch self {
    case .late: "逾期没有报"
    case .waiting: "还没有报"
    case .filed: "已报"
    }
  }
}

/// Who owes a paper, who has filed, who is late; and the form that asks for one.
struct FilingListPages {
  let campaign: CampaignSummary
  let filings: [FilingRecord]
  let listing: Listing
  /// By group, and of all.
  let counts: [FilingGroup: Int64]
  let total: Int64
  /// Of the open ones, by filing.
  let duties: [Int64: OpenDuty]
  /// Whose it is, or was when it was filed.
  let owners: [Int64: String]
  let mayAsk: Bool
  let calendar: WorkCalendar
  let today: CivilDate

  private var address: Link { "/campaigns/\(campaign.id)/filings" }

  var page: Page {
    let ask = mayAsk && campaign.ended == nil ? [button("要求报送", "/campaigns/\(campaign.id)/filings/new")] : []
    return Page(
      "成员单位和下级报送", crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      "\(head("成员单位和下级报送", meta: ["实施方案、总结等，谁报了，谁没有报"], actions: ask))\(groups)\(filings.isEmpty ? nothing : table)")
  }

  private var nothing: HTML {
    guard total == 0 else { return empty("这一组里没有", "换一组看看。") }
    return empty("还没有要求报送", mayAsk ? "写明报什么、哪天以前报，每个单位选一位责任人。" : "上级或者整治办要求报送以后列在这里。")
  }

  private var groups: HTML {
    tabs(
      "报送分组",
      [("全部 \(total)", listing.base.asking([("state", nil)]), listing.filter("state") == nil)]
        + FilingGroup.allCases.map { group in
          (
            "\(group.title) \(counts[group] ?? 0)", listing.base.asking([("state", group.rawValue)]),
            listing.filter("state") == group.rawValue
          )
        })
  }

  private var table: HTML {
    let columns = ["单位", "报什么", "责任人", "时限", "状态"].map { Table.Column($0) }
    return Table(listing.caption("报送", unit: "项"), columns, filings.map(line), listing: listing).html
  }

  private func line(_ one: FilingRecord) -> Table.Line {
    let duty = duties[one.id.value]
    let clock: HTML =
      duty.map { Duties.clock($0, today: today, calendar) }
      ?? "<span class=\"nw\">\(one.due.chinese(today: today))</span>"
    return .init([
      "<a href=\"\(link: "/filings/\(one.id)")\">\(one.agencyName)</a>", "\(one.what)",
      "<span class=\"nw\">\(owners[one.id.value] ?? "—")</span>", clock, FilingPages.chip(one, today),
    ])
  }
}

/// Asks agencies below for a paper.
struct FilingForm {
  let campaign: CampaignSummary
  /// Those who may be asked.
  let people: [Person]

  /// The form's field in which an agency's person is chosen.
  static func field(_ agency: ID<Agency>) -> String { "owner-\(agency)" }

  /// By agency, in the order of people.
  static func agencies(_ people: [Person]) -> [(id: ID<Agency>, people: [Person])] {
    people.reduce(into: []) { found, person in
      if let place = found.firstIndex(where: { $0.id == person.agency }) {
        found[place].people.append(person)
      } else {
        found.append((person.agency, [person]))
      }
    }
  }

  func page(_ state: FormState) -> Page {
    Page(
      "要求报送",
      crumbs: [
        ("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)"),
        ("成员单位和下级报送", "/campaigns/\(campaign.id)/filings"),
      ],
      "\(head("要求报送"))\(state.summary)\(people.isEmpty ? none : form(state))")
  }

  private var none: HTML { empty("没有可以要求的单位", "成员单位和下级单位的人要有账号，岗位要看得到专项行动和待办。请安全管理员开通。") }

  private func form(_ state: FormState) -> HTML {
    let fields = Self.agencies(people).map { agency in
      Field(Self.field(agency.id), agency.people.first?.agencyName ?? "", state, required: false)
        .select(agency.people.map { ($0.id.text, "\($0.name)　\($0.post)") }, empty: "不要求")
    }
    return """
      <form method="post" action="\(link: "/campaigns/\(campaign.id)/filings")" class="block">\
      \(Field("what", "报什么", state, hint: "例如：实施方案、时间表、工作总结").line(most: 60))\
      \(Field("words", "要求", state, hint: "例如：写明牵头人、分工、每个阶段的日期", required: false).lines(rows: 3, most: 1000))\
      \(Field("due", "哪天以前报", state).date())\
      \(section("由谁报送", note: "每个单位一位；联络员已经选好，不要求的改成“不要求”。", "\(fields)"))\
      <p class="row"><button class="btn">要求报送</button></p></form>
      """
  }
}
