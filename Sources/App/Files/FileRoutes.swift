import Kit
import Storage
import Web

enum FileRoutes {
  static let routes: [Route] = [
    Route(.get, "/files/:id", .signedIn) { call in
      let (id, viewer, records, attachments) = (
        try call.id(Attachment.self), try call.person(), call.records, call.database.attachments
      )
      let (file, bytes) = try await call.read { reader in
        guard let file = try attachments.find(id, reader) else { throw MissingRecord("个附件") }
        try FileAccess.check(file, viewer, records, reader)
        return (file, try attachments.bytes(of: file, reader))
      }
      return .file(bytes: bytes, name: file.name, type: file.type)
    }
  ]
}
