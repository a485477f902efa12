import Kit
import Storage
import Web

enum FileRoutes {
  static let routes: [Route] = [
    Route.look("/files/:id", .signedIn) { call, reader in
      let (id, viewer, records, attachments) = (
        try call.id(Attachment.self), try call.person(), call.records, call.database.attachments
      )
      guard let file = try attachments.find(id, reader) else { throw MissingRecord("个附件") }
      try FileAccess.check(file, viewer, records, reader)
      return .file(bytes: try attachments.bytes(of: file, reader), name: file.name, type: file.type)
    }
  ]
}
