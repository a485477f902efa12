import App
import Foundation
import Kit
import Law
import Packs
import PlanReading
import TestKit
import Testing
import Web

@testable import Campaign

/// Invented plans. Nothing of them is from a real place.
enum Texts {
  /// Everything a release needs but: the last phase has no dates, the third task no lead, a deadline is blank.
  static let gaps = """
    清沅县2026年医疗秩序专项整治工作方案

    为整顿和规范全县医疗服务秩序，严厉打击非法行医，维护群众健康权益，结合我县实际，制定本方案。

    一、工作目标
    通过专项整治，取缔一批无证行医点，查处一批违法案件，建立健全长效监管机制。

    二、整治范围
    全县各级各类医疗机构，城乡结合部、集贸市场等重点区域。

    三、重点任务
    （一）严厉打击无证行医。重点查处未取得医疗机构执业许可证擅自开展诊疗活动的行为。（县卫生健康局牵头，县公安局、县市场监管局配合）
    （二）规范医疗机构执业行为。重点查处使用非卫生技术人员、超范围执业的行为。（县卫生健康局牵头，县医保局配合）
    （三）整治违法医疗广告。重点查处未取得医疗广告审查证明发布广告的行为。

    四、实施步骤
    （一）动员部署阶段（2026年11月1日至2026年11月10日）。制定方案，召开动员会，公布举报渠道。
    （二）集中整治阶段（2026年11月11日至2026年12月20日）。开展拉网式检查，对医院检查覆盖率达到100%，对诊所检查覆盖率达到80%以上。
    （三）总结阶段（20__年__月__日至__月__日）。总结经验，完善机制。

    五、工作要求
    （一）加强组织领导。成立专项整治领导小组，办公室设在县卫生健康局。
    （二）及时报送信息。各成员单位于2026年12月25日前将工作总结报县整治办。
    """

  static let second = """
    清沅县2026年打击非法医疗美容专项行动实施方案

    为打击非法医疗美容行为，保障群众健康安全，制定本实施方案。

    一、工作目标
    严厉打击非法开展医疗美容的行为，规范医疗美容服务秩序。

    二、重点任务
    （一）查处生活美容机构擅自开展医疗美容的行为。（县卫生健康局牵头，县市场监管局配合）
    （二）查处无证人员实施医疗美容的行为。（县卫生健康局牵头，县公安局配合）

    三、工作步骤
    （一）部署阶段（2026年11月1日至11月15日）。制定方案，宣传动员。
    （二）检查阶段（2026年11月16日至12月31日）。开展监督检查，严肃查处违法行为。
    """

  static let novel = """
    那年冬天的雪下得很早。老人坐在门槛上，看着院子里的枣树一点一点变白，想起许多年前的一个夜晚。他没有说话，只是把手里的烟袋慢慢地磕了磕。
    孩子们在远处喊他的名字，声音被风吹散了。他站起来，走到井边，井水映着灰色的天空，像一面旧镜子。
    “回来吧，”他轻轻地说，“雪停了，路就好走了。”没有人听见。
    """
}

enum Fixtures {
  static let law = Result { try LawContent.load(try FolderContent(TestHouse.contentFolder)) }
  static func types() throws -> InstitutionTypes { try law.get().institutionTypes }
  static func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso), "\(iso)") }

  static func item(
    _ number: Int64, _ kind: ItemKind, _ fields: [(ItemField, String?)], _ places: [(Int, Int)] = [],
    state: ItemState = .read
  ) -> PlanItem {
    PlanItem(
      id: ID(number), number: number, kind: kind, state: state, fields: ItemFields(fields), first: ItemFields(fields),
      source: places.map { SourceRange(start: $0.0, end: $0.1) })
  }
}

/// What a page holds, for assertions.
struct Seen {
  let text: String
  init(_ answer: Answer) { text = answer.text }

  func has(_ words: String) -> Bool { text.contains(words) }

  /// Links that begin so, each once.
  func links(_ start: String) -> [String] {
    var found: [String] = []
    for piece in text.split(separator: "\"") where piece.hasPrefix(start) && !found.contains(String(piece)) {
      found.append(String(piece))
    }
    return found
  }

  /// Ids that stand more than once: a broken page.
  var doubledIDs: [String] {
    let pieces = text.split(separator: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    return Dictionary(grouping: pieces, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
  }

  /// The form that posts to an item, by the item's number: its address.
  func form(_ prefix: String) -> String? {
    guard let mark = text.range(of: "name=\"as\" value=\"\(prefix)\""),
      let action = text[..<mark.lowerBound].range(of: "action=\"", options: .backwards)
    else { return nil }
    return String(text[action.upperBound...].prefix { $0 != "\"" })
  }
}
