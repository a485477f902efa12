import Casework
import Duties
import Inspection
import Kit
import Law
import Offices
import Procedure
import Storage
import Web

/// What the page of a transfer shows, on every side; what a side may not see is not in it.
struct TransferDetail {
  let record: TransferRecord
  let report: TransferReport?
  let check: CheckRecord?
  let events: [TransferEvent]
  let duties: [OpenDuty]
  let files: [Attachment]
  let package: Attachment?
  let incidents: [Incident]
  let history: [LedgerEntry]
  let headName: String
  let officers: String
  /// Why the case cannot go to the police; asked while it is not with them.
  let obstacles: [Closed]
  let today: CivilDate
  let calendar: WorkCalendar
}

extension Transfers {
  func detail(_ record: TransferRecord, _ call: Call, _ reader: Reader) throws -> TransferDetail {
    let attachments = call.database.attachments
    let names = try Offices.names(of: [record.first.value, record.second.value, record.head.value], reader)
    return TransferDetail(
      record: record, report: try TransferStore.report(of: record.id, reader),
      check: try ThresholdStore.find(record.check, reader),
      events: try TransferStore.events(of: record.id, reader), duties: try Duties.waiting(on: record.ref, reader),
      files: try attachments.list(of: record.ref, reader), package: try Self.package(of: record, attachments, reader),
      incidents: try IncidentStore.list(of: record.lawCase, reader),
      history: try LedgerReading.history(of: record.ref, reader),
      headName: names[record.head.value] ?? "",
      officers: [record.first, record.second].compactMap { names[$0.value] }.joined(separator: "、"),
      obstacles: try obstacles(to: record, reader), today: call.today, calendar: law.calendar)
  }
}

extension Transfers {
  /// Of a transfer that waits for its head or for the hand-over.
  func obstacles(to record: TransferRecord, _ reader: Reader) throws -> [Closed] {
    guard record.state.standing == .pending else { return [] }
    return try obstacles(to: record.lawCase, head: record.head, reader)
  }
}

/// What may be done next, for either side.
enum TransferSteps {
  static func office(_ record: TransferRecord, _ obstacles: [Closed], works: Bool, decides: Bool) -> [Step] {
    var steps: [Step] = []
    let closed = closedWords(obstacles)
    switch record.state {
    case .proposed:
      steps.append(
        Step(
          "决定是否移送",
          (closed ?? "") + (decides ? "三日内决定；不批准要写明理由。" : "报告报给的正职负责人决定，副职、代理人不能代他决定。"),
          decides ? "/transfers/\(record.id)/decide" : nil))
    case .approved:
      steps.append(
        Step(
          "移送公安机关", closed ?? handOverWords(record),
          works && closed == nil ? "/transfers/\(record.id)/hand-over" : nil))
      if decides || closed != nil {
        steps.append(
          Step(
            "撤回批准", decides ? "还没有移送，可以撤回批准；要写明理由，检察机关看得到。" : "由批准移送的负责人撤回，写明理由。",
            decides ? "/transfers/\(record.id)/revoke" : nil))
      }
    default: break
    }
    guard works, record.state.isHandedOver else { return steps }
    steps += actions(record).map { Step($0.title, why($0), link("/transfers", record, $0)) }
    if record.copiedOn == nil {
      steps.append(
        Step(TransferAction.copy.title, "移送时把移送书抄送同级人民检察院；处罚以后移送的，连同决定书。", link("/transfers", record, .copy)))
    }
    return steps
  }

  static func police(_ record: TransferRecord) -> [Step] {
    actions(record).filter(\.isOfPolice).map { Step($0.title, policeWhy($0), link("/received", record, $0)) }
  }

  private static func actions(_ record: TransferRecord) -> [TransferAction] {
    TransferMoves.open(from: record.state).filter { !$0.hasOwnForm }
  }

  private static func link(_ base: StaticString, _ record: TransferRecord, _ action: TransferAction) -> Link {
    base.description == "/received"
      ? "/received/\(record.id)/record/\(action.rawValue)" : "/transfers/\(record.id)/record/\(action.rawValue)"
  }

  /// Nil where the case can go to the police.
  private static func closedWords(_ obstacles: [Closed]) -> String? {
    guard !obstacles.isEmpty else { return nil }
    return "现在不能移送公安机关：" + obstacles.map { "\($0.reason)（\($0.source)）" }.joined()
  }

  private static func handOverWords(_ record: TransferRecord) -> String {
    guard let end = record.approvedAt?.adding(seconds: 24 * 3600) else { return "批准后 24 小时内移送。" }
    return "批准后 24 小时内移送，到 \(end.chinese())止。"
  }

  private static func why(_ action: TransferAction) -> String {
    action.isForeign ? "收到文书以后登记，附扫描件。" : "登记本机关办的这一步。"
  }

  private static func policeWhy(_ action: TransferAction) -> String {
    switch action {
    case .receive: "在移送书回执上签字；不属于本机关管辖的，点转送。"
    case .forward: "24 小时内转送有管辖权的机关，并告诉移送的机关。"
    case .decline, .uphold: "写明理由，退回案卷材料。"
    default: "登记以后，移送的机关马上看到。"
    }
  }
}
