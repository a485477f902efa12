import Procedure

/// The people of the tests, by account.
enum Cast {
  static let people: [ActingPerson] = [
    ActingPerson(account: 1, rights: [.officer]),
    ActingPerson(account: 2, rights: [.officer]),
    ActingPerson(account: 3, rights: [.officer, .reviewer, .presider], qualifiedReviewer: true),
    ActingPerson(account: 4, rights: [.officer, .head]),
    /// No certificate.
    ActingPerson(account: 5, rights: [.officer]),
    ActingPerson(account: 6, rights: [.officer]),
    ActingPerson(account: 10, rights: [.head]),
    ActingPerson(account: 20, rights: [.reviewer], qualifiedReviewer: true),
    ActingPerson(account: 21, rights: [.reviewer]),
    ActingPerson(account: 22, rights: [.reviewer, .head], qualifiedReviewer: true),
    ActingPerson(account: 30, rights: [.presider]),
    ActingPerson(account: 31, rights: [.presider, .recorder]),
    ActingPerson(account: 40, rights: [.recorder]),
  ]
  static let certified: Set<Int64> = [1, 2, 3, 4, 6]

  private static let byAccount = Dictionary(uniqueKeysWithValues: people.map { ($0.account, $0) })
  static func person(_ account: Int64) -> ActingPerson? { byAccount[account] }
  static func has(_ account: Int64, _ right: ActingRight) -> Bool { byAccount[account]?.rights.contains(right) == true }
}
