import Foundation
import Kit
import Packs
import Testing

@Suite struct ReaderTests {
  @Test func readsEveryKind() throws {
    let reader = PackReader(MemoryContent(["samples/a.yaml": "\u{FEFF}" + Sample.text("note", "note: 备注，共 3,000 元")]))
    let found = reader.files(in: "samples", Sample.read)
    try reader.settle()
    let first = try #require(CivilDate(2026, 1, 1))
    #expect(
      found == [
        Sample(
          id: "first", name: "柳塘镇卫生院", note: "备注，共 3,000 元", count: 7, day: try #require(CivilDate(2026, 11, 22)),
          days: [first, first.adding(days: 1)], words: ["诊所", "医院"], colour: .green, open: true,
          provenance: Provenance(source: "《行政处罚法》第六十条", confidence: .verified), parts: ["first"])
      ])
  }

  @Test func collectsAllProblemsOfAllFiles() {
    let found = refusals(
      MemoryContent([
        "samples/a.yaml": "id: A\nname: 3\ncount: x\n",
        "samples/b.yaml": Sample.text("day", "day: 2026-02-30"),
        "samples/c.yaml": "a: b: c",
      ]))
    let first = Set(found.filter { $0.file == "samples/a.yaml" }.map(\.keyPath))
    #expect(
      first == ["id", "name", "count", "day", "days", "words", "colour", "open", "source", "confidence", "parts"])
    #expect(found.contains { $0.file == "samples/b.yaml" && $0.keyPath == "day" })
    #expect(found.contains { $0.file == "samples/c.yaml" })
    #expect(found.map(\.file) == found.map(\.file).sorted())
  }

  @Test func nameGivenTwiceNamesTheFirstFile() {
    let good = Sample.text("note", "")
    let found = refusals(MemoryContent(["samples/a.yaml": good, "samples/b.yaml": good]))
    #expect(found.map(\.sentence) == ["samples/b.yaml 的 id（第 1 行）：“first”与 samples/a.yaml 第 1 行重复。"])
  }

  @Test func folderWithoutFilesAndStrangeFiles() {
    #expect(refusals(MemoryContent([:])).map(\.sentence) == ["samples：没有内容文件。"])
    let found = refusals(
      MemoryContent([
        "samples/a.yaml": Sample.text("note", ""), "samples/a.yml": "", "samples/deep/b.yaml": "",
      ]))
    #expect(found.map(\.file) == ["samples/a.yml", "samples/deep/b.yaml"])
  }

  @Test func unknownFoldersAreRefused() {
    let reader = PackReader(MemoryContent(["samples/a.yaml": "", "sampels/a.yaml": "", "a.yaml": "", "README.md": ""]))
    reader.allow(folders: ["samples"])
    let found = #expect(throws: Refusals.self) { try reader.settle() }
    #expect(
      found?.all.map(\.sentence) == [
        "a.yaml：不在已知的文件夹里（samples）。", "sampels/a.yaml：不在已知的文件夹里（samples）。",
      ])
  }

  @Test func readsAFolder() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "packs-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let inner = folder.appending(path: "samples")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try Sample.text("note", "").write(to: inner.appending(path: "a.yaml"), atomically: true, encoding: .utf8)
    try "x".write(to: inner.appending(path: ".hidden"), atomically: true, encoding: .utf8)
    let content = try FolderContent(folder.path)
    #expect(content.paths() == ["samples/a.yaml"])
    #expect(content.bytes("../secret") == nil)
    #expect(refusals(content).isEmpty)
  }

  @Test func missingFolderIsRefused() {
    let found = #expect(throws: PackProblem.self) { try FolderContent("/nowhere/at/all") }
    #expect(found?.sentence == "/nowhere/at/all：内容文件夹不存在，或者没有读取权限。")
  }
}
