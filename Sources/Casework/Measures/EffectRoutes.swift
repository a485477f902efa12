import Kit
import Registers
import Storage
import Web

/// The small form on which licence and which subjects a decision concerns.
struct EffectRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases/:id/effects", .may(.caseWork, on: .lawCase)) { .page(try page($0, $1, nil)) },
      Route.act("/cases/:id/effects", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let id = try call.id(Case.self)
          let sent = try EffectForm.read(form)
          try await call.change(.registerEffect) { try room.register(try sent.effect(of: id, room, $0), of: id, $0) }
          return .redirect("/cases/\(id)")
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let id = try call.id(Case.self)
    guard let record = try CaseStore.find(id, reader) else { throw MissingRecord("起案件") }
    let premises = try record.premises.flatMap { try Registers.premises($0, reader) }
    return EffectPages.page(
      EffectModel(
        record: record, due: try room.dueEffects(of: id, reader).first,
        done: try EffectStore.effects(of: record, reader),
        premises: premises, subjects: try record.premises.map { try Registers.subjects(of: $0, reader) } ?? [],
        today: call.today),
      state)
  }
}

/// The form as it was sent; what it means, the case says.
struct EffectForm: Sendable {
  let step: Int64
  let kind: EffectKind
  let inRegister: Bool
  let licence: String
  let subjects: [String]
  let since: CivilDate
  let until: CivilDate?

  static func read(_ form: Form) throws -> EffectForm {
    let read = FormReader(form)
    let kind = read.choice("kind", "哪一项", EffectKind.self)
    let isPart = form.value("what") == "subjects"
    if kind == .revoke, form.value("target") == "register", form.value("what") == nil {
      read.refuse("what", "“吊销了什么”还没有选。")
    }
    let target = form.value("target")
    if target == nil { read.refuse("target", "“哪一张证”还没有选。") }
    let effect = EffectForm(
      step: Int64(form.value("step") ?? "") ?? 0, kind: kind ?? .revoke, inRegister: target == "register",
      licence: read.maybeText("licence", "证件", most: 200) ?? "", subjects: isPart ? form.all("subjects") : [],
      since: read.date("since", "生效日期"), until: read.maybeDate("until", "到哪一日"))
    if kind == .revoke, isPart, effect.subjects.isEmpty { read.refuse("subjects", "吊销了哪些诊疗科目还没有选。") }
    try read.done()
    return effect
  }

  func effect(of id: ID<Case>, _ room: Casework, _ tx: Transaction) throws -> NewEffect {
    guard let due = try room.dueEffects(of: id, tx).first(where: { $0.step == step && $0.kind == kind }) else {
      throw EffectRefusal.notWaiting
    }
    let premises = inRegister ? try CaseStore.find(id, tx)?.premises : nil
    return NewEffect(due, premises: premises, licence: licence, subjects: subjects, since: since, until: until)
  }
}
