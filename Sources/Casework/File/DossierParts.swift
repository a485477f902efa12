package import Kit
internal import Papers
internal import Procedure
package import Storage

extension Casework {
  /// Everything that the file of a case holds now, in the order of the index (`Content/evidence/file.yaml`). The one place
  /// that says what belongs to a file: whatever else comes to it is added here.
  package func dossierParts(of id: ID<Case>, _ county: County, _ reader: Reader) throws -> [DossierPart] {
    let shelf = try DossierShelf(id, county, self, reader)
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
  let taken: [(step: CaseStep, mark: (mark: String, former: String?))]
  let items: [(item: EvidenceRecord, mark: String, files: [Attachment])]
  let lists: [(list: GoodsList, mark: String, redress: String?)]
  let files: [Attachment]
  /// Issued. The paper of the archive itself is made when the file is fixed already.
  let papers: [CasePaper]

  init(_ id: ID<Case>, _ county: County, _ room: Casework, _ reader: Reader) throws {
    self.room = room
    let marks = try DossierStore.stepMarks(of: id, reader)
    taken = try CaseStepStore.steps(of: id, reader).map { ($0, marks[$0.taken.id] ?? ("", nil)) }
    items = try EvidenceStore.list(of: id, county, reader).map { item in
      (item, try DossierStore.evidenceMark(item.id, reader), try Attachment.of(item.ref, reader))
    }
    lists = try room.goods(of: id, county, reader).filter { !$0.items.isEmpty }.map { list in
      (
        list, try DossierStore.goodsMark(of: id, step: list.begun.id, county, reader),
        try DossierStore.redressMark(of: id, step: list.begun.id, county, reader)
      )
    }
    files = try Attachment.of(Ref(.lawCase, id), reader)
    papers = try CasePaperStore.papers(of: id, reader).filter {
      $0.issue != nil && room.papers[$0.template]?.kind != .archive
    }
  }

  func steps(_ group: DossierGroup) -> [DossierPart] {
    taken.filter { group.steps.contains(subject($0.step.taken)) }.flatMap { step, mark in
      [
        DossierPart(
          name: "step:\(step.taken.id)", group: group.id, title: title(step.taken), on: step.taken.on,
          pages: nil, sha256: mark.mark, former: mark.former)
      ] + papers(of: step.taken.id, group.id)
    }
  }

  /// Papers lie with their step; those of no step with what came besides.
  func papers(of step: Int64?, _ group: String) -> [DossierPart] {
    papers.filter { $0.step == step }.map { paper in
      let title = [room.papers[paper.template]?.title ?? paper.template, paper.issue?.number].compactMap { $0 }
      return DossierPart(
        name: "paper:\(paper.number)", group: group, title: title.joined(separator: " "), on: paper.day, pages: nil,
        sha256: paper.issue?.digest ?? "")
    }
  }

  /// `送达（处罚决定）`.
  private func title(_ step: Taken) -> String {
    let title = room.procedure.title(step.kind)
    return step.kind == .service ? "\(title)（\(room.procedure.title(subject(step)))）" : title
  }

  /// The receipt of a paper lies behind the paper.
  private func subject(_ step: Taken) -> StepKind {
    guard step.kind == .service else { return step.kind }
    return taken.first { $0.step.taken.id == step.about }?.step.taken.kind ?? step.kind
  }

  func evidence(_ group: String) -> [DossierPart] {
    items.flatMap { item, mark, files in
      [
        DossierPart(
          name: "evidence:\(item.number)", group: group, title: "证据 \(item.number)：\(item.what.name)",
          on: item.what.takenOn,
          pages: nil, sha256: mark)
      ] + files.map { part($0, group, on: item.what.takenOn, "证据 \(item.number) 附件：\($0.name)") }
    }
  }

  func goods(_ group: String) -> [DossierPart] {
    lists.flatMap { list, mark, redress in
      let title = "\(list.kind.title)（第 \(list.begun.id) 步）"
      let part = { (kind: String, more: String, hash: String) in
        DossierPart(
          name: "\(kind):\(list.begun.id)", group: group, title: title + more, on: list.begun.on, pages: nil,
          sha256: hash)
      }
      return [part("goods", "", mark)] + (redress.map { [part("redress", "：返还价款、赔付", $0)] } ?? [])
    }
  }

  /// When each came is not kept; they stand under the day of filing.
  func attachments(_ group: String) -> [DossierPart] {
    guard let filed = taken.first?.step.taken.on else { return [] }
    return papers(of: nil, group) + files.map { part($0, group, on: filed, $0.name) }
  }

  /// A picture is one page when it is printed; of other files nobody knows.
  private func part(_ file: Attachment, _ group: String, on date: CivilDate, _ title: String) -> DossierPart {
    DossierPart(
      name: "file:\(file.id)", group: group, title: title, on: date, pages: file.type.hasPrefix("image/") ? 1 : nil,
      sha256: file.sha256)
  }
}
