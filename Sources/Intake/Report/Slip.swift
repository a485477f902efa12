import Kit
package import Storage
package import Web

/// The slip (回执) that a reporter takes home: the query code, bound to one sending of one form.
///
/// The code follows from the form's hidden random value (16 bytes of the world's chance) and from what was written, by
/// a key outside the store. So the same form sent twice is known again and gets the same code (a double click must not
/// hide the first answer), while a form that was changed and sent again is a report of its own.
package struct Slip: Sendable {
  package let code: QueryCode
  let codeHash: String
  let onceHash: String
  /// Who reported, sealed to this slip; nil for an anonymous report.
  private(set) var reporter: String?
  /// Which draft of a browser it was; nil for a form without the script.
  private(set) var draftHash: String?

  /// `once` is the form's hidden value; absent or shorter than 16 places, a new one is drawn and nothing is known again.
  package init(once: String?, content: [String], _ database: Database) {
    let drawn = once.flatMap { (16...100).contains($0.utf8.count) ? $0 : nil } ?? Slip.draw(database)
    let parts = ([drawn] + content).map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")
    let secret = SHA256.hex(of: parts)
    let key = database.folder.keys.lookup
    code = QueryCode(secret: secret, key: key)
    codeHash = code.hash(key: key)
    onceHash = keyedHash("once:\(secret)", key: key)
  }

  /// Of a form that a browser may keep as a draft. A draft is bound to its `words` alone: files and the reporter's name are
  /// not kept with it, and may be missing when it is sent again.
  package init(_ form: Form, words: [String], others: [String], _ database: Database) {
    let token = Draft.token(form)
    self.init(once: token ?? form.value("once"), content: token == nil ? words + others : ["draft"] + words, database)
    draftHash = token.map { Draft.hash($0, database) }
  }

  /// The same with the identity that goes into the store beside it.
  func sealing(_ reporter: Reporter?, _ database: Database) throws -> Slip {
    var slip = self
    slip.reporter = try reporter?.sealed(onceHash: onceHash, database.folder.keys, database.world)
    return slip
  }

  /// What the store keeps of it: everything but the code.
  var kept: KeptSlip { KeptSlip(codeHash: codeHash, onceHash: onceHash, reporter: reporter) }

  /// A value for the hidden field of a new form.
  static func draw(_ database: Database) -> String { database.world.randomBytes(16).hex }
}

/// A slip without its code, as it stands in the store.
struct KeptSlip: Sendable {
  let codeHash: String
  let onceHash: String
  /// Sealed to the slip.
  let reporter: String?
}
