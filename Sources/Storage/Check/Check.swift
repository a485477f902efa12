package import Kit

/// Check (自检规则): a state of affairs that no deed can bring about, in the words of the law or of the administration.
///
/// Whatever it finds came from outside of the deeds (a restore, a hand in the database, a fault of the program) or is
/// left undone, and stands on the list to mend. A check only looks.
package struct Check: Sendable {
  /// Stable, never reused: `C12`.
  package let id: String
  /// What must not be: `执法人员少于两人的检查`.
  package let sentence: String
  /// The article, or 内部规则 where no article was read in its text.
  package let source: String
  package let weight: Weight
  /// What to do with a record that was found.
  package let remedy: String
  package let find: @Sendable (CheckGround, Reader) throws -> [Breach]

  package enum Weight: String, Sendable {
    /// A decision or a proof may be void.
    case grave
    /// Something is left undone or inexact.
    case mend

    package var title: String { self == .grave ? "严重" : "要改正" }
  }

  /// `question` answers number and title of each record of the kind that breaks the rule; it must not name people.
  package init(
    _ id: String, _ sentence: String, source: String = "内部规则", _ weight: Weight, on kind: RefKind, remedy: String,
    _ question: @escaping @Sendable (CheckGround) -> SQL
  ) {
    self.init(id, sentence, source: source, weight, remedy: remedy) { ground, reader in
      try reader.query(question(ground) + " ORDER BY 1 LIMIT \(Check.most)") {
        Breach(record: Ref(kind, try $0.int(0)), title: try $0.text(1))
      }
    }
  }

  package init(
    _ id: String, _ sentence: String, source: String = "内部规则", _ weight: Weight, remedy: String,
    find: @escaping @Sendable (CheckGround, Reader) throws -> [Breach]
  ) {
    self.id = id
    self.sentence = sentence
    self.source = source
    self.weight = weight
    self.remedy = remedy
    self.find = find
  }

  /// Of one check in one county: a longer list is not mended by hand.
  package static let most = 200
}

/// What a check looks at: one county, so that no county's findings crowd out another's.
package struct CheckGround: Sendable {
  package let county: County
  package let today: CivilDate
  package let attachments: Attachments
  /// Reads every file and compares its hash; else only looks whether it is there, whole.
  package let isThorough: Bool

  package init(county: County, today: CivilDate, attachments: Attachments, isThorough: Bool) {
    self.county = county
    self.today = today
    self.attachments = attachments
    self.isThorough = isThorough
  }
}

/// A record that breaks a rule.
package struct Breach: Sendable, Hashable {
  package let record: Ref
  /// Number or name of the record, without people.
  package let title: String

  package init(record: Ref, title: String) {
    self.record = record
    self.title = title
  }
}
