import Inspection
import Kit
import Procedure
import Registers
import Storage
import Web

struct EvidenceRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases/:id/evidence", .may(.caseSee, on: .lawCase)) { .page(try list($0, $1)) },
      Route.look("/cases/:id/evidence/new", .may(.caseWork, on: .lawCase)) { .page(try form($0, $1, nil)) },
      Route.act("/cases/:id/evidence", .may(.caseWork, on: .lawCase), body: StepRoutes.files) { call in
        try await call.submit { form in
          let id = try call.id(Case.self)
          let new = try EvidenceForm.read(form, room.evidence)
          let (files, attachments) = (files(form), call.database.attachments)
          let item = try await call.change(.addEvidence) { tx in
            let item = try room.add(new, to: id, tx)
            for file in files { try attachments.attach(file, to: Ref(.evidence, item), tx) }
            return item
          }
          return .redirect("/evidence/\(item)")
        } again: {
          try form(call, $1, $0)
        }
      },
      Route.look("/evidence/:id", .may(.caseSee, on: .evidence)) { .page(try item($0, $1, nil)) },
      Route.act("/evidence/:id/files", .may(.caseWork, on: .evidence), body: StepRoutes.files) { call in
        try await call.submit { form in
          let id = try call.id(EvidenceItem.self)
          let (files, attachments) = (files(form), call.database.attachments)
          if files.isEmpty { throw EvidenceRefusal.noFile }
          try await call.change(.attachEvidence) { tx in
            try room.attach(files.count, to: id, tx)
            for file in files { try attachments.attach(file, to: Ref(.evidence, id), tx) }
          }
          return .redirect("/evidence/\(id)")
        } again: {
          try item(call, $1, $0)
        }
      },
      Route.act("/evidence/:id/move", .may(.caseWork, on: .evidence)) { call in
        try await call.submit { form in
          let id = try call.id(EvidenceItem.self)
          let move = try EvidenceForm.move(form)
          try await call.change(.moveEvidence) { try room.move(id, move, $0) }
          return .redirect("/evidence/\(id)")
        } again: {
          try item(call, $1, $0)
        }
      },
    ]
  }

  private func files(_ form: Form) -> [StagedFile] {
    let read = FormReader(form)
    return read.files("photo") + read.files("files")
  }

  private func list(_ call: Call, _ reader: Reader) throws -> Page {
    let record = try found(call, reader)
    let items = try EvidenceStore.list(of: record.id, record.county, reader)
    return EvidencePages.list(
      EvidenceList(
        record: record, items: items, book: room.evidence,
        holders: try CustodyStore.holders(of: record.id, record.county, reader),
        files: try Dictionary(uniqueKeysWithValues: items.map { ($0.id, try Attachment.of($0.ref, reader).count) }),
        mayAdd: EvidencePanel.mayAdd(record, try call.person()), today: call.today))
  }

  /// `state` nil for a fresh form: today, now, the place of the case, in the hands of the first officer.
  private func form(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let record = try found(call, reader)
    if state == nil, record.state == .closed { throw EvidenceRefusal.closed(record.number) }
    let place = try record.premises.flatMap { try Registers.premises($0, reader)?.address } ?? record.premisesName
    let steps = try CaseStepStore.steps(of: record.id, reader).map { step in
      ("\(step.taken.id)", "第 \(step.taken.id) 步　\(room.procedure.title(step.taken.kind))（\(step.taken.on.chinese())）")
    }
    let fresh = FormState.filled([
      ("taken-on", call.today.iso), ("taken-at", reader.now.clock), ("place", place),
      ("original", EvidenceOriginal.original.rawValue),
      ("holder", record.team.first.name),
    ])
    return EvidenceFormPages.form(
      EvidenceDraft(record: record, kinds: room.evidence.kinds, steps: steps), state ?? fresh)
  }

  private func item(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let (id, attachments) = (try call.id(EvidenceItem.self), call.database.attachments)
    guard let item = try EvidenceStore.find(id, reader), let record = try CaseStore.find(item.lawCase, reader) else {
      throw MissingRecord("件证据")
    }
    let step = try item.what.step.flatMap { number in
      try CaseStepStore.steps(of: record.id, reader).first { $0.taken.id == number }
    }
    let isOurs = EvidencePanel.isTeam(record, try call.person())
    let model = EvidenceDetail(
      record: record, item: item, kind: room.evidence.kind(item.what.kind),
      step: step.map { room.procedure.title($0.taken.kind) },
      files: try attachments.list(of: item.ref, reader), chain: try CustodyStore.chain(of: id, reader),
      mayAdd: isOurs && record.state != .closed, mayMove: isOurs && record.stage != .archived, today: call.today)
    return EvidencePages.item(model, state ?? .filled([("moved-on", call.today.iso), ("moved-at", reader.now.clock)]))
  }

  private func found(_ call: Call, _ reader: Reader) throws -> CaseRecord {
    guard let record = try CaseStore.find(try call.id(Case.self), reader) else { throw MissingRecord("起案件") }
    return record
  }
}
