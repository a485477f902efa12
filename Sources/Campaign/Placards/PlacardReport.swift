internal import Kit
internal import Offices

/// What the listed unit reported (挂牌事项报告), with its proof: taken when the matter comes off the list, or returned.
struct PlacardReport: Sendable {
  let number: Int64
  let due: CivilDate
  let text: String
  /// How many of the matter's files came with it.
  let files: Int64
  let by: String
  let at: Instant
  /// Who owed it: somebody else may have stood in for him.
  let owner: ID<Account>
  let returnedBy: String?
  let returnedAt: Instant?
  let reason: String?
}
