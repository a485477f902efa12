import Casework
import Kit
import Law
import Storage
import Web

/// What came after the hand-over, entered by our office with the scan of the paper.
struct RecordRoutes {
  let room: Transfers

  var routes: [Route] {
    [
      Route.look("/transfers/:id/record/:action", .may(.caseWork, on: .transfer)) {
        .page(try RecordDoor.page($0, $1, .office, room, .filled([("on", $0.today.iso)])))
      },
      Route.act("/transfers/:id/record/:action", .may(.caseWork, on: .transfer), body: RecordDoor.files) {
        try await RecordDoor.act($0, .office, room)
      },
    ]
  }
}

/// The one form for acts after the hand-over, for either side.
enum RecordDoor {
  static let files = BodyLimit(megabytes: 52, eachFile: 50, files: 10)

  static func page(_ call: Call, _ reader: Reader, _ side: TransferSide, _ room: Transfers, _ state: FormState) throws
    -> Page
  {
    guard let record = try TransferStore.find(try call.id(Transfer.self), reader) else { throw MissingRecord("件移送") }
    let longer = try TransferTerms.longer.map { try room.law.terms.term($0, on: call.today) }
    return RecordPages.form(RecordModel(record: record, action: try action(call), side: side, longer: longer), state)
  }

  static func act(_ call: Call, _ side: TransferSide, _ room: Transfers) async throws -> Reply {
    try await call.submit { form in
      let (id, action) = (try call.id(Transfer.self), try action(call))
      let (new, files, attachments) = (
        try TransferForm.event(form, action), FormReader(form).files("files"), call.database.attachments
      )
      try await call.change(.transfer(action)) {
        try room.record(action, of: id, new, from: side, files, attachments, $0)
      }
      return .redirect(side == .office ? "/transfers/\(id)" : "/received/\(id)")
    } again: {
      try page(call, $1, side, room, $0)
    }
  }

  private static func action(_ call: Call) throws -> TransferAction {
    guard let action = TransferAction(rawValue: try call.word("action")), !action.hasOwnForm else {
      throw MissingRecord("个步骤")
    }
    return action
  }
}
