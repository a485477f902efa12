import Foundation
import Inspection
import Kit
import Offices
import Papers
import Procedure
import Storage

/// The file of a case as pages: cover, hashes, then each part in the order of the index; pictures are printed, other files
/// get a sheet with their hash.
struct DossierPrint {
  let room: Casework
  let record: CaseRecord
  let attachments: Attachments
  /// For copies of files that lie in the store.
  let folder: URL
  let reader: Reader

  /// The archived file; of a case that is not archived, what stands in it now, and its pages say so.
  func made() throws -> CaseFilePrint {
    let kept = try DossierStore.find(record.id, reader)
    let present = try room.dossierParts(of: record.id, record.county, reader)
    let more = kept?.supplements.flatMap(\.parts) ?? []
    let parts = kept.map { $0.parts + more } ?? present
    let agency = try Casework.agencyName(of: record, reader)
    let entries = try parts.compactMap { try entry($0) }
    return CaseFilePrint(
      cover: try cover(kept), coverIsKept: false, agency: agency, title: record.title,
      entries: [CaseFilePrint.Entry(page: try hashes(kept, parts, present), title: "卷内材料校验值", date: "")] + entries)
  }

  private var sheet: DossierSheet { DossierSheet(room: room, record: record, reader: reader) }

  private func cover(_ kept: Dossier?) throws -> PaperDocument {
    let decision = record.decision
    return try sheet.document(
      "cover",
      [
        "number": record.number, "cause": record.violation.name, "party": record.party, "officers": record.team.names,
        "filed": record.filedOn.iso, "decision": decision?.number, "outcome": decision?.words,
        "closed": record.closedOn?.iso,
        "archived": kept?.at.date.iso,
      ])
  }

  private func hashes(_ kept: Dossier?, _ parts: [DossierPart], _ present: [DossierPart]) throws -> PaperDocument {
    let faults = kept?.faults(present, isOpen: record.stage != .archived) ?? []
    let state =
      kept == nil
      ? "本案还没有归档，校验值是打印时计算的。"
      : faults.isEmpty ? "打印时逐件核对，与归档时一致。" : "打印时逐件核对，与归档时不一致：\n" + faults.joined(separator: "\n")
    let rows = parts.map { ["title": $0.title, "date": $0.on.iso, "hash": $0.sha256] }
    return try sheet.document(
      "hashes", ["state": state, "total": kept.map(totals) ?? Dossier.hash(parts)], rows: ["parts": rows])
  }

  /// Of the file, and of what came to it.
  private func totals(_ kept: Dossier) -> String {
    ([kept.hash] + kept.supplements.enumerated().map { "第 \($0 + 1) 次补充 \($1.hash)" }).joined(separator: "；")
  }

  /// A part that is gone from the store has no page; the page of the hashes names it.
  private func entry(_ part: DossierPart) throws -> CaseFilePrint.Entry? {
    let halves = part.name.split(separator: ":", maxSplits: 1).map { String($0) }
    guard let kind = halves.first, let key = halves.last else { return nil }
    let date = part.on.chinese()
    if kind == "file" {
      guard let id = ID<Attachment>(text: key), let file = try attachments.find(id, reader) else { return nil }
      let place = try attachments.file(of: file, in: folder, reader)
      guard FileManager.default.fileExists(atPath: place.path) else {
        throw PaperRefusal.changedAttachment(name: file.name)
      }
      return CaseFilePrint.Entry(attachment: place, sha256: part.sha256, title: part.title, date: date)
    }
    return try page(kind, Int64(key) ?? 0).map { CaseFilePrint.Entry(page: $0, title: part.title, date: date) }
  }

  private func page(_ kind: String, _ number: Int64) throws -> PaperDocument? {
    switch kind {
    case "step": try CaseStepStore.steps(of: record.id, reader).first { $0.taken.id == number }.map(step)
    case "paper": try CasePaperStore.paper(number, of: record.id, reader).map { try room.document($0, reader) }
    case "evidence":
      try EvidenceStore.list(of: record.id, record.county, reader).first { $0.number == number }.map(item)
    case "goods", "redress":
      try room.goods(of: record.id, record.county, reader).first { $0.begun.id == number }.map(sheet.goods)
    default: nil
    }
  }

