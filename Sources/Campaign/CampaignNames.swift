package import Kit
internal import Storage
package import Web

/// Plan (方案): the text that orders a campaign, with what was read from it.
package enum Plan {}
/// Special campaign (专项行动): a released plan.
package enum CampaignRecord {}
/// Task (任务) of a released campaign; clues, visits and cases are tied to it.
package enum CampaignTask {}
/// Deadline (报送与期限) of a released campaign: the record behind its duty.
package enum CampaignDeadline {}
/// Joint meeting (联席会议) of the bodies of a campaign: convened with an agenda, held with attendance and minutes.
package enum Meeting {}
/// Paper of the campaign's office (整治办文书): briefing, bulletin, demand, minutes.
package enum Briefing {}
/// Resolution (决议) of a meeting: a task with an owner and a date, which is a duty.
package enum Resolution {}
/// Guest (参会人) of a meeting.
package enum Guest {}
/// Term (任期) of a person in the leading group, in the office, or as liaison of a campaign.
package enum Member {}
/// Filing (成员单位和下级报送): a paper that an agency owes to the campaign.
package enum Filing {}
/// Copy (分发的一份): an issued paper of the office that was sent to one body.
package enum SentCopy {}
/// Secondment (人员抽调) of a person of another unit to a campaign.
package enum Secondment {}
/// Supervision visit (督导检查) of a unit during a campaign.
package enum Supervision {}
/// Finding (督导发现的问题) of a supervision visit, which the unit answers.
package enum SupervisionFinding {}
/// Long-term mechanism (长效机制): a shared problem of a campaign with the rule that answers it.
package enum Mechanism {}
/// Assessment (考核) of the units of a campaign: which indicators with which points.
package enum Assessment {}
/// Result of an assessment (考核结果): one edition of all figures.
package enum AssessmentResult {}
/// File that was drawn to be read (抽查案卷).
package enum FileReading {}

extension RefKind {
  package static let plan = RefKind("plan")
  package static let campaign = RefKind("campaign")
  package static let task = RefKind("task")
  package static let deadline = RefKind("deadline")
  package static let briefing = RefKind("briefing")
  package static let meeting = RefKind("meeting")
  package static let resolution = RefKind("resolution")
  package static let guest = RefKind("guest")
  package static let member = RefKind("member")
  package static let filing = RefKind("filing")
  package static let sentCopy = RefKind("sent-copy")
  package static let secondment = RefKind("secondment")
  package static let supervision = RefKind("supervision")
  package static let finding = RefKind("finding")
  package static let mechanism = RefKind("mechanism")
  package static let assessment = RefKind("assessment")
  package static let assessmentResult = RefKind("assessment-result")
  package static let fileReading = RefKind("file-reading")
}

extension Permission {
  package static let planSee = Permission("plan.see")
  package static let planWork = Permission("plan.work")
  package static let campaignSee = Permission("campaign.see")
  package static let campaignRelease = Permission("campaign.release")
  /// To approve plans, supplements and papers of the office that others wrote (审定).
  package static let campaignApprove = Permission("campaign.approve")
  /// To supervise those below: ask for papers, visit, take or return their answers.
  package static let campaignSupervise = Permission("campaign.supervise")
  /// To list tasks, duties and units of a campaign, and to take them off (挂牌督办).
  package static let campaignList = Permission("campaign.list")
}

