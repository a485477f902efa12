internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

extension Campaign {
  var mechanismRoutes: [Route] { mechanismLists + oneMechanism + mechanismSteps }

  private var mechanismLists: [Route] {
    [
      Route.look("/campaigns/:id/mechanisms", .may(.campaignSee, on: .campaign)) { .page(try mechanismList($0, $1)) },
      Route.look("/campaigns/:id/mechanisms.xlsx", .may(.campaignSee, on: .campaign)) { call, reader in
        let sheet = try mechanismSheet(try find(try call.id(), reader), call.records, reader)
        return .file(
          bytes: try sheet.file(in: call.database.folder), name: "长效机制清单 \(sheet.today.iso).xlsx",
          type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
      },
      Route.look("/campaigns/:id/mechanisms/new", .may(.campaignRelease, on: .campaign)) {
        .page(try mechanismForm($0, $1, .empty))
      },
      Route.act("/campaigns/:id/mechanisms", .may(.campaignRelease, on: .campaign)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let new = NewMechanism(
            text: MechanismForm.text(reader), owner: reader.id("owner", "责任人"), due: reader.date("due", "哪天以前施行"))
          try reader.done()
          let id = try call.id(CampaignRecord.self)
          let line = try await call.change(.addMechanism) { [roles, mechanismKinds] in
            try Mechanisms.add(new, to: try find(id, $0), kinds: mechanismKinds, roles: roles, $0)
          }
          return .redirect("/mechanisms/\(line)")
        } again: {
          try mechanismForm(call, $1, $0)
        }
      },
      Route.look("/campaigns/:id/mechanisms/carry", .may(.campaignRelease, on: .campaign)) {
        .page(try carryForm($0, $1, .empty))
      },
      Route.act("/campaigns/:id/mechanisms/carry", .may(.campaignRelease, on: .campaign)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let (owner, due): (ID<Account>, CivilDate) = (reader.id("owner", "责任人"), reader.date("due", "哪天以前施行"))
          try reader.done()
          let items = (form.values["items"] ?? []).compactMap { ID<Mechanism>(text: $0) }
          let id = try call.id(CampaignRecord.self)
          try await call.change(.carryMechanisms) { [roles] in
            try CarryOver.carry(items, into: try find(id, $0), owner: owner, due: due, roles: roles, $0)
          }
          return .redirect("/campaigns/\(id)/mechanisms")
        } again: {
          try carryForm(call, $1, $0)
        }
      },
    ]
  }

  private var oneMechanism: [Route] {
    [
      Route.look("/mechanisms/:id", .may(.campaignSee, on: .mechanism)) { .page(try mechanismPage($0, $1, .empty)) },
      lineSteps.step("/mechanisms/:id/mend", .mendMechanism, by: .campaignRelease) { [mechanismKinds] form, call in
        let reader = FormReader(form)
        let (text, due) = (MechanismForm.text(reader), reader.date("due", "哪天以前施行"))
        try reader.done()
        return { id, tx in try Mechanisms.mend(id, text, due: due, kinds: mechanismKinds, tx) }
      },
      lineSteps.step("/mechanisms/:id/drop", .giveUpMechanism, by: .campaignRelease) { form, call in
        let reader = FormReader(form)
        let reason = reader.text("why", "为什么不再制定", most: 500)
        try reader.done()
        return { id, tx in try Mechanisms.giveUp(id, reason: reason, tx) }
      },
      lineSteps.handOn("/mechanisms/:id/reassign", .reassignMechanism, by: .campaignRelease) {
        [roles] id, owner, _, tx in
        try Mechanisms.reassign(id, to: owner, roles: roles, tx)
      },
    ]
  }

  private var mechanismSteps: [Route] {
    [
      lineSteps.step("/mechanisms/:id/force", .putInForce, by: .campaignSee, body: FilingPages.limit) { form, call in
        let reader = FormReader(form)
        let paper = MechanismPaper(
          document: reader.text("document", "文号", most: 100), date: reader.date("date", "施行日期"),
          files: reader.files("files"))
        try reader.done()
        let (viewer, attachments) = (try call.person(), call.database.attachments)
        return { id, tx in try Mechanisms.putInForce(id, paper, by: viewer, into: attachments, tx) }
      },
      lineSteps.step("/mechanisms/:id/sources", .addSource, by: .campaignRelease) { form, call in
        let (ref, viewer, records) = (try Self.record(form), try call.person(), call.records)
        return { id, tx in try MechanismSources.add(ref, to: id, by: viewer, records, tx) }
      },
      lineSteps.step("/mechanisms/:id/drop-source", .removeSource, by: .campaignRelease) { form, call in
        let (ref, records) = (try Self.record(form), call.records)
        return { id, tx in try MechanismSources.remove(ref, from: id, records, tx) }
      },
    ]
  }

  private var lineSteps: RecordSteps<Mechanism> {
    RecordSteps(on: .mechanism, at: { "/mechanisms/\($0)" }) { try mechanismPage($0, $1, $2) }
  }

  private static func record(_ form: Form) throws -> Ref {
    guard let ref = Ref(text: form.value("record") ?? "") else { throw MechanismRefusal.noSource }
    return ref
  }
}
