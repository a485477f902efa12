import Foundation
import Testing

@testable import PlanReading

/// A superior's plan, ours after it, and what a reader of both would say.
struct ComparisonTests {
  static let model = """
    云州市2026年餐具消毒专项整治方案
    为规范餐具消毒服务，防范食品安全风险，制定本方案。
    一、重点任务
    （一）严厉打击无证消毒经营。查处未取得营业执照擅自经营餐具消毒的黑窝点。（市场监管部门牵头，公安部门配合）
    （二）严肃查处违规使用洗涤剂行为。查处使用不合格洗涤剂的行为。（卫生健康部门牵头）
    （三）规范餐具包装标识。查处伪造出厂检验合格证明的行为。（卫生健康部门牵头）
    二、实施步骤
    （一）自查阶段（2026年3月1日至3月31日）。各单位自查。
    （二）检查阶段（2026年4月1日至5月31日）。消毒单位检查覆盖率达到100%，问题整改率不低于95%。
    三、工作要求
    各县于2026年6月10日前将工作总结报市卫生健康委综合监督处。
    """

  static func read(_ text: String) throws -> ComparedPlan {
    ComparedPlan(text: text, plan: try #require(PlanReading.read(text).plans.first))
  }

  private func differences(_ own: String) throws -> [String] {
    let comparison = PlanComparison(try Self.read(Self.model), try Self.read(own))
    return comparison.differences.map {
      "\($0.part.rawValue) \($0.change.rawValue) \($0.own?.words ?? $0.model?.words ?? "") \($0.notes.joined(separator: "；"))"
    }
  }

  private func own(_ change: String, _ with: String) -> String {
    Self.model.replacingOccurrences(of: change, with: with)
  }

  @Test func samePlansDoNotDiffer() throws {
    let comparison = PlanComparison(try Self.read(Self.model), try Self.read(Self.model))
    #expect(comparison.differences == [])
    #expect(comparison.isCopy)
    #expect(comparison.alike == 3 + 2 + 1 + 2)
  }

  @Test func saysWhatIsLeftOut() throws {
    let text = own("（三）规范餐具包装标识。查处伪造出厂检验合格证明的行为。（卫生健康部门牵头）\n", "")
    #expect(try differences(text) == ["task missing 规范餐具包装标识 "])
  }

  @Test(arguments: [
    ("公安部门配合", "公安部门、商务部门配合", "task changed 严厉打击无证消毒经营 配合：公安部门 → 公安部门、商务部门"),
    ("卫生健康部门牵头）\n（三）", "疾控部门牵头）\n（三）", "task changed 严肃查处违规使用洗涤剂行为 牵头：卫生健康部门 → 疾控部门"),
    ("5月31日", "6月30日", "phase changed 检查阶段 结束：2026-05-31 → 2026-06-30"),
    ("6月10日", "6月20日", "deadline changed 工作总结 期限：2026-06-10 → 2026-06-20"),
    ("市卫生健康委综合监督处", "市疾控局", "deadline changed 工作总结 报给：市卫生健康委综合监督处 → 市疾控局"),
    ("不低于95%", "不低于90%", "coverage changed 问题整改率 低于对照：95% → 90%"),
  ])
  func saysWhatChanged(_ change: String, _ with: String, _ expected: String) throws {
    #expect(try differences(own(change, with)) == [expected])
  }

  /// The same days a year later are no change.
  @Test func aYearLaterIsNoChange() throws {
    #expect(try differences(own("2026", "2027")) == [])
  }

  @Test func bothPlacesAreShown() throws {
    let text = own("5月31日", "6月30日")
    let comparison = PlanComparison(try Self.read(Self.model), try Self.read(text))
    let difference = try #require(comparison.differences.first)
    let (model, own) = (try #require(difference.model), try #require(difference.own))
    #expect(comparison.model.quote(model.source).contains("4月1日至5月31日"))
    #expect(comparison.own.quote(own.source).contains("4月1日至6月30日"))
    #expect(comparison.outline().contains("2026-05-31 → 2026-06-30"))
    #expect(comparison.json().contains("\"change\": \"changed\""))
  }

  @Test func otherPlansAreNoCopies() throws {
    let label = try #require(Labelled.all.first { $0.name == "drug-retail" })
    let comparison = PlanComparison(try Self.read(Self.model), try Self.read(label.text))
    #expect(!comparison.isCopy)
    #expect(comparison.differences.contains { $0.change == .missing })
    #expect(comparison.differences.contains { $0.change == .added })
  }

  /// Every labelled plan against every fourth one: no trap, each item told at most once.
  @Test(arguments: Labelled.all)
  func alignsOneToOne(_ label: Labelled) throws {
    guard let model = try? Self.read(label.text) else { return }
    for other in Labelled.all.enumerated().filter({ $0.offset % 4 == 0 }).map(\.element) {
      let own = try Self.read(other.text)
      let comparison = PlanComparison(model, own)
      let told = comparison.differences.count { $0.part == .task && $0.model != nil }
      #expect(told <= model.plan.tasks.count)
      #expect(comparison.differences.count { $0.part == .task && $0.own != nil } <= own.plan.tasks.count)
    }
  }
}
