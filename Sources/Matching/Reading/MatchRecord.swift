/// One written description of a person (人员记录): what a case file, a register or a staff list says, as it was typed.
///
/// All texts may be empty; nothing is checked here, because a wrong number is evidence too.
package struct MatchRecord: Hashable, Sendable {
  package var id = ""
  package var name = ""
  /// Other names, parted by `;` or `；`.
  package var aliases = ""
  package var formerNames = ""
  /// 男, 女 or empty.
  package var sex = ""
  package var birthYear = ""
  /// Identity number: whole, of 15 digits, masked with `*`, or a part.
  package var idNumber = ""
  package var ethnicity = ""
  /// One or several, parted by `;`.
  package var phone = ""
  package var homePlace = ""
  /// Six digits.
  package var practiceCounty = ""
  package var practiceAddress = ""
  package var institution = ""
  package var caseDate = ""

  package init() {}

  package typealias Field = any WritableKeyPath<MatchRecord, String> & Sendable

  /// The columns of a file, in the order of the format.
  package static let columns: [(title: String, field: Field)] = [
    ("name", \.name), ("aliases", \.aliases), ("former_names", \.formerNames), ("sex", \.sex),
    ("birth_year", \.birthYear), ("id_number", \.idNumber), ("ethnicity", \.ethnicity), ("phone", \.phone),
    ("home_place", \.homePlace), ("practice_county", \.practiceCounty), ("practice_address", \.practiceAddress),
    ("institution", \.institution), ("case_date", \.caseDate),
  ]

  /// All names that the record gives, the main one first, as typed.
  package var names: [String] {
    [name] + (aliases + ";" + formerNames).split { ";；、,，".contains($0) }.map(String.init)
  }
}
