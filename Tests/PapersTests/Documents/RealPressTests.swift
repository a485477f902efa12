import Foundation
import Kit
import Testing

@testable import Papers

/// With the installed WeasyPrint; where there is none these are left out, and the print run says so.
@Suite(.enabled(if: RealPress.tool != nil, "weasyprint is not installed")) struct RealPressTests {
  @Test func embedsFontsAndKeepsText() async throws {
    let pdf = try Data(contentsOf: try await RealPress().press.pdf(try PaperSamples.document()))
    #expect(pdf.starts(with: Data("%PDF-".utf8)) && pdf.count < 2_000_000)
    let text = String(decoding: pdf, as: UTF8.self)
    #expect(text.contains("/FontFile") && text.contains("/ToUnicode"))
  }

  /// Whatever a page names, nothing is read: not from the network, not from the disk.
  @Test func readsNothingElse() async throws {
    let bait = try TemporaryFolder()
    let secret = bait.url.appending(path: "secret.txt")
    try String(repeating: "SECRET-OF-TEST ", count: 100).write(to: secret, atomically: true, encoding: .utf8)
    let html = """
      <html><head><link rel="attachment" href="file://\(secret.path)"><link rel="stylesheet" href="http://127.0.0.1:9/x"></head>
      <body><p>正文</p><a rel="attachment" href="file://\(secret.path)">附件</a><img src="file://\(secret.path)">
      <object data="file://\(secret.path)"></object><img src="part:../../secret.jpeg"></body></html>
      """
    let press = try RealPress()
    let job = PressJob(html: Array(html.utf8), pictures: [], stylesheet: "")
    let run = PressRun(
      tool: try #require(RealPress.tool), folder: press.folder.url.appending(path: "run"), limits: PressLimits())
    let pdf = try Data(contentsOf: try await run.pdf(job, stylesheet: "@import url(file://\(secret.path));"))
    #expect(pdf.range(of: Data("EmbeddedFile".utf8)) == nil)
  }

  @Test func refusesWhatNeedsTooMuchMemory() async throws {
    var limits = PressLimits()
    limits.memory = 120 << 20
    let press = try RealPress(limits).press
    let refusal = try await #require(throws: PaperRefusal.self) { try await press.pdf(try PaperPageTests.long(3000)) }
    #expect([.tooLarge].contains(refusal) || refusal.code == "papers.not-pressed")
  }

  @Test func printsAWholeFile() async throws {
    let folder = try TemporaryFolder()
    let code = try #require(QRPicture("sha256:0"))
    let photo = folder.url.appending(path: "photo")
    let sound = folder.url.appending(path: "sound.mp3")
    try Data(PNGPicture(code).bytes).write(to: photo)
    try Data("ID3 no picture".utf8).write(to: sound)
    let document = try PaperSamples.document()
    let file = CaseFilePrint(
      cover: document, agency: "清沅县卫生健康局", title: "卢茂生擅自执业案",
      entries: [
        .init(document, date: "2026年11月16日"),
        .init(attachment: photo, sha256: Digest.sha256(PNGPicture(code).bytes), title: "现场照片", date: "2026年9月28日"),
        .init(attachment: sound, sha256: Digest.sha256(Array("ID3 no picture".utf8)), title: "录音", date: "2026年9月28日"),
      ])
    let pdf = try Data(contentsOf: try await RealPress().press.pdf(file))
    #expect(pdf.starts(with: Data("%PDF-".utf8)) && String(decoding: pdf, as: UTF8.self).contains("/Image"))
  }
}

struct RealPress {
  static let tool = PressTool.find(ProcessInfo.processInfo.environment["PATH"] ?? "")

  let folder: TemporaryFolder
  let press: PaperPress

  init(_ limits: PressLimits = PressLimits()) throws {
    folder = try TemporaryFolder()
    let sheet = URL(fileURLWithPath: #filePath).appending(path: "../../../../Static/paper.css").standardizedFileURL
    press = try PaperPress(
      folder: folder.url.appending(path: "press"), stylesheet: String(contentsOf: sheet, encoding: .utf8),
      tool: Self.tool,
      limits: limits)
  }
}
