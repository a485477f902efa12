import Foundation
import Kit
package import Storage
package import Web

extension Permission {
  /// Opens who reported. Held by the custodian of sealed identities (举报身份保管员) and nobody who works on clues.
  package static let reporterOpen = Permission("reporter.open")
}

extension Deed { package static let openReporter = Deed("intake.open-reporter") }

/// Reporter (举报人): who reported, as far as he said. Only ever sealed in the store, never in ledger, search or export.
package struct Reporter: Sendable, Hashable {
  package let name: String?
  package let phone: String?

  /// Nil where nothing was said: an anonymous report is as good as any.
  package init?(name: String?, phone: String?) {
    guard name != nil || phone != nil else { return nil }
    self.name = name
    self.phone = phone
  }

  private init(name: String?, phone: String?, told: Void) {
    self.name = name
    self.phone = phone
  }

  /// Bound to the form that it came with, so that a sealed identity cannot be moved to another clue.
  func sealed(onceHash: String, _ keys: Keys, _ world: World) throws -> String {
    let plain = try JSONEncoder().encode([name, phone])
    return try SealedText.seal(Array(plain), for: Self.subject(onceHash), keys, world)
  }

  static func open(_ sealed: String, onceHash: String, _ keys: Keys) throws -> Reporter? {
    guard let plain = try SealedText.open(sealed, for: subject(onceHash), keys),
      let parts = try? JSONDecoder().decode([String?].self, from: Data(plain)), parts.count == 2
    else { return nil }
    return Reporter(name: parts[0], phone: parts[1], told: ())
  }

  private static func subject(_ onceHash: String) -> String { "reporter:\(onceHash)" }
}

extension Intake {
  /// Opens who reported a clue (开启举报人身份). The reason goes into the ledger with the name of who opened it; the
  /// identity itself never does.
  ///
  /// Refuses an anonymous report, and an identity that this folder's key does not open.
  static func openReporter(of id: ID<Clue>, _ keys: Keys, _ tx: Transaction) throws -> Reporter {
    guard let kept = try ReporterStore.find(id, tx) else { throw IntakeRefusal.anonymous }
    guard let reporter = try Reporter.open(kept.sealed, onceHash: kept.onceHash, keys) else {
      throw IntakeRefusal.sealBroken(number: kept.number)
    }
    tx.tell(Ref(.clue, id), "开启线索\(kept.number)的举报人身份")
    return reporter
  }
}
