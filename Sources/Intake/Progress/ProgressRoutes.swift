import Kit
import Offices
import Storage
import Web

/// Everything that is done with a query code. The code travels in the body of a form only, never in an address; no network address
/// is kept.
struct ProgressRoutes {
  let intake: Intake

  /// Reads a form, then does the deed and answers what was done.
  private typealias Work = @Sendable (Form, CodeHolder, Call) async throws -> @Sendable (Transaction) throws -> Void

  var routes: [Route] {
    [
      Route.look("/progress", .everybody(because: "凭查询码查进度，不用账号")) { _, _ in
        .page(ProgressPages.form(.empty))
      },
      Route.act("/progress", .everybody(because: "凭查询码查进度，不用账号")) { call in
        try await call.submit { form in
          switch try await found(form, call) {
          case .clue(let holder): return try await page(holder, call)
          case .held(let report): return .page(FloodPages.progress(of: report, today: call.today))
          }
        } again: { state, _ in
          ProgressPages.form(state)
        }
      },
      step("/progress/say", .addToClue, body: Evidence.limit, "已经发给承办单位，回复会写在这一页。", addition),
      step("/progress/rate", .rateAnswer, "谢谢你的评价，已经记下。", rating),
      step("/progress/object", .objectToAnswer, "异议已经登记，由另外的人复核，结果会写在这一页。", objection),
      step("/progress/claim", .claimReward, "已经申请，结果会写在这一页。", claim),
      Route.act(
        "/progress/retaliation", .everybody(because: "凭查询码举报打击报复，不用账号"), body: Evidence.limit
      ) { call in
        try await call.submit { form in
          try await retaliation(form, call)
        } again: { state, reader in
          try again(state, call.database, reader)
        }
      },
    ]
  }

  private func step(
    _ path: StaticString, _ deed: Deed, body: BodyLimit = .form, _ done: String, _ work: @escaping Work
  ) -> Route {
    Route.act(path, .everybody(because: "凭查询码补充、评价、提异议，不用账号"), body: body) { call in
      try await call.submit { form in
        let holder = try await holder(form, call)
        let change = try await work(form, holder, call)
        try await call.database.change(holder.clue.county, by: .citizen, deed: deed) { try change($0) }
        return try await page(try await self.holder(form, call), call, done: done)
      } again: { state, reader in
        try again(state, call.database, reader)
      }
    }
  }

  private func page(_ holder: CodeHolder, _ call: Call, done: String? = nil) async throws -> Reply {
    let once = Slip.draw(call.database)
    return .page(
      ProgressPages.progress(
        try await call.read { try ProgressModel(holder.clue, holder.code, intake, once: once, $0) }, done: done))
  }

  /// The page with what was typed, or the question for the code where it was wrong.
  private func again(_ state: FormState, _ database: Database, _ reader: Reader) throws -> Page {
    let key = database.folder.keys.lookup
    guard let code = QueryCode(typed: state.value("code")),
      let clue = try Self.opened(by: code.hash(key: key), part: state.value("part"), reader)
    else { return ProgressPages.form(state) }
    let once = state.value("once").isEmpty ? Slip.draw(database) : state.value("once")
    return ProgressPages.progress(try ProgressModel(clue, code, intake, once: once, reader), state)
  }

  /// The clue of a code, or the part of the writing that was asked for; nil where the code opens neither.
  private static func opened(by hash: String, part: String?, _ reader: Reader) throws -> ClueRecord? {
    guard let clue = try ClueStore.find(codeHash: hash, reader) else { return nil }
    guard let part, !part.isEmpty, part != clue.id.text else { return clue }
    return try SplitStore.parts(of: clue.id, reader).first { $0.id.text == part }
  }

  /// What a code opens: a clue, or a report that waits to be looked through.
  private enum Found: Sendable {
    case clue(CodeHolder)
    case held(FloodReport)
  }

  private func found(_ form: Form, _ call: Call) async throws -> Found {
    let read = FormReader(form)
    let typed = read.text("code", "查询码", most: 100)
    try read.done()
    let (code, key) = (QueryCode(typed: typed), call.database.folder.keys.lookup)
    let found = try await call.read { reader -> Found? in
      guard let code else { return nil }
      let hash = code.hash(key: key)
      if let clue = try Self.opened(by: hash, part: form.value("part"), reader) {
        return .clue(CodeHolder(clue: clue, code: code))
      }
      return try FloodStore.find(codeHash: hash, reader).map { .held($0) }
    }
    guard let found else { throw intake.wrongCodes.refusal(at: call.database.world.now()) }
    return found
  }