extension Deed {
  static let keepPlan = Deed("campaign.keep-plan")
  static let amendItem = Deed("campaign.amend-item")
  static let addItem = Deed("campaign.add-item")
  static let removeItem = Deed("campaign.remove-item")
  static let restoreItem = Deed("campaign.restore-item")
  static let settleFinding = Deed("campaign.settle-finding")
  static let takeLead = Deed("campaign.take-lead")
  static let waiveDates = Deed("campaign.waive-dates")
  static let tieTask = Deed("campaign.tie-task")
  static let submitPlan = Deed("campaign.submit-plan")
  static let approvePlan = Deed("campaign.approve-plan")
  static let releasePlan = Deed("campaign.release-plan")
  static let attachSupplement = Deed("campaign.attach-supplement")
  static let confirmSupplement = Deed("campaign.confirm-supplement")
  static let carryOutSupplement = Deed("campaign.carry-out-supplement")
  static let meetDeadline = Deed("campaign.meet-deadline")
  static let endPhase = Deed("campaign.end-phase")
  static let endCampaign = Deed("campaign.end")
  static let draftBriefing = Deed("campaign.draft-briefing")
  static let editBriefing = Deed("campaign.edit-briefing")
  static let submitBriefing = Deed("campaign.submit-briefing")
  static let approveBriefing = Deed("campaign.approve-briefing")
  static let issueBriefing = Deed("campaign.issue-briefing")
  static let discardBriefing = Deed("campaign.discard-briefing")
  static let withdrawBriefing = Deed("campaign.withdraw-briefing")
  static let sendBriefing = Deed("campaign.send-briefing")
  static let signCopy = Deed("campaign.sign-copy")
  static let knowCopy = Deed("campaign.know-copy")
  static let reassignCopy = Deed("campaign.reassign-copy")
  static let conveneMeeting = Deed("campaign.convene-meeting")
  static let moveMeeting = Deed("campaign.move-meeting")
  static let callOffMeeting = Deed("campaign.call-off-meeting")
  static let knowCalledOff = Deed("campaign.know-called-off")
  static let inviteGuests = Deed("campaign.invite-guests")
  static let signIn = Deed("campaign.sign-in")
  static let enterArrivals = Deed("campaign.enter-arrivals")
  static let excuseGuest = Deed("campaign.excuse-guest")
  static let undoArrival = Deed("campaign.undo-arrival")
  static let addMaterial = Deed("campaign.add-material")
  static let writeMinutes = Deed("campaign.write-minutes")
  static let resolveMeeting = Deed("campaign.resolve-meeting")
  static let carryOutResolution = Deed("campaign.carry-out-resolution")
  static let addMember = Deed("campaign.add-member")
  static let handOverMember = Deed("campaign.hand-over-member")
  static let endMember = Deed("campaign.end-member")
  static let askFiling = Deed("campaign.ask-filing")
  static let fileFiling = Deed("campaign.file")
  static let reassignFiling = Deed("campaign.reassign-filing")
  static let reassignDeadline = Deed("campaign.reassign-deadline")
  static let reassignResolution = Deed("campaign.reassign-resolution")
  static let reassignFinding = Deed("campaign.reassign-finding")
  static let returnFiling = Deed("campaign.return-filing")
  static let addSecondment = Deed("campaign.add-secondment")
  static let endSecondment = Deed("campaign.end-secondment")
  static let extendSecondment = Deed("campaign.extend-secondment")
  static let planSupervision = Deed("campaign.plan-supervision")
  static let recordSupervision = Deed("campaign.record-supervision")
  static let addFinding = Deed("campaign.add-finding")
  static let answerFinding = Deed("campaign.answer-finding")
  static let acceptFinding = Deed("campaign.accept-finding")
  static let returnFinding = Deed("campaign.return-finding")
  static let addMechanism = Deed("campaign.add-mechanism")
  static let mendMechanism = Deed("campaign.mend-mechanism")
  static let carryMechanisms = Deed("campaign.carry-mechanisms")
  static let putInForce = Deed("campaign.put-in-force")
  static let giveUpMechanism = Deed("campaign.give-up-mechanism")
  static let reassignMechanism = Deed("campaign.reassign-mechanism")
  static let addSource = Deed("campaign.add-source")
  static let removeSource = Deed("campaign.remove-source")
  static let listMatter = Deed("campaign.list")
  static let reportMatter = Deed("campaign.report-listed")
  static let returnMatter = Deed("campaign.return-listed")
  static let reassignMatter = Deed("campaign.reassign-listed")
  static let unlistMatter = Deed("campaign.unlist")
  static let adoptAssessment = Deed("campaign.adopt-assessment")
  static let weighAssessment = Deed("campaign.weigh-assessment")
  static let submitAssessment = Deed("campaign.submit-assessment")
  static let approveAssessment = Deed("campaign.approve-assessment")
  static let makeResult = Deed("campaign.make-result")
  static let submitResult = Deed("campaign.submit-result")
  static let approveResult = Deed("campaign.approve-result")
  static let issueResult = Deed("campaign.issue-result")
  static let dropResult = Deed("campaign.drop-result")
  static let drawFiles = Deed("campaign.draw-files")
  static let readFile = Deed("campaign.read-file")
  static let answerReading = Deed("campaign.answer-reading")
  static let decideReading = Deed("campaign.decide-reading")
}
