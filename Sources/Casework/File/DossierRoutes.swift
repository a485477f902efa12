import Foundation
import Kit
import Papers
import Storage
import Web

struct DossierRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases/:id/file", .may(.caseSee, on: .lawCase)) { .page(try page($0, $1)) },
      Route.act("/cases/:id/file", .may(.caseSee, on: .lawCase)) { call in
        let pdf = try await pdf(call)
        let number = try await call.change(.printDossier) { tx in
          let record = try room.found(call.id(Case.self), tx)
          tx.tell(record.ref, "案件\(record.number)的案卷生成 PDF")
          return record.number
        }
        return .file(bytes: pdf, name: "案卷 \(number).pdf", type: "application/pdf")
      },
    ]
  }

  private func page(_ call: Call, _ reader: Reader) throws -> Page {
    let record = try found(call, reader)
    return DossierPages.page(
      DossierPage(
        record: record, kept: try DossierStore.find(record.id, reader),
        present: try room.dossierParts(of: record.id, record.county, reader),
        groups: room.evidence.groups, today: call.today))
  }

  private func pdf(_ call: Call) async throws -> [UInt8] {
    let (folder, attachments) = (call.database.folder, call.database.attachments)
    let press = try room.printing.press(in: folder)
    guard press.isReady else { throw DossierRefusal.noPress }
    let work = folder.url.appending(path: "incoming/file-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: work, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: work) }
    let file = try await call.read { reader in
      try DossierPrint(room: room, record: found(call, reader), attachments: attachments, folder: work, reader: reader)
        .made()
    }
    return [UInt8](try Data(contentsOf: try await press.pdf(file)))
  }

  private func found(_ call: Call, _ reader: Reader) throws -> CaseRecord {
    guard let record = try CaseStore.find(try call.id(Case.self), reader) else { throw MissingRecord("起案件") }
    return record
  }
}

/// Without the program for PDF the page itself is printed.
enum DossierRefusal: Refusal {
  case noPress
  var code: String { "casework.no-press" }
  var sentence: String { "这台服务器没有安装生成 PDF 的程序，整卷 PDF 做不出来。" }
  var next: String? { "卷内目录页可以直接打印。要在服务器上生成，请管理员安装 weasyprint。" }
  var status: RefusalStatus { .unsupported }
}
