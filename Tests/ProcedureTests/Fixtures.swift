import Foundation
import Kit
import Law
import Packs
import Testing

@testable import Procedure
@testable import ProcedureWalk

/// The packs of the repository, and the machine that they make.
enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Content").path

  static let content = Result { try LawContent.load(try FolderContent(folder)) }
  static let machine = Result { try Procedure.load(try FolderContent(folder), law: try content.get()) }

  static func law() throws -> LawContent { try content.get() }
  static func procedure() throws -> Procedure { try machine.get() }
  static func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso), "\(iso)") }

  static func procedure(without condition: Condition, only kind: StepKind? = nil) throws -> Procedure {
    try procedure().without(condition, only: kind)
  }

  static func procedure(freeing kind: StepKind) throws -> Procedure { try procedure().freeing(kind) }
}
