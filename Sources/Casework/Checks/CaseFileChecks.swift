internal import Kit
internal import Law
internal import Offices
internal import Papers
internal import Procedure
internal import Storage

/// What must never be found of steps, papers and hearings: no deed can bring it about.
struct CaseFileChecks {
  let room: Casework

  var all: [Check] { papers + steps }

  private var papers: [Check] {
    let numbered = room.papers.all.filter { $0.number != nil }
    let own = Set(numbered.filter(isNumberedElsewhere).compactMap(\.number) + [Casework.series.sign])
    let drawn = Set(numbered.compactMap(\.number)).subtracting(own)
    return [
      Check(
        "C49", "应当编号的文书已经出具，却没有文号", source: "内部规则（文书统一编号）", .grave, on: .lawCase,
        remedy: "打开案件的文书，核对纸质文书上的文号，用备份补回。",
        { [ids = numbered.map(\.id)] in CaseFileCheckStore.unnumbered(ids, $0) }),
      Check(
        "C50", "文书或者处罚决定的编号有缺号：发出的号与在册的文书数不符", source: "内部规则（编号连续，不得抽走）", .grave,
        remedy: "在台账里按编号查缺的是哪一份，用备份找回。",
        find: { try CaseFileCheckStore.gaps(ofPapers: drawn, ofDecisions: Casework.decisionSigns, $0, $1) }),
    ]
  }

  /// The step drew the number, or the room above: the paper only carries it.
  private func isNumberedElsewhere(_ template: PaperTemplate) -> Bool {
    let own: [StepKind] = [.filing, .decision, .noPenalty, .onTheSpot, .crimeTransfer]
    guard let kind = template.kind, own.contains(kind) else { return false }
    return room.procedure.definition(kind)?.paper == template.id
  }

  private var steps: [Check] {
    [
      Check(
        "C51", "听证举行以前，通知没有提前七个工作日送达", source: "《卫生健康行政处罚程序规定》第四十六条；《行政处罚法》第六十四条", .grave,
        remedy: "请法制机构研究：没有依法通知的听证应当重新举行。", find: hasty),
      Check(
        "C52", "案件已经结案，还挂着办案的期限、审核、听证或者答复的待办", .mend, on: .lawCase,
        remedy: "打开案件核对；确实办完的，请技术人员结束待办。", CaseFileCheckStore.busy),
      Check(
        "C53", "案件的步骤有缺号：有一步被抽走", source: "《行政处罚法》第四十七条（全过程记录）", .grave, on: .lawCase,
        remedy: "在台账里查缺的是哪一步，用备份找回。", CaseFileCheckStore.torn),
      Check(
        "C54", "案件上的决定文号不是办案步骤里发出的文号", .grave, on: .lawCase, remedy: "核对决定书，用备份改正。",
        CaseFileCheckStore.unstepped),
    ]
  }

  /// A hearing after a notice that came too late, or that never came.
  private func hasty(_ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    try CaseFileCheckStore.heard(ground, reader).filter { isHasty($0.steps, ground) }.prefix(Check.most)
      .map { Breach(record: Ref(.lawCase, $0.id), title: $0.number) }
  }

  private func isHasty(_ steps: [Taken], _ ground: CheckGround) -> Bool {
    var file = CaseFile(county: ground.county.number)
    for step in steps {
      if step.kind == .hearing {
        guard let call = file.steps.last(where: { $0.kind == .hearingNotice }),
          let served = room.procedure.served(call, in: file),
          let last = try? room.law.due("hearing.notice", from: step.on)
        else { return true }
        if served > last.due.date { return true }
      }
      file.record(step)
    }
    return false
  }
}