  /// Steps are for clues: nothing is asked and nothing is added while a report waits to be looked through.
  private func holder(_ form: Form, _ call: Call) async throws -> CodeHolder {
    guard case .clue(let found) = try await found(form, call) else {
      throw intake.wrongCodes.refusal(at: call.database.world.now())
    }
    return found
  }
}

/// Whoever has the code of a clue.
struct CodeHolder: Sendable {
  let clue: ClueRecord
  let code: QueryCode
}

/// Translation from form to deed.
extension ProgressRoutes {
  @Sendable private func addition(
    _ form: Form, _ holder: CodeHolder, _ call: Call
  ) async throws -> @Sendable (Transaction) throws -> Void {
    let read = FormReader(form)
    let text = read.text("message", "补充或者回答", most: 3000)
    let evidence = Evidence(read, call.database.attachments)
    try read.done()
    let content = [holder.clue.id.text, text] + evidence.files.map(\.sha256)
    let slip = Slip(once: form.value("once"), content: content, call.database)
    return { try intake.add(text, evidence, onceHash: slip.onceHash, to: try standing(holder, $0), $0) }
  }

  @Sendable private func rating(
    _ form: Form, _ holder: CodeHolder, _ call: Call
  ) async throws -> @Sendable (Transaction) throws -> Void {
    let read = FormReader(form)
    let level = read.choice("level", "对答复满意吗", SatisfactionLevel.self) ?? .basically
    let word = read.maybeText("word", "想说的话", most: 300)
    try read.done()
    return { try intake.rate(try standing(holder, $0), Feedback(level: level, word: word), $0) }
  }

  @Sendable private func objection(
    _ form: Form, _ holder: CodeHolder, _ call: Call
  ) async throws -> @Sendable (Transaction) throws -> Void {
    let read = FormReader(form)
    let reasons = read.text("objection", "哪里不对", most: 2000)
    try read.done()
    return { try intake.object(to: try Intake.leading(try standing(holder, $0), $0), because: reasons, $0) }
  }

  @Sendable private func claim(
    _ form: Form, _ holder: CodeHolder, _ call: Call
  ) async throws -> @Sendable (Transaction) throws -> Void {
    return { try intake.claim(try standing(holder, $0), $0) }
  }

  /// The clue as it stands now: between the look and the deed somebody may have gone on with it.
  private func standing(_ holder: CodeHolder, _ tx: Transaction) throws -> ClueRecord {
    try intake.anyClue(holder.clue.id, tx)
  }

  /// A report of its own with a code of its own; who reported the first goes along, sealed anew.
  private func retaliation(_ form: Form, _ call: Call) async throws -> Reply {
    let holder = try await holder(form, call)
    let (origin, database) = (holder.clue, call.database)
    let read = FormReader(form)
    let text = read.text("retaliation", "发生了什么", most: 3000)
    try read.done()
    let keys = database.folder.keys
    let reporter = try await call.read { reader in
      try ReporterStore.find(origin.id, reader).flatMap { try Reporter.open($0.sealed, onceHash: $0.onceHash, keys) }
    }
    let about = try await call.read { try ConcealedStore.agency(of: origin.id, $0) }.map { ID<Agency>($0) }
    let new = NewClue(
      channel: .web, text: "因举报受到打击报复。\n\(text)", place: origin.place, town: origin.town, reporter: reporter,
      about: about)
    let evidence = Evidence(none: database.attachments)
    let slip = try Slip(once: form.value("once"), content: new.content(evidence), database).sealing(reporter, database)
    let receipt = try await database.change(origin.county, by: .citizen, deed: .receiveClue) { tx in
      try intake.receiveRetaliation(new, on: origin, slip, evidence, tx)
    }
    return .page(
      ReportPages.received(receipt, slip.shown(for: receipt, now: database.world.now())),
      status: receipt.isRepeat ? 200 : 201)
  }
}
