import Foundation
import Kit
import Testing

@testable import Papers

/// A press whose program is a shell script of the test, so that the pool, the limits and the keeping can be seen.
@Suite struct PaperPressTests {
  @Test func keepsWhatItMade() async throws {
    let bench = try Bench("printf %%PDF-1 > \"$4/paper.pdf\"")
    let press = try bench.press()
    let first = try await press.pdf(try PaperSamples.document())
    let again = try await press.pdf(try PaperSamples.document())
    let other = try await press.pdf(try PaperSamples.document(facts: "别的"))
    #expect(first == again && first != other && bench.runs == 2)
    #expect(try String(contentsOf: first, encoding: .utf8) == "%PDF-1")
    #expect(try bench.left() == [first.lastPathComponent, other.lastPathComponent].sorted())
    // Another stylesheet gives other pages.
    _ = try await bench.press(stylesheet: "p { color: red }").pdf(try PaperSamples.document())
    #expect(bench.runs == 3)
  }

  @Test func onePaperIsMadeOnceForAllWhoAsk() async throws {
    let bench = try Bench("sleep 0.3; printf %%PDF-1 > \"$4/paper.pdf\"")
    let press = try bench.press()
    let document = try PaperSamples.document()
    try await withThrowingTaskGroup(of: URL.self) { group in
      for _ in 0..<8 { group.addTask { try await press.pdf(document) } }
      for try await _ in group {}
    }
    #expect(bench.runs == 1)
  }

  /// Never more at once than allowed; one more than may wait is refused.
  @Test func boundsThePool() async throws {
    let bench = try Bench(
      "mkdir \"$4/../../now-$$\"; ls -d \"$4\"/../../now-* | wc -l >> \"$4/../../most\"; sleep 0.4; rmdir \"$4/../../now-$$\"; printf %%PDF-1 > \"$4/paper.pdf\""
    )
    var limits = PressLimits()
    (limits.atOnce, limits.waiting) = (2, 3)
    let press = try bench.press(limits)
    var outcomes: [String] = []
    await withTaskGroup(of: String.self) { group in
      for number in 0..<9 {
        group.addTask {
          do {
            _ = try await press.pdf(try PaperSamples.document(facts: "第\(number)份"))
            return "made"
          } catch { return (error as? PaperRefusal)?.code ?? "\(error)" }
        }
      }
      for await outcome in group { outcomes.append(outcome) }
    }
    #expect(
      outcomes.filter { $0 == "made" }.count == 5 && outcomes.filter { $0 == "papers.busy" }.count == 4, "\(outcomes)")
    let most = try String(contentsOf: bench.folder.url.appending(path: "most"), encoding: .utf8)
    #expect(most.split(separator: "\n").compactMap { Int($0.trimmed) }.max() ?? 9 <= 2)
  }

  @Test(arguments: [
    ("sleep 60", "papers.press-too-large"), ("kill -9 $$", "papers.press-too-large"),
    ("exit 12", "papers.press-too-large"),
    ("echo 坏了 >&2; exit 1", "papers.not-pressed"), ("exit 0", "papers.not-pressed"),
    ("printf nothing > \"$4/paper.pdf\"", "papers.not-pressed"),
  ])
  func tellsWhyNot(_ sample: (String, String)) async throws {
    let bench = try Bench("exec 3>&1; \(sample.0)")
    var limits = PressLimits()
    // Only who sleeps is to meet the limit; a machine at work may take its second for the others.
    if sample.0.contains("sleep") { limits.seconds = 1 }
    let press = try bench.press(limits)
    let refusal = try await #require(throws: PaperRefusal.self) { try await press.pdf(try PaperSamples.document()) }
    #expect(refusal.code == sample.1)
    if sample.0.contains("坏了") { #expect(refusal == .notPressed(detail: "坏了\n")) }
    #expect(try bench.left().isEmpty)
  }

  /// The child sees no variable of the server's.
  @Test func givesNothingAway() async throws {
    setenv("QINGYUAN_SECRET_OF_TEST", "x", 1)
    let bench = try Bench("env > \"$4/../../env\"; printf %%PDF-1 > \"$4/paper.pdf\"")
    _ = try await bench.press().pdf(try PaperSamples.document())
    let seen = try String(contentsOf: bench.folder.url.appending(path: "env"), encoding: .utf8)
    let names = Set(seen.split(separator: "\n").map { String($0.prefix { $0 != "=" }) })
    #expect(names.isSubset(of: ["PATH", "LANG", "HOME", "TMPDIR", "PWD", "SHLVL", "_", "OLDPWD"]), "\(names)")
  }

  @Test func saysWhatIsMissingAndClearsUp() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(at: folder.url.appending(path: "half-1"), withIntermediateDirectories: true)
    let press = try PaperPress(folder: folder.url, stylesheet: "", tool: nil)
    #expect(!press.isReady)
    await #expect(throws: PaperRefusal.noPress) { try await press.pdf(try PaperSamples.document()) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    #expect(PressTool.find("/nowhere:\(folder.url.path)") == nil)
  }

  @Test func forgetsTheOldest() async throws {
    let bench = try Bench("head -c 1000 /dev/zero > \"$4/rest\"; (printf %%PDF-1; cat \"$4/rest\") > \"$4/paper.pdf\"")
    var limits = PressLimits()
    limits.kept = 2500
    let press = try bench.press(limits)
    var made: [String] = []
    for number in 0..<4 {
      made.append(try await press.pdf(try PaperSamples.document(facts: "\(number)")).lastPathComponent)
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try bench.left() == made.suffix(2).sorted())
  }
}

/// A folder with a program `weasyprint` whose interpreter is a shell script.
struct Bench {
  let folder: TemporaryFolder

  init(_ script: String) throws {
    folder = try TemporaryFolder()
    let python = folder.url.appending(path: "python")
    let tool = folder.url.appending(path: "weasyprint")
    try "#!/bin/sh\necho x >> '\(folder.url.path)/runs'\n\(script)\n".write(
      to: python, atomically: true, encoding: .utf8)
    try "#!\(python.path) -s\n".write(to: tool, atomically: true, encoding: .utf8)
    for file in [python, tool] {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
  }

  func press(_ limits: PressLimits = PressLimits(), stylesheet: String = "") throws -> PaperPress {
    var tool = try #require(PressTool.find(folder.url.path))
    tool = PressTool(command: tool.command.filter { $0 != "-s" })
    return try PaperPress(
      folder: folder.url.appending(path: "press"), stylesheet: stylesheet, tool: tool, limits: limits)
  }

  var runs: Int {
    (try? String(contentsOf: folder.url.appending(path: "runs"), encoding: .utf8))?.split(separator: "\n").count ?? 0
  }

  func left() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "press").path).sorted()
  }
}
