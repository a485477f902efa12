import Campaign
import Duties
import Intake
import Kit
import Law
import Offices
import Registers
import Rulebook
import Storage
import Web

/// What the list of visits shows.
struct VisitList {
  let visits: [VisitRecord]
  let listing: Listing
  let places: Int64
  let types: [InstitutionType]
  let campaigns: [(String, String)]
  /// Title of the premises and of the clue that the list is narrowed to.
  let premises: String?
  let clue: String?
  /// Task of a campaign, and the violation that was found, by which the list is narrowed.
  let task: String?
  /// The town that the list is narrowed to.
  let town: String?
  let violation: String?
  let mayPlan: Bool
  let today: CivilDate
}

/// What the address asked a new visit to be for.
struct VisitWish {
  let premises: Ref?
  let clue: ID<Clue>?
  let campaign: ID<CampaignRecord>?
  let words: String?
}

/// What a visit can be planned from.
struct VisitDraft {
  let wish: VisitWish
  let clue: ClueRecord?
  let showsClue: Bool
  let premises: Premises?
  let people: [Person]
  let tasks: [TaskChoice]
  let law: LawContent
  /// As they hold today; the usual one first. None before the place is chosen.
  let checklists: [HeldChecklist]

  /// Values of the field `task`, see `VisitForm.plan`.
  var taskChoices: [(String, String)] {
    var seen: Set<Int64> = []
    let campaigns = tasks.filter { seen.insert($0.campaign.value).inserted }
      .map { ("c-\($0.campaign)", "\($0.campaignTitle)（不对应具体任务）") }
    return campaigns + tasks.map { ($0.id.text, $0.label) }
  }

  /// The clue's task, else its campaign, else the campaign of the address.
  var usualTask: String? {
    let campaign = (clue?.campaign ?? wish.campaign).map { "c-\($0)" }
    return [clue?.task?.text, campaign].compactMap { $0 }.first { value in taskChoices.contains { $0.0 == value } }
  }

  /// The address of the same plan with other premises.
  func link(_ premises: Ref?) -> Link {
    Link("/visits/new").asking([
      ("premises", premises?.description), ("clue", clue?.id.text), ("campaign", wish.campaign?.text),
    ])
  }
}

/// What the page of a visit shows.
struct VisitDetail {
  let visit: VisitRecord
  let items: [VisitItem]
  let rectifications: [RectificationRecord]
  let duties: [OpenDuty]
  let premises: HTML?
  let clue: HTML?
  let campaign: HTML?
  let task: String?
  let files: [Attachment]
  let history: [LedgerEntry]
  let panels: HTML
  let viewer: Viewer
  let today: CivilDate
  let calendar: WorkCalendar

  var mayWork: Bool { viewer.scope(.visitWork)?.allows(visit.place) == true }
  var unlawful: Int { items.count { $0.answer == .no } }
}
