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
        let (viewer, condition) = (try call.person(), condition(record, try call.scope()))
        // Whoever may know of no duty on a record learns nothing here; its own page says what else there is. A campaign has its
        // own way here.
        guard try record.kind == Self.campaign || KnowingStore.isAny(condition, reader) else {
          throw MissingRecord("条记录")
        }
        let knowing = try Knowing(condition, on: day, reader)
        let history = try knowing.lines.isEmpty ? [] : LedgerReading.history(of: told(record, call, reader), reader)
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

  /// Where the ledger tells of it: what happens to a duty is told of its subject.
  private func told(_ record: Ref, _ call: Call, _ reader: Reader) throws -> Ref {
    guard record.kind == .duty, let subject = try DutyStore.find(ID(record.number), reader)?.duty.subject,
      subject.kind != .duty, try face(subject, call, reader) != nil
    else { return record }
    return subject
  }

  private static let campaign = RefKind("campaign")

  /// The duties of a record that the viewer may know of, as in the list of duties.
  private func condition(_ record: Ref, _ scope: Scope) -> SQL {
    SQL("(\(sql: duties(of: record))) AND ")
      + scope.filter(county: "duty.county", agency: "duty.agency", owner: "duty.owner")
      + DutyStore.visible(to: scope.viewer, room.ladders.sealed)
  }

  private func duties(of record: Ref) -> SQL {
    switch record.kind {
    case .duty: "duty.id = \(record.number)"
    case Self.campaign:
      "(duty.campaign = \(record.number) OR (duty.subject_kind = \(record.kind) AND duty.subject = \(record.number)))"
    default: "duty.subject_kind = \(record.kind) AND duty.subject = \(record.number)"
    }
  }
}

extension Duties {
  /// Where the replay of a record stands, for its page.
  package static func replay(_ record: Ref) -> Link { Link("/known").asking([("record", record.description)]) }
}
