import Kit
import Packs
import Testing

@Suite struct MalformedTests {
  /// Key to replace, its new line, key path of the refusal, words of the reason.
  static let cases: [(key: String, line: String, path: String, reason: String)] = [
    ("name", "", "name", "缺少这一项"),
    ("name", "name: ''", "name", "没有填写"),
    ("name", "name:", "name", "没有填写"),
    ("name", "name: '　'", "name", "没有填写"),
    ("name", "name: 2026", "name", "不是文字"),
    ("name", "name: yes", "name", "不是文字"),
    ("name", "name: [诊所]", "name", "不是文字"),
    ("name", "name: {a: b}", "name", "不是文字"),
    ("name", "name: 诊所\u{2C}医院", "name", "“所\u{2C}医”里的标点应为全角"),
    ("name", "name: 诊所\u{28}中医\u{29}和门诊部", "name", "“所\u{28}中”里的标点应为全角"),
    ("name", "name: 《医师法》; 条例", "name", "“》; 条”里的标点应为全角"),
    ("note", "note: ''", "note", "没有填写"),
    ("count", "count: 七", "count", "“七”不是整数"),
    ("count", "count: '7'", "count", "“7”不是整数"),
    ("count", "count: 7.5", "count", "“7.5”不是整数"),
    ("count", "count: 11", "count", "11 应在 1 到 10 之间"),
    ("count", "count: 99999999999999999999", "count", "不是整数"),
    ("day", "day: 2026-02-29", "day", "“2026-02-29”不是日期"),
    ("day", "day: 2026-13-01", "day", "“2026-13-01”不是日期"),
    ("day", "day: 2026年1月1日", "day", "不是日期"),
    ("day", "day: 20260101", "day", "不是日期"),
    ("days", "days: 2026-01-01", "days", "应是列表"),
    ("days", "days: [2026-01-01, 2026-13-01]", "days[1]", "“2026-13-01”不是日期"),
    ("days", "days: [2026-01-01, 2026-01-01]", "days[1]", "2026-01-01 写了两次"),
    ("words", "words: []", "words", "列表是空的"),
    ("words", "words: [诊所, 5]", "words[1]", "不是文字"),
    ("colour", "colour: blue", "colour", "“blue”不在可用的词里：red、green"),
    ("open", "open: yes", "open", "“yes”应写成 true 或者 false"),
    ("open", "open: 'true'", "open", "应写成 true 或者 false"),
    ("confidence", "confidence: X", "confidence", "“X”不在可用的词里：V、V2、M、M?、S、U"),
    ("source", "", "source", "缺少这一项"),
    ("parts", "parts: [first]", "parts[0]", "应是 key: value 形式的记录"),
    ("parts", "parts: [{of: second}]", "parts[0].of", "没有编号为“second”的条目"),
    ("parts", "parts: [{of: first, to: 柳塘镇}]", "parts[0].to", "没有这一项"),
    ("nmae", "nmae: 柳塘镇", "nmae", "没有这一项"),
  ]

  @Test(arguments: cases)
  func namesFileKeyAndReason(_ sample: (key: String, line: String, path: String, reason: String)) throws {
    let found = refusals(MemoryContent(["samples/a.yaml": Sample.text(sample.key, sample.line)]))
    try #require(found.count == 1, "\(found.map(\.sentence))")
    #expect(found[0].file == "samples/a.yaml")
    #expect(found[0].keyPath == sample.path)
    #expect(found[0].reason.contains(sample.reason), "\(found[0].reason)")
    #expect(found[0].sentence.hasPrefix("samples/a.yaml 的 \(sample.path)（第 "))
    #expect(found[0].sentence.hasSuffix("。"))
  }

  @Test(arguments: ["First", "第一", "a_b", "a b"])
  func refusesNamesThatAreNoSlugs(_ name: String) {
    let found = refusals(MemoryContent(["samples/a.yaml": Sample.text("id", "id: \(name)")]))
    #expect(found.contains { $0.keyPath == "id" && $0.reason.contains("“\(name)”只能用小写字母") })
  }

  /// Whole files that are no packs: bytes, words of the reason, line.
  static let files: [(bytes: [UInt8], reason: String, line: Int?)] = [
    ([], "文件是空的", nil),
    (Array("# 只有注释\n".utf8), "文件是空的", nil),
    ([0xB9, 0xFA, 0xCE, 0xC0], "不是 UTF-8 编码", nil),
    (Array("a: [1, 2\nb: 3\n".utf8), "YAML 写法有误", 2),
    (Array("a: b: c\n".utf8), "YAML 写法有误", 1),
    (Array("a: 1\n---\nb: 2\n".utf8), "一个文件只能写一份内容", 2),
    (Array("a: 1\nb: &x 甲\n".utf8), "不能使用锚点和引用", 2),
    (Array("a: *x\n".utf8), "未定义的锚点", 1),
    (Array("a: 1\n\u{0}".utf8), "不是 YAML 文本", nil),
    (Array("- 甲\n- 乙\n".utf8), "应是 key: value 形式的记录", 1),
    (Array("一段小说。\n".utf8), "应是 key: value 形式的记录", 1),
    (Array(repeating: UInt8(ascii: "["), count: 5000), "YAML 写法有误", nil),
    (Array(repeating: UInt8(ascii: "a"), count: 1_000_001), "文件超过 1 MB", nil),
  ]

  @Test(arguments: files.indices)
  func refusesWholeFile(_ index: Int) throws {
    let sample = Self.files[index]
    var content = MemoryContent([:])
    content.files["samples/a.yaml"] = sample.bytes
    let found = refusals(content)
    try #require(found.count == 1, "\(found.map(\.sentence))")
    #expect(found[0].file == "samples/a.yaml")
    #expect(found[0].reason.contains(sample.reason), "\(found[0].sentence)")
    if let line = sample.line { #expect(found[0].line == line) }
  }

  @Test func refusesDuplicateKeyWithItsName() throws {
    let found = refusals(MemoryContent(["samples/a.yaml": Sample.text("name", "name: 甲\nname: 乙")]))
    try #require(found.count == 1)
    #expect(found[0].keyPath == "name")
    #expect(found[0].reason == "同一处写了两次")
  }

  @Test func exampleSentence() throws {
    let text = Sample.text("days", "days:\n  - 2026-01-01\n  - 2026-13-01")
    let found = refusals(MemoryContent(["samples/2026.yaml": text]))
    #expect(found.map(\.sentence) == ["samples/2026.yaml 的 days[1]（第 15 行）：“2026-13-01”不是日期。"])
    #expect(found.first?.code == "packs.malformed")
  }
}
