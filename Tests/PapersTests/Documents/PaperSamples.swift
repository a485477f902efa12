import Foundation
import Kit
import Packs

@testable import Papers

/// Templates that stand in a test.
struct PaperContent: ContentSource {
  var files: [String: String]

  func paths() -> [String] { files.keys.sorted() }
  func bytes(_ path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }
}

enum PaperSamples {
  /// One template with one of each thing.
  static let notice = """
    papers:
      - id: notice
        title: 告知书
        step: prior-notice
        number: 卫医罚告
        audience: party
        served: true
        width: a4+80
        source: penalties:44
        confidence: V
        asks:
          - {key: facts, label: 违法事实, kind: lines, required: true, from: [earlier/facts, case.summary]}
          - {key: until, label: 截止日期, kind: date}
          - {key: fine, label: 罚款, kind: money}
          - {key: outcome, label: 结论, kind: choice, choices: [成立, 不成立], default: 成立}
          - {key: answers, label: 问答, kind: rows, columns: [{key: q, label: 问, kind: lines}, {key: n, label: 次数, kind: number}]}
        body:
          - p: "{party.name}："
          - h: 一、事实
          - p: "经查，{facts}"
          - p: 请在{until}以前提出。
            if: until
          - p: "{until}"
          - p: 罚款{fine}（{fine.capital}）。
            if: [fine, decision.has-fine]
          - p: 意见成立。
            if: outcome=成立
          - p: 没有听证权利。
            unless: hearing.told
          - facts:
              - {label: 当事人, value: "{party.name}"}
              - {label: 证件号码, value: "{party.code}", unless: party.is-organisation}
          - rows: items
            numbered: true
            columns: [{key: name, label: 名称, width: 4}, {key: count, label: 数量}]
          - rows: answers
            least: 3
            columns: [{key: q, label: 问}, {key: n, label: 次数}]
          - blank: 2
          - sign: [当事人（签名）]
          - part: rights
            if: hearing.told
          - break: page
          - seal: agency
          - note: 一式二份。
      - id: earlier
        title: 报告
        audience: internal
        source: custom
        confidence: U
        asks: [{key: facts, label: 事实, kind: lines}]
        body: [{p: "{facts}"}]
    parts:
      - id: rights
        body: [{p: "有权要求听证，电话{agency.phone}。"}]
    """

  static func book(_ text: String = notice) throws -> PaperBook {
    try PaperBook.load(PaperContent(files: ["papers/a.yaml": text]))
  }

  static func template() throws -> PaperTemplate {
    guard let template = try book()["notice"] else { throw PaperRefusal.noPress }
    return template
  }

  /// What the rooms supply, whole.
  static func values() -> PaperValues {
    var values = PaperValues()
    values[.agencyName] = "清沅县卫生健康局"
    values[.agencyPhone] = "0999-5550147"
    values[.partyName] = "卢茂生"
    values[.partyCode] = "99000019700101041X"
    values[.paperNumber] = "清卫医罚告〔2026〕47号"
    values[.paperAddress] = "https://example.invalid/p/7Q2K"
    values.set(.paperDate, CivilDate(2026, 11, 16))
    values[.items] = [["name": "血压计", "count": "1"], ["name": "输液架", "count": "2"]]
    values.set(.hearingTold)
    values.set(.decisionHasFine)
    return values
  }

  static func document(facts: String = "擅自执业。", party: String = "卢茂生") throws -> PaperDocument {
    let template = try template()
    var values = values()
    values[.partyName] = party
    let typing = PaperTyping(
      texts: ["facts": facts, "until": "2026-11-22", "fine": "80000", "outcome": "成立"],
      rows: ["answers": [["q": "什么时候开始的？", "n": "1"]]])
    return template.document(values.adding(try template.answers(typing)))
  }
}

extension PaperDocument {
  /// All words of it, a line each.
  var words: [String] { blocks.flatMap(\.lines).map(\.words) }
}
