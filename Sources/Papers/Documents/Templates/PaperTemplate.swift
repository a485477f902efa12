package import Packs

/// A template of a paper (文书): what it is, what its officer is asked, what it says. Read from `Content/papers/`.
package struct PaperTemplate: Hashable, Sendable {
  /// For whom it is written.
  package enum Audience: String, CaseIterable, Sendable {
    case party, `internal`, police, procuratorate, court, agency, `public`
  }

  package enum Width: String, CaseIterable, Sendable {
    case a4
    /// Also on the 80 mm roll of a portable printer.
    case a4AndRoll = "a4+80"
  }

  /// Stable, e.g. `prior-notice`.
  package let id: String
  package let title: String
  /// The step of the procedure that makes it; nil where it is written whenever it is needed.
  package let step: String?
  /// Sign of its gapless yearly series, e.g. 卫医罚告; nil where it has no number.
  package let number: String?
  /// How the number ends: `N号`, `第N期`.
  package var counted = PaperTemplate.plainCount
  package let audience: Audience
  /// Whether a service receipt is owed.
  package let isServed: Bool
  package let width: Width
  /// What prescribes it: `statute-key:article`, several with a blank between, or `custom` for a customary sheet.
  package let provenance: Provenance
  /// For the legal office; never printed.
  package let note: String?
  /// The fields of its form, in order.
  package let asks: [PaperAsk]
  var body: [PaperPiece]

  static let plainCount = "N号"

  /// What stands before and behind the count in the number.
  package var countWords: (before: String, behind: String) {
    let halves = counted.split(separator: "N", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
    return (halves.first ?? "", halves.count == 2 ? halves[1] : "")
  }

  /// The Chinese name of a placeholder, for telling what is missing.
  package func title(of name: String) -> String {
    PaperText.named[name]?.title ?? asks.first { $0.key == name || "\($0.key).capital" == name }?.label ?? name
  }
}

/// A part of a template with the conditions under which it is printed.
struct PaperPiece: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case heading(PaperPhrase)
    case paragraph(PaperPhrase)
    case note(PaperPhrase)
    case table(PaperTablePiece)
    case facts([PaperFactPiece])
    case blank(Int)
    case sign([PaperPhrase])
    case seal
    case pageBreak
    /// The pieces of a `PaperPart`; none is left in a book.
    case part(String)
  }

  let kind: Kind
  let conditions: [PaperCondition]
}

/// A table over a list.
struct PaperTablePiece: Hashable, Sendable {
  let list: String
  let columns: [PaperColumn]
  /// So many rows at least, the empty ones to write by hand.
  let least: Int
  /// Printed in the place of rows where there are none.
  let empty: String
}

/// Pieces that several templates share.
struct PaperPart: Hashable, Sendable {
  let id: String
  let body: [PaperPiece]
}

/// A row of a boxed form.
struct PaperFactPiece: Hashable, Sendable {
  let label: PaperPhrase
  let value: PaperPhrase
  let conditions: [PaperCondition]
}

/// `if: hearing.told`, `unless: facts`, `if: outcome=成立`.
struct PaperCondition: Hashable, Sendable {
  let name: String
  /// The choice that must be made; nil where the name need only be set or filled.
  let choice: String?
  let isWanted: Bool
}
