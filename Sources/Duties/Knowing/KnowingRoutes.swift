package import Kit
import Law
import Offices
import Storage
package import Web

struct KnowingRoutes {
  let room: Duties

  var routes: [Route] {
    [
      Route.look("/known", .may(.dutySee)) { call, reader in
        guard let text = call.asked("record") else { return .page(KnowingPages.nothing) }
        guard let record = Ref(text: text), let face = try face(record, call, reader) else {
          throw MissingRecord("条记录")
        }
        let day = min(call.asked("on").flatMap { CivilDate(iso: $0) } ?? call.today, call.today)
        let viewer = try call.person()
        let knowing = try Knowing(condition(record), on: day, mayKnow: { mayKnow($0, viewer) }, reader)
        // Whoever may know of no duty on a record learns nothing here; its own page says what else there is.
        let history = try knowing.lines.isEmpty ? [] : LedgerReading.history(of: record, reader)
        return .page(
          KnowingPages(
            record: record, title: face.title, link: call.records.link(record, for: viewer), knowing: knowing,
            history: history.filter { $0.at < Knowing.end(of: day) }, records: call.records, viewer: viewer,
            today: call.today
          ).page)
      }
    ]
  }

  /// Only a record whose own page the viewer may open.
  private func face(_ record: Ref, _ call: Call, _ reader: Reader) throws -> RecordFace? {
    guard let kind = call.records[record.kind], let face = try kind.face(record.number, reader),
      try call.person().scope(kind.see)?.allows(face.place) == true
    else { return nil }
    if record.kind == .duty {
      guard let duty = try DutyStore.find(ID(record.number), reader)?.duty, room.mayKnow(duty, try call.person()) else {
        return nil
      }
    }
    return face
  }

  private func mayKnow(_ duty: OpenDuty, _ viewer: Viewer) -> Bool {
    let place = Placement(county: duty.county, agency: duty.agency, owner: duty.owner.value)
    return room.mayKnow(duty, viewer) && viewer.scope(.dutySee)?.allows(place) == true
  }

  private func condition(_ record: Ref) -> SQL {
    switch record.kind {
    case .duty: "duty.id = \(record.number)"
    case RefKind("campaign"):
      "(duty.campaign = \(record.number) OR (duty.subject_kind = \(record.kind) AND duty.subject = \(record.number)))"
    default: "duty.subject_kind = \(record.kind) AND duty.subject = \(record.number)"
    }
  }
}

extension Duties {
  /// Where the replay of a record stands, for its page.
  package static func replay(_ record: Ref) -> Link { Link("/known").asking([("record", record.description)]) }
}
