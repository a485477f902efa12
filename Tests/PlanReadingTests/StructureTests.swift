import Testing

@testable import PlanReading

struct StructureTests {
  static let markers: [(String, Marker.Level, Int?)] = [
    ("一、工作目标", .chapter, 1), ("十二、其他", .chapter, 12), ("第三章 任务", .chapter, 3), ("（一）严查", .section, 1),
    ("(十)打击", .section, 10), ("一）完善", .section, 1), ("1、查处", .item, 1), ("2.查处", .item, 2), ("３．查处", .item, 3),
    ("01加强", .item, 1), ("_、违法广告", .item, nil), ("（1）强化", .subitem, 1), ("①强化", .subitem, 1), ("——责任落实", .dash, nil),
  ]

  @Test(arguments: markers)
  func readsMarkers(_ text: String, level: Marker.Level, number: Int?) throws {
    let script = Manuscript(text)
    let marker = try #require(Marker.read(script.plain, 0))
    #expect(marker.level == level)
    #expect(marker.number == number)
  }

  @Test(arguments: ["一、二级医疗机构", "3.5吨", "2026年", "第三阶段", "一次性用品", "（以下简称专项）"])
  func takesNoWordsForMarkers(_ text: String) {
    #expect(Marker.read(Manuscript(text).plain, 0) == nil)
  }

  static let roles: [(String, Role)] = [
    ("工作目标", .goals), ("指导思想和工作目标", .goals), ("整治范围", .scope), ("重点区域", .scope), ("整治范围和任务", [.scope, .tasks]),
    ("工作重点", .tasks), ("主要任务和整治措施", .tasks), ("职责分工", .duties), ("实施步骤", .phases), ("工作步骤和时间安排", .phases),
    ("工作要求和保障措施", .requirements), ("目标任务", [.goals, .tasks]),
  ]

  @Test(arguments: roles)
  func knowsWhatAChapterIsFor(_ heading: String, role: Role) {
    let script = Manuscript(heading)
    #expect(Role.of(script.plain, script.all) == role)
  }

  @Test func joinsWrappedLinesAndKeepsHeadingsApart() {
    let wrapped = Manuscript("（二）严肃查处餐具集中消毒单位和计划配送单位的违法违\n规行为\n1、查处无证经营。")
    #expect(wrapped.text(wrapped.all).contains("违法违规行为"))
    let apart = Manuscript("一、工作目标\n规范秩序。")
    #expect(Lines.read(apart).count == 2)
  }

  @Test func cutsFlattenedParagraphs() {
    let script = Manuscript("工作任务：1、检查证照。2、检查制度。二、工作要求。（一）加强领导。")
    #expect(Lines.read(script).compactMap(\.marker).map(\.level) == [.item, .item, .chapter, .section])
  }

  @Test func foldsTraditionalScriptOneToOne() {
    #expect(ScriptTable.traditional.unicodeScalars.count == ScriptTable.simplified.unicodeScalars.count)
    let script = Manuscript("　嚴厲打擊無證行醫，規範執業著作。\n著名的乾隆年间")
    #expect(script.text(0..<16) == "严厉打击无证行医，规范执业着作。")
    #expect(script.text(17..<script.all.upperBound) == "著名的乾隆年间")
    #expect(script.source(0..<2) == SourceRange(start: 1, end: 3))
  }
}
