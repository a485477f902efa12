import Kit
import Offices
import Storage
package import Web

extension Permission {
  /// To be told of late duties: of one's agency, or of the jurisdiction.
  package static let dutyPress = Permission("duty.press")
}

/// Who is told of late duties in one county, read once for many of them.
struct Pressers: Sendable {
  private let people: [(person: Person, reach: Reach)]
  private var labels: [ID<Account>: String] = [:]

  init(_ county: County, roles: RoleBook, _ reader: Reader) throws {
    people = try Offices.people(over: county, holding: .dutyPress, roles: roles, reader)
  }

  /// The readers of a step; never none.
  ///
  /// The owner reads his warnings and the first reminder. Then the heads of his agency; where he is the head himself, or
  /// there is none, whoever is above. Then the agencies above: those who press over the whole jurisdiction and are not
  /// of his agency. Where nobody stands there, it goes to the next below, and at last to the owner.
  func readers(of step: NoticeStep, _ duty: OpenDuty) -> [ID<Account>] {
    guard case .late(let rung) = step, rung != .owner else { return [duty.owner] }
    let heads = people.filter {
      $0.person.agency.value == duty.agency && $0.reach >= .agency && $0.person.id != duty.owner
    }
    let above = people.filter { $0.person.agency.value != duty.agency && $0.reach == .jurisdiction }
    let order = rung == .agency ? [heads, above] : [above, heads]
    return order.first { !$0.isEmpty }?.map(\.person.id) ?? [duty.owner]
  }

  /// `贺远（县卫生监督所）、方黎（县卫生健康局）`.
  mutating func labels(of readers: [ID<Account>], _ reader: Reader) throws -> String {
    for id in readers where labels[id] == nil { labels[id] = try Offices.person(id, reader)?.label }
    return readers.compactMap { labels[$0] }.joined(separator: "、")
  }
}
