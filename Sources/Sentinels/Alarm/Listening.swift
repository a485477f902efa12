import Intake
import Kit
import Offices
import Registers
import Storage

/// What was heard in a county, from every room that hears something.
extension Sentinels {
  func heard(in county: County, since day: CivilDate, _ reader: Reader) throws -> [Signal] {
    let places = try PostPlaces([county], reader)
    let own = try clues(in: county, since: day, reader) + sites(in: county, since: day, reader)
    let above = try self.above.signals.flatMap { try $0(county, day, reader) }
    return (own + above).map { $0.placed(places) }
  }

  /// Those that others told: what a post told itself is no sign that it is silent.
  private func clues(in county: County, since day: CivilDate, _ reader: Reader) throws -> [Signal] {
    try Intake.clues(in: county, since: Instant(day), reader).filter { $0.channel != .sentinel && $0.state != .refused }
      .map { clue in
        Signal(
          .clue, Ref(.clue, clue.id), town: clue.town, on: clue.receivedAt.date, title: clue.number, address: clue.place
        )
      }
  }

  private func sites(in county: County, since day: CivilDate, _ reader: Reader) throws -> [Signal] {
    try Registers.sites(in: county, since: Instant(day), reader).map { site, day in
      Signal(.site, site.ref, town: site.town, on: day, title: "登记的无证点", address: site.address)
    }
  }
}

extension Signal {
  /// Where nobody wrote the town, the one town that the address names; an address that names none or several says nothing.
  func placed(_ places: PostPlaces) -> Signal {
    guard town == 0 else { return self }
    let named = places.towns.filter { address.contains($0.name) }
    guard named.count == 1, let only = named.first else { return self }
    return Signal(kind, record, town: only.number, on: on, title: title, address: address)
  }
}
