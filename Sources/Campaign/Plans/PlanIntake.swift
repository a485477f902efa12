internal import Foundation
internal import Kit
internal import Papers
internal import PlanReading
internal import Storage
internal import Web

/// A text as it came in: what is read, and by what it is known again.
struct PlanFile: Sendable {
  let text: String
  let name: String
  let sha256: String
}

/// One plan cut out of a file, with the reading of it. Ranges point into `text`.
struct NewPlan: Sendable {
  let text: String
  let reading: ReadPlan
  let file: PlanFile
}

/// Takes a plan's text from a form: exactly one of a file and pasted words.
enum PlanIntake {
  /// 2 MB of text hold some 700,000 characters; the longest real plans have 40,000. A Word file or PDF holds pictures too.
  static let limit = BodyLimit(megabytes: 14, eachFile: 12, files: 1)
  static let mostText = 2_000_000

  static func file(_ form: Form, _ documents: DocumentText) async throws -> PlanFile {
    let pasted = form.value("text")
    switch (form.files["file"]?.first, pasted) {
    case (nil, nil): throw CampaignRefusal.nothingGiven
    case (.some, .some): throw CampaignRefusal.bothGiven
    case (let file?, nil): return try await read(file, documents)
    case (nil, let text?):
      guard text.utf8.count <= mostText else { throw TextRefusal.tooLarge }
      guard !text.unicodeScalars.contains("\0") else { throw CampaignRefusal.unreadable(file: "粘贴的正文") }
      return PlanFile(text: Decoding.plainLineEnds(text), name: "粘贴的正文", sha256: SHA256.hex(of: text))
    }
  }

  private static func read(_ file: StagedFile, _ documents: DocumentText) async throws -> PlanFile {
    if let kind = wrongKind(file.type) { throw CampaignRefusal.notPlainText(file: file.name, kind: kind) }
    if let text = try await documents.text(of: file.url, in: file.url.deletingLastPathComponent()) {
      guard text.utf8.count <= 3 * mostText else { throw TextRefusal.tooLarge }
      return PlanFile(text: Decoding.plainLineEnds(text), name: file.name, sha256: file.sha256)
    }
    guard file.size <= mostText else { throw TextRefusal.tooLarge }
    guard let data = try? Data(contentsOf: file.url) else { throw StoreRefusal.unavailable(detail: "incoming") }
    guard let text = Decoding.text([UInt8](data)) else { throw CampaignRefusal.unreadable(file: file.name) }
    return PlanFile(text: text, name: file.name, sha256: file.sha256)
  }

  private static func wrongKind(_ type: String) -> String? {
    switch type {
    case "application/octet-stream", "application/zip", "application/x-ole", "application/pdf": nil
    case "video/mp4": "视频"
    case _ where FileType.pictures.contains(type): "图片"
    default: "别的类型的文件"
    }
  }

  /// The plans of a file, each with its own text. Refuses a text without any: a novel, a table.
  static func plans(_ file: PlanFile) throws -> [NewPlan] {
    let plans = PlanReading.read(file.text).plans
    guard !plans.isEmpty else { throw CampaignRefusal.noPlan }
    let scalars = Array(file.text.unicodeScalars)
    return plans.map { plan in
      let span = (plan.range.start..<max(plan.range.start, plan.range.end)).clamped(to: 0..<scalars.count)
      return NewPlan(text: String(String.UnicodeScalarView(scalars[span])), reading: plan, file: file)
    }
  }
}
