import Foundation
import Kit
import Law
import Packs
import Testing

@testable import Procedure

/// The packs of the repository, and the machine that they make.
enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Content").path

  static let content = Result { try LawContent.load(try FolderContent(folder)) }
  static let machine = Result { try Procedure.load(try FolderContent(folder), law: try content.get()) }

  static func law() throws -> LawContent { try content.get() }
  static func procedure() throws -> Procedure { try machine.get() }
  static func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso), "\(iso)") }

  /// The machine without one of its conditions, as if no step needed it.
  static func procedure(without condition: Condition, only kind: StepKind? = nil) throws -> Procedure {
    let whole = try procedure()
    var book = whole.book
    book.steps = book.steps.map { kind == nil || $0.kind == kind ? $0.without(condition) : $0 }
    return Procedure(book: book, law: whole.law)
  }

  /// The machine in which anybody may take one step.
  static func procedure(freeing kind: StepKind) throws -> Procedure {
    let whole = try procedure()
    var book = whole.book
    book.steps = book.steps.map { $0.kind == kind ? $0.forAnybody : $0 }
    return Procedure(book: book, law: whole.law)
  }
}

extension StepDefinition {
  func without(_ condition: Condition) -> StepDefinition { changed(by: by, needs: needs.filter { $0 != condition }) }
  var forAnybody: StepDefinition {
    changed(by: [.caseOfficer, .anyOfficer, .head, .reviewer, .presider, .recorder], needs: needs)
  }

  private func changed(by: [StepPerson], needs: [Condition]) -> StepDefinition {
    StepDefinition(
      kind: kind, title: title, what: what, provenance: provenance, by: by, about: about, restsOn: restsOn,
      outcomes: outcomes, ways: ways, paper: paper, isEvidence: isEvidence, needs: needs)
  }
}
