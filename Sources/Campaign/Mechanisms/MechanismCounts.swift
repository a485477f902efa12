internal import Kit

/// The groups in which the list is shown.
enum MechanismGroup: String, CaseIterable, Sendable {
  case drafting, late
  case inForce = "in-force"
  case givenUp = "given-up"

  var title: String { self == .late ? "逾期没有施行" : MechanismState(rawValue: rawValue)?.title ?? rawValue }
}

/// How many lines of a campaign's list stand where; what is late is drafted too.
struct MechanismCounts: Sendable, Hashable {
  var drafting: Int64 = 0
  var late: Int64 = 0
  var inForce: Int64 = 0
  var givenUp: Int64 = 0

  var all: Int64 { drafting + inForce + givenUp }

  subscript(group: MechanismGroup) -> Int64 {
    switch group {
    case .drafting: drafting
    case .late: late
    case .inForce: inForce
    case .givenUp: givenUp
    }
  }
}
