internal import Duties
internal import Kit
package import Law
package import Offices
package import Papers
package import Storage
package import Web

/// Special campaigns (专项行动): from the text of a plan to a campaign that runs.
///
/// The folder, in the order of the work:
/// - `Plans`: a text or document comes in (paste or file), is decoded and read, and one plan of it is kept.
/// - `Reading`: text and reading side by side; each item is corrected, removed, added by hand; gaps are asked for.
/// - `Comparing`: two plans side by side, what one says and the other does not.
/// - `Approval`: somebody else than the author approves what goes out, as it is.
/// - `Release`: what still stands in the way; then campaign, phases, tasks, targets and duties in one transaction.
/// - `Leaves`: the task tree: what the tasks look for in the catalogue of violations, and how often it was found.
/// - `Running`: the campaign's page with phases, figures, coverage and tasks. Figures come from upper rooms.
/// - `Versions`: supplements to a running campaign, confirmed item by item, carried out as a new version.
/// - `Closing`: phases and the campaign are ended by name, over open obligations only with a reason.
/// - `Guests`: who is invited to a meeting, who came, the sign-in sheet and the material.
/// - `Meetings`: joint and other meetings with the agenda that the records give, and resolutions that are duties.
/// - `Briefings`: the papers of the office (简报、通报、督办单、会议纪要), drawn from the records, approved, issued with a number.
/// - `Circulation`: issued papers are sent to chosen bodies, whose receivers sign for them.
/// - `Group`: leading group, office and liaisons, with who was it before.
/// - `Secondments`: people of other units who work for the campaign for a time.
/// - `Filings`: papers that agencies below owe, filed, returned.
/// - `Supervision`: supervision visits, their findings and the answers.
/// - `Mechanisms`: shared problems that the campaign found, the rule that answers each, carried from campaign to campaign.
/// - `Placards`: tasks, duties and units that the leading group or the superior watches openly (挂牌督办).
/// - `Assessment`: indicators with points, the score of each unit, files drawn and read, results that are issued and kept.
/// - `Units`: how each unit and each town stands, for bulletins.
/// - `Chat`: short plain words for group chats, and the figures of the last paper that they are compared with.
/// - `Deadlines`: each dated report of a campaign and how it was met.
package struct Campaign: Room {
  let law: LawContent
  let roles: RoleBook
  let figures: [FigureSource]
  let covered: CoverageSource
  let openWork: [OpenWorkSource]
  let taskCounts: [TaskCountSource]
  let townCounts: [TownCountSource]
  /// The catalogue, by its words.
  let violations: ViolationIndex
  let documents: DocumentText
  let papers: PaperBook
  let meetingKinds: MeetingKinds
  let mechanismKinds: MechanismKinds
  let assessmentBook: AssessmentBook

  /// `figures`, `covered`, `openWork`, `taskCounts` and `townCounts` are open questions that `App` fills with read models of upper rooms.
  package init(
    law: LawContent, roles: RoleBook, figures: [FigureSource], covered: CoverageSource, openWork: [OpenWorkSource],
    taskCounts: [TaskCountSource], townCounts: [TownCountSource], documents: DocumentText, papers: PaperBook,
    meetingKinds: MeetingKinds, mechanismKinds: MechanismKinds, assessmentBook: AssessmentBook
  ) {
    self.law = law
    self.roles = roles
    self.figures = figures
    self.covered = covered
    self.openWork = openWork
    self.taskCounts = taskCounts
    self.townCounts = townCounts
    violations = ViolationIndex(law.violations)
    self.documents = documents
    self.papers = papers
    self.meetingKinds = meetingKinds
    self.mechanismKinds = mechanismKinds
    self.assessmentBook = assessmentBook
  }

  package var routes: [Route] {
    planRoutes + itemRoutes + compareRoutes + releaseRoutes + campaignRoutes + closingRoutes + meetingRoutes
      + deadlineRoutes + planApprovalRoutes + versionRoutes + briefingRoutes
      + taskSheetRoutes + timelineRoutes + groupRoutes + filingRoutes + supervisionRoutes
      + leafRoutes + unitRoutes + circulationRoutes + mechanismRoutes + guestRoutes + secondmentRoutes + placardRoutes
      + assessmentRoutes
  }

  package var schema: [SchemaChange] {
    PlanSchema.changes + ItemSchema.changes + CampaignSchema.changes + ClosingSchema.changes + MeetingSchema.changes
      + DeadlineSchema.changes + ApprovalSchema.changes + VersionSchema.changes
      + BriefingSchema.changes + MemberSchema.changes + FilingSchema.changes + SupervisionSchema.changes
      + TieSchema.changes + FigureSchema.changes + CirculationSchema.changes + MechanismSchema.changes
      + GuestSchema.changes + SecondmentSchema.changes + PlacardReportSchema.changes
      + AssessmentSchema.changes + FileReadingSchema.changes
  }

  package var checks: [Check] {
    let templates = BriefingKind.allCases.map(\.template) + [ResultPaper.template]
    return CampaignChecks.all + [CampaignChecks.numbers(Set(templates.compactMap { papers[$0]?.number }))]
  }
  package var handOvers: [HandOver] {
    [Deadlines.handOver, Approvals.handOver(roles)] + Reassigning.handOvers(roles) + Circulation.handOvers(roles)
      + [Guests.handOver(roles), FileReadings.handOver(roles)]
  }

  package var records: [RecordKind] {
    [
      RecordKind(.plan, noun: "份方案", see: .planSee, link: { "/plans/\(ID<Plan>($0))" }, face: PlanStore.face),
      RecordKind(
        .campaign, noun: "个专项行动", see: .campaignSee, link: { "/campaigns/\(ID<CampaignRecord>($0))" },
        face: CampaignStore.face),
      RecordKind(
        .task, noun: "项任务", see: .campaignSee, link: { "/tasks/\(ID<CampaignTask>($0))" }, face: CampaignStore.taskFace),
      RecordKind(
        .meeting, noun: "次会议", see: .campaignSee, link: { "/meetings/\(ID<Meeting>($0))" }, face: MeetingStore.face),
      RecordKind(
        .resolution, noun: "项决议", see: .campaignSee, link: { "/resolutions/\(ID<Resolution>($0))" },
        face: MeetingStore.resolutionFace),
      RecordKind(
        .briefing, noun: "份整治办文书", see: .campaignSee, link: { "/briefings/\(ID<Briefing>($0))" },
        face: BriefingStore.face),
      RecordKind(
        .deadline, noun: "项期限", see: .campaignSee, link: { "/deadlines/\(ID<CampaignDeadline>($0))" },
        face: DeadlineStore.face),
    ] + organisation
  }

  private var organisation: [RecordKind] {
    [
      RecordKind(
        .member, noun: "位组成人员", see: .campaignSee, link: { "/members/\(ID<Member>($0))" }, face: MemberStore.face),
      RecordKind(
        .filing, noun: "项报送", see: .campaignSee, link: { "/filings/\(ID<Filing>($0))" }, face: FilingStore.face),
      RecordKind(
        .sentCopy, noun: "份分发的文书", see: .dutySee, link: { "/copies/\(ID<SentCopy>($0))" },
        face: CirculationStore.face),
      RecordKind(
        .guest, noun: "位参会人", see: .dutySee, link: { "/invitations/\(ID<Guest>($0))" }, face: GuestStore.face),
      RecordKind(
        .secondment, noun: "位抽调人员", see: .campaignSee, link: { "/secondments/\(ID<Secondment>($0))" },
        face: SecondmentStore.face),
      RecordKind(
        .supervision, noun: "次督导检查", see: .campaignSee, link: { "/supervisions/\(ID<Supervision>($0))" },
        face: SupervisionStore.face),
      RecordKind(
        .finding, noun: "个督导问题", see: .campaignSee, link: { "/findings/\(ID<SupervisionFinding>($0))" },
        face: FindingStore.face),
      RecordKind(
        .mechanism, noun: "项长效机制", see: .campaignSee, link: { "/mechanisms/\(ID<Mechanism>($0))" },
        face: MechanismStore.face),
      RecordKind(
        .placard, noun: "件挂牌事项", see: .campaignSee, link: { "/placards/\(ID<Placard>($0))" },
        face: PlacardReportStore.face),
    ] + assessing
  }

  private var assessing: [RecordKind] {
    [
      RecordKind(
        .assessment, noun: "套考核指标", see: .campaignSee, link: { "/assessments/\(ID<Assessment>($0))" },
        face: AssessmentStore.face),
      RecordKind(
        .assessmentResult, noun: "份考核结果", see: .campaignSee, link: { "/results/\(ID<AssessmentResult>($0))" },
        face: ResultStore.face),
      RecordKind(
        .fileReading, noun: "份抽查案卷", see: .campaignSee, link: { "/readings/\(ID<FileReading>($0))" },
        face: FileReadingStore.face),
    ]
  }

  package var panels: [Panel] { [PlacardPanel.onTask] }

  package var navigation: [NavigationItem] {
    [
      NavigationItem(20, sign: "专", title: "专项行动", link: "/campaigns", permission: .campaignSee),
      NavigationItem(21, sign: "方", title: "方案", link: "/plans", permission: .planSee),
    ]
  }
}