  private func step(_ step: CaseStep) throws -> PaperDocument {
    let taken = step.taken
    let names = try Offices.names(of: [taken.by], reader)
    return try sheet.document(
      "step",
      [
        "number": "\(taken.id)", "what": room.procedure.title(taken.kind), "day": taken.on.chinese(),
        "who": names[taken.by],
        "details": (StepWords(room.procedure, taken).details + [taken.facts.basis].compactMap { $0 }).joined(
          separator: "\n"),
        "words": step.note, "recorded": step.recordedAt.milliseconds > 0 ? step.recordedAt.text : nil,
      ])
  }
}

/// Pages of evidence.
extension DossierPrint {
  private func item(_ item: EvidenceRecord) throws -> PaperDocument {
    let what = item.what
    let files = try Attachment.of(item.ref, reader).map { ["name": $0.name, "hash": $0.sha256] }
    let chain = try CustodyStore.chain(of: item.id, reader).map { move in
      [
        "day": move.on.iso + (move.at.map { " \($0)" } ?? ""), "from": move.from, "to": move.to, "why": move.why,
        "state": move.state,
      ]
    }
    let film = what.recording.map { film in
      ["\(film.began)至\(film.ended)", film.device, film.medium, film.mediumHash].compactMap { $0 }.joined(
        separator: "\n")
    }
    return try sheet.document(
      "item",
      [
        "number": "\(item.number)", "name": what.name, "kind": room.evidence.kind(what.kind)?.title ?? what.kind,
        "proves": what.proves, "taken": "\(what.takenOn.chinese())\(what.takenAt ?? "")，\(what.place)",
        "takers": item.takers,
        "source": what.source, "original": what.original.title, "things": what.exhibit.map(EvidencePages.amount),
        "film": film,
      ], rows: ["files": files, "chain": chain])
  }
}

/// One list of things, and any other page that the file fills from its own templates.
struct DossierSheet {
  let room: Casework
  let record: CaseRecord
  let reader: Reader

  func goods(_ list: GoodsList) throws -> PaperDocument {
    let rows = list.items.map { item in
      let (what, disposal) = (item.what, item.disposal)
      let way = disposal.map { "\(list.kind.way($0.way)?.title ?? $0.way)（\($0.on.iso)）" }
      return [
        "name": what.name, "spec": [what.spec, what.batch].compactMap { $0 }.joined(separator: "，"),
        "count": what.amount,
        "note": [what.place, what.note].compactMap { $0 }.joined(separator: "，"), "way": way ?? "还没有处理",
        "proof": [disposal?.witness, disposal?.receipt, disposal?.note, item.redress.map(given)].compactMap { $0 }
          .joined(separator: "，"),
      ]
    }
    return try document(
      "goods",
      [
        "list": list.kind.title, "begun": "第 \(list.begun.id) 步，\(list.begun.on.chinese())",
        "ended": list.ended.map { "第 \($0.id) 步，\($0.on.chinese())" },
      ], rows: ["things": rows])
  }

  private func given(_ redress: GoodsRedress) -> String {
    "返还价款、赔付 \(redress.amount.text) 元（\(redress.on.iso)，\(redress.receiver)，\(redress.receipt)）"
  }

  func document(
    _ id: String, _ texts: [String: String?], rows: [String: [[String: String]]] = [:]
  ) throws -> PaperDocument {
    guard let template = room.evidence.papers[id] else { throw MissingRecord("份样式") }
    var values = PaperValues()
    values[.agencyName] = try Casework.agencyName(of: record, reader)
    let typing = PaperTyping(texts: texts.compactMapValues { $0 }, rows: rows)
    return template.document(values.adding(try template.answers(typing, isDraft: true)))
  }
}
