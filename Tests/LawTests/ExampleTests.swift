import Kit
import Law
import Packs
import Testing

/// The packs' worked cases, which people wrote from the law, and proof that a wrong one is found.
@Suite struct ExampleTests {
  @Test func everyWorkedCaseAgrees() throws {
    let run = try Fixtures.law().examine(try FolderContent(Fixtures.folder))
    #expect(run.dues >= 160 && run.fines >= 180 && run.refusals >= 40, "\(run)")
  }

  static let case_ = """
    due:
      - {term: case.filing, from: 2026-09-18, due: 2026-09-29, countedTo: 2026-09-29, counted: 丙, skipped: [2026-09-19, 2026-09-25, 2026-09-26, 2026-09-27], provisional: false, article: 第三十二条}
      - {term: surcharge, from: 2026-05-21, until: 2026-05-22, fine: 50000, amount: 1500, counted: 丙, article: 第七十二条}
    fine:
      - {violation: clinic-unfiled, on: 2026-05-06, min: 0, max: 30000, mandatory: true, confiscate: [gains], onRefusal: [stop_practice], article: 第四十三条, steps: 丙}
    refused:
      - {violation: clinic-unfiled, on: 2022-04-30, why: not-in-force}
      - {term: transfer.handover, from: 2026-09-30, why: missing-input}

    """

  private func problems(_ text: String) throws -> [PackProblem] {
    let law = try Fixtures.law()
    do {
      _ = try law.examine(MemoryContent(["examples/one.yaml": Array(text.utf8)]))
      return []
    } catch { return error.all.compactMap { $0 as? PackProblem } }
  }

  @Test func goodCasesPass() throws { #expect(try problems(Self.case_).isEmpty) }

  static let slips: [(old: String, new: String, key: String, reason: String)] = [
    ("due: 2026-09-29", "due: 2026-09-28", "due[0].due", "算例写的是“2026-09-28”，程序得出“2026-09-29”"),
    ("[2026-09-19, ", "[", "due[0].skipped", "程序得出"),
    ("provisional: false", "provisional: true", "due[0].provisional", "程序得出“false”"),
    ("第三十二条", "第三十三条", "due[0].article", "程序得出"),
    ("amount: 1500", "amount: 1500.01", "due[1].amount", "程序得出“1,500”"),
    ("max: 30000", "max: 30000.01", "fine[0].max", "程序得出“30,000”"),
    ("mandatory: true", "mandatory: false", "fine[0].mandatory", "程序得出“true”"),
    ("[gains]", "[gains, drugs]", "fine[0].confiscate", "程序得出“gains”"),
    ("[stop_practice]", "[correct]", "fine[0].onRefusal", "程序得出“stop_practice”"),
    ("why: not-in-force", "why: gap", "refused[0].why", "写的是 gap"),
    ("2022-04-30", "2022-05-01", "refused[0].why", "应当拒绝"),
    ("violation: clinic-unfiled, on: 2026", "violation: moon, on: 2026", "fine[0].", "程序拒绝"),
    ("steps: 丙", "stops: 丙", "fine[0].steps", "缺少这一项"),
  ]

  @Test(arguments: slips)
  func wrongCasesAreFound(_ slip: (old: String, new: String, key: String, reason: String)) throws {
    let text = Self.case_.replacing(slip.old, with: slip.new)
    #expect(text != Self.case_)
    let found = try problems(text)
    #expect(found.contains { $0.keyPath == slip.key && $0.reason.contains(slip.reason) }, "\(found.map(\.sentence))")
  }
}

struct MemoryContent: ContentSource {
  let files: [String: [UInt8]]
  init(_ files: [String: [UInt8]]) { self.files = files }
  func paths() -> [String] { files.keys.sorted() }
  func bytes(_ path: String) -> [UInt8]? { files[path] }
}
