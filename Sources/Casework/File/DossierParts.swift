internal import Kit
internal import Procedure
package import Storage

extension Casework {
  /// Everything that the file of a case holds now, in the order of the index (`Content/evidence/file.yaml`). The one place
  /// that says what belongs to a file: whatever else comes to it is added here.
  package func dossierParts(_ record: CaseRecord, _ reader: Reader) throws -> [DossierPart] {
    let shelf = try DossierShelf(record, self, reader)
    return evidence.groups.flatMap { group in
      switch group.content {
      case .evidence: shelf.evidence(group.id)
      case .goods: shelf.goods(group.id)
      case .attachments: shelf.attachments(group.id)
      case nil: shelf.steps(group)
      }
    }
  }
}

/// What lies in the store of one case, read once.
private struct DossierShelf {
  let room: Casework
  let taken: [(step: CaseStep, mark: String)]
  let items: [(item: EvidenceRecord, mark: String, files: [Attachment])]
  let lists: [(list: GoodsList, mark: String)]
  let files: [Attachment]
  let filedOn: CivilDate

  init(_ record: CaseRecord, _ room: Casework, _ reader: Reader) throws {
    self.room = room
    let (id, county) = (record.id, record.county)
    let marks = try DossierStore.stepMarks(of: id, reader)
    taken = try CaseStepStore.steps(of: id, reader).map { ($0, marks[$0.taken.id] ?? "") }
    items = try EvidenceStore.list(of: id, county, reader).map { item in
      (item, try DossierStore.evidenceMark(item.id, reader), try Attachment.of(item.ref, reader))
    }
    lists = try room.goods(of: record, reader).filter { !$0.items.isEmpty }.map { list in
      (list, try DossierStore.goodsMark(of: id, step: list.begun.id, county, reader))
    }
    files = try Attachment.of(record.ref, reader)
    filedOn = record.filedOn
  }

  func steps(_ group: DossierGroup) -> [DossierPart] {
    taken.filter { group.steps.contains($0.step.taken.kind) }.map { step, mark in
      DossierPart(
        name: "step:\(step.taken.id)", group: group.id, title: room.procedure.title(step.taken.kind), on: step.taken.on,
        pages: nil, sha256: mark)
    }
  }

  func evidence(_ group: String) -> [DossierPart] {
    items.flatMap { item, mark, files in
      [
        DossierPart(
          name: "evidence:\(item.number)", group: group, title: "证据 \(item.number)：\(item.what.name)", on: item.what.takenOn,
          pages: nil, sha256: mark)
      ] + files.map { part($0, group, on: item.what.takenOn, "证据 \(item.number) 附件：\($0.name)") }
    }
  }

  func goods(_ group: String) -> [DossierPart] {
    lists.map { list, mark in
      DossierPart(
        name: "goods:\(list.begun.id)", group: group, title: "\(list.kind.title)（第 \(list.begun.id) 步）", on: list.begun.on,
        pages: nil, sha256: mark)
    }
  }

  func attachments(_ group: String) -> [DossierPart] { files.map { part($0, group, on: filedOn, $0.name) } }

  /// A picture is one page when it is printed; of other files nobody knows.
  private func part(_ file: Attachment, _ group: String, on date: CivilDate, _ title: String) -> DossierPart {
    DossierPart(
      name: "file:\(file.id)", group: group, title: title, on: date, pages: file.type.hasPrefix("image/") ? 1 : nil,
      sha256: file.sha256)
  }
}
