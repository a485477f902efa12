import Kit
import Law
import Packs
import Web

struct RecordModel {
  let record: TransferRecord
  let action: TransferAction
  let side: TransferSide
  /// What the police may take instead of three days.
  let longer: [Term]

  var back: Link { side == .office ? "/transfers/\(record.id)" : "/received/\(record.id)" }
  var send: Link {
    side == .office
      ? "/transfers/\(record.id)/record/\(action.rawValue)" : "/received/\(record.id)/record/\(action.rawValue)"
  }
  var list: (String, Link) { side == .office ? ("移送", "/transfers") : ("移送来的案件", "/received") }
  var isOpen: Bool {
    TransferMoves.target(of: action, from: record.state) != nil && (side == .office || action.isOfPolice)
      && (action != .copy || record.copiedOn == nil)
  }
}

enum RecordPages {
  static func form(_ model: RecordModel, _ state: FormState) -> Page {
    Page(
      model.action.title, crumbs: [model.list, (model.record.letter ?? model.record.caseNumber, model.back)],
      """
      \(head(model.action.title, meta: ["\(model.record.party)", "\(model.record.crime)"]))\(state.summary)\
      \(model.isOpen ? fields(model, state) : "<p class=\"note\">现在是“\(model.record.state.title)”，不能办这一步。</p>")
      """)
  }

  private static func fields(_ model: RecordModel, _ state: FormState) -> HTML {
    let action = model.action
    return """
      <form method="post" action="\(link: model.send)" enctype="multipart/form-data" class="panel gap">\
      \(Field("on", "日期", state, hint: dateHint(model)).date())\
      \(if: action.wantsClock, Field("clock", "时间", state, hint: "例如 14:05", required: false).line(most: 5, narrow: true))\
      \(if: action == .prolong, longer(model, state))\
      \(if: action.wantsDocument, Field("document", "文书文号", state).line(most: 80))\
      \(if: action.wantsCount, Field("count", action == .file ? "犯罪嫌疑人几人" : "判决有罪几人", state).line(most: 4, narrow: true, mode: "numeric"))\
      \(Field("words", action.wantsWords ? "理由、内容" : "说明", state, hint: wordsHint(action), required: action.wantsWords).lines(rows: 4, most: 10_000))\
      \(Field("files", "文书扫描件", state, hint: scanHint(model), required: needsScan(model)).files(multiple: true))\
      <p class="row"><button class="btn">\(action.title)</button><a class="btn p" href="\(link: model.back)">不登记，返回</a></p></form>
      """
  }

  private static func needsScan(_ model: RecordModel) -> Bool { model.side == .office && model.action.isForeign }

  private static func scanHint(_ model: RecordModel) -> String {
    needsScan(model) ? "对方盖章的文书，扫描或拍照" : "可以附文书"
  }

  private static func dateHint(_ model: RecordModel) -> String {
    needsScan(model) ? "收到文书的那天；期限从这天起算" : "办这件事的那天"
  }

  private static func wordsHint(_ action: TransferAction) -> String? {
    switch action {
    case .sentence: "罪名、刑期、罚金"
    case .forward: "转送到哪个机关"
    case .decline, .uphold: "不予立案的理由"
    default: nil
    }
  }

  /// The longer terms are not read in their text, and say so.
  private static func longer(_ model: RecordModel, _ state: FormState) -> HTML {
    Field("term", "延长到", state, hint: "从收到案件之日起算").select(
      model.longer.map {
        (
          $0.key,
          "\($0.length)：\($0.title)\($0.provenance.confidence.isFirm ? "" : "（\($0.provenance.confidence.title)）")"
        )
      })
  }
}
