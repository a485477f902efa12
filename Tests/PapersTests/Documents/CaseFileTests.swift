import Foundation
import Kit
import Testing

@testable import Papers

@Suite struct CaseFileTests {
  @Test func listsEverythingWithItsHash() throws {
    let scene = try Scene()
    let file = try scene.file()
    let pages = try CaseFilePages(file, checkAddress: nil)
    let html = String(decoding: pages.html, as: UTF8.self)
    #expect(html.components(separatedBy: "<a href=\"#n").count == 4)
    for number in 1...3 { #expect(html.components(separatedBy: "id=\"n\(number)\"").count == 2) }
    #expect(html.contains("src=\"part:2.png\"") && pages.pictures.map(\.name) == ["2.png"])
    #expect(html.contains("此件是 14 字节的文件") && html.contains(PaperArticle.grouped(file.hash)))
    #expect(html.contains("&lt;x&gt;") && !html.contains("<x>"))
  }

  /// The hash under the index is that of the list, and changes with every part of it.
  @Test func hashCountsEverything() throws {
    let scene = try Scene()
    let file = try scene.file()
    #expect(file.hash == Digest.sha256(file.record) && file.record.split(separator: 10).count == 3)
    #expect(try scene.file(order: [1, 0, 2]).hash != file.hash)
    #expect(try scene.file(order: [0, 1]).hash != file.hash)
    #expect(try scene.file(facts: "别的事实").hash != file.hash)
  }

  /// What is kept nowhere must not say that it can be compared with what is kept.
  @Test func aPageOfThePrintBearsNoHash() throws {
    let words = "保存的文书与校验值一致"
    let paper = try PaperSamples.document(facts: "擅自执业。")
    for (entry, isThere) in [
      (CaseFilePrint.Entry(paper, date: ""), true), (.init(page: paper, title: "办理记录", date: ""), false),
    ] {
      let file = CaseFilePrint(cover: paper, coverIsKept: false, agency: "某局", title: "案卷", entries: [entry])
      let html = String(decoding: try CaseFilePages(file, checkAddress: nil).html, as: UTF8.self)
      #expect(html.contains(words) == isThere && html.contains("id=\"n1\""))
    }
  }

  /// A picture whose bytes are no longer those that were hashed is not printed under the old hash.
  @Test func refusesAChangedPicture() throws {
    let scene = try Scene()
    let pages = try CaseFilePages(scene.file(), checkAddress: nil)
    let place = scene.folder.url.appending(path: "work")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try pages.pictures[0].place(in: place)
    var bytes = try Data(contentsOf: scene.photo)
    bytes[40] ^= 1
    try bytes.write(to: scene.photo)
    #expect(throws: PaperRefusal.changedAttachment(name: "photo")) { try pages.pictures[0].place(in: place) }
  }

  private struct Scene {
    let folder: TemporaryFolder
    let photo: URL
    let sound: URL

    init() throws {
      folder = try TemporaryFolder()
      photo = folder.url.appending(path: "photo")
      sound = folder.url.appending(path: "sound")
      try Data(PNGPicture(try #require(QRPicture("sha256:0"))).bytes).write(to: photo)
      try Data("ID3 no picture".utf8).write(to: sound)
    }

    func file(order: [Int] = [0, 1, 2], facts: String = "擅自执业。") throws -> CaseFilePrint {
      let entries: [CaseFilePrint.Entry] = [
        .init(try PaperSamples.document(facts: facts), date: "2026年11月16日"),
        .init(
          attachment: photo, sha256: Digest.sha256(Array(try Data(contentsOf: photo))), title: "现场照片<x>", date: "",
          note: "一张"),
        .init(attachment: sound, sha256: Digest.sha256(Array(try Data(contentsOf: sound))), title: "录音", date: ""),
      ]
      return CaseFilePrint(cover: nil, agency: "清沅县卫生健康局", title: "案卷", entries: order.map { entries[$0] })
    }
  }
}
