package import Foundation

/// Makes PDF files of papers, with embedded fonts and text that can be searched, through an installed WeasyPrint.
///
/// Each PDF is made by a process of its own, with limits on time, memory and size, without network and without the
/// server's environment; the page that it reads may load nothing but the pictures given with it. Few run at once, few
/// wait. A PDF is kept in `folder` under the hash of all that it was made of, so the second call costs nothing.
///
/// Refuses: no program (`noPress`), too many waiting (`busy`), past the limits (`tooLarge`).
package actor PaperPress {
  private let tool: PressTool?
  private let folder: URL
  private let stylesheet: String
  private let limits: PressLimits
  private let turns: Turns
  private var works: [String: Task<URL, any Error>] = [:]

  /// `folder` holds papers of cases: it belongs into the data folder, and nobody else may read it. What an earlier server
  /// left half made is removed.
  package init(folder: URL, stylesheet: String, tool: PressTool?, limits: PressLimits = PressLimits()) throws {
    (self.tool, self.folder, self.stylesheet, self.limits) = (tool, folder, stylesheet, limits)
    turns = Turns(atOnce: limits.atOnce, waits: limits.waiting)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasPrefix(Self.half) {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }

  /// Whether PDF files can be made here at all; pages without it say how to print from the browser.
  package nonisolated var isReady: Bool { tool != nil }

  /// One paper. The file stays in the press's folder and is read or copied at once.
  package func pdf(_ document: PaperDocument, on sheet: PaperSheet = .a4, checkAddress: String? = nil) async throws
    -> URL
  {
    let page = PaperPage(sheet, stylesheet: "", checkAddress: checkAddress)
    return try await pdf(PressJob(html: page.html(document), pictures: [], stylesheet: stylesheet))
  }

  /// A whole file of a case.
  package func pdf(_ file: CaseFilePrint, checkAddress: String? = nil) async throws -> URL {
    let pages = try CaseFilePages(file, checkAddress: checkAddress)
    return try await pdf(PressJob(html: pages.html, pictures: pages.pictures, stylesheet: stylesheet))
  }

  private func pdf(_ job: PressJob) async throws -> URL {
    let place = folder.appending(path: "\(job.key).pdf")
    if FileManager.default.fileExists(atPath: place.path) {
      try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: place.path)
      return place
    }
    guard let tool else { throw PaperRefusal.noPress }
    // Who asks for what is being made waits for it.
    if let work = works[job.key] { return try await work.value }
    let work = Task {
      guard let made = try await turns.take({ try await self.make(job, tool, place) }) else { throw PaperRefusal.busy }
      return made
    }
    works[job.key] = work
    defer { works[job.key] = nil }
    return try await work.value
  }

  private func make(_ job: PressJob, _ tool: PressTool, _ place: URL) async throws -> URL {
    let run = PressRun(tool: tool, folder: folder.appending(path: "\(Self.half)\(UUID().uuidString)"), limits: limits)
    defer { try? FileManager.default.removeItem(at: run.folder) }
    let made = try await run.pdf(job, stylesheet: stylesheet)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: made.path)
    try? FileManager.default.removeItem(at: place)
    try FileManager.default.moveItem(at: made, to: place)
    forgetOldest(except: place)
    return place
  }

  private func forgetOldest(except newest: URL) {
    let keys: Set<URLResourceKey> = [.contentModificationDateKey, .fileSizeKey]
    let all = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: Array(keys))) ?? []
    let kept = all.filter { $0.pathExtension == "pdf" }.map { file -> (file: URL, size: Int, date: Date) in
      let values = try? file.resourceValues(forKeys: keys)
      return (file, values?.fileSize ?? 0, values?.contentModificationDate ?? .distantPast)
    }
    var sum = 0
    for one in kept.sorted(by: { $0.date > $1.date }) {
      sum += one.size
      if sum > limits.kept, one.file.lastPathComponent != newest.lastPathComponent {
        try? FileManager.default.removeItem(at: one.file)
      }
    }
  }

  private static let half = "half-"
}
