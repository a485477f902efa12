import Kit
import Registers
import Storage
import Web

struct PostImportRoutes {
  let room: Sentinels

  private static let limit = BodyLimit(megabytes: 9, eachFile: 8, files: 1)

  static let jobs: [Job] = [
    Job("sentinels.forget-imports", purpose: "清掉三天前没有导入的哨点名册", seconds: 3600) { database in
      let moment = database.world.now().adding(seconds: -3 * 86_400)
      try await database.scratch { try PostImportStore.forget(before: moment, $0) }
    }
  ]

  var routes: [Route] {
    [
      Route.look("/posts/import", .may(.postWork)) { call, reader in .page(try form(call, reader, .empty)) },
      Route.act("/posts/import", .may(.postWork), body: Self.limit) { call in
        try await call.submit { form in
          guard let file = FormReader(form).files("file").first else { throw PostImportRefusal.noFile }
          let id = try await room.stagePosts(file, county: try call.county(), call.database)
          return .redirect("/posts/import/\(id)")
        } again: { state, reader in
          try form(call, reader, state)
        }
      },
      Route.look("/posts/import/:id", .may(.postWork, on: .postImport)) { call, reader in
        .page(try batch(call, reader, .empty))
      },
      Route.act("/posts/import/:id/apply", .may(.postWork, on: .postImport)) { call in
        try await call.submit { form in
          let (id, database, seen) = (try call.id(PostImport.self), call.database, form.value("seen") ?? "")
          let sheet = try await call.read { try opened(id, database.folder.keys, $0).sheet }
          try await call.change(.importPosts) { try room.applyPosts(id, sheet, seen: seen, $0) }
          try await database.scratch { try PostImportStore.forget(id, $0) }
          return .redirect("/posts/import/\(id)")
        } again: { state, reader in
          try batch(call, reader, state)
        }
      },
    ]
  }

  private func opened(_ id: ID<PostImport>, _ keys: Keys, _ reader: Reader) throws -> (
    staged: StagedPosts, sheet: PostSheet
  ) {
    guard let staged = try PostImportStore.staged(id, reader) else { throw PostImportRefusal.gone }
    return (staged, try PostSheet(try staged.rows(keys), room.book.columns))
  }

  private func form(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let latest = try PostImportStore.latest(in: try call.county(), limit: 10, reader)
    return PostImportPages.form(room.book.columns, latest, today: call.today, state)
  }

  private func batch(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let id = try call.id(PostImport.self)
    if let done = try PostImportStore.applied(id, reader) {
      return PostImportPages.applied(
        done, try LedgerReading.history(of: Ref(.postImport, id), reader), today: call.today)
    }
    let (staged, sheet) = try opened(id, call.database.folder.keys, reader)
    let rows = try PostRows(sheet, room, staged.county, reader)
    return PostImportPages.preview(staged, sheet, rows, state)
  }
}
