internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

extension Campaign {
  var readingRoutes: [Route] {
    [
      Route.look("/assessments/:id/files", .may(.campaignSee, on: .assessment)) {
        .page(try filesPage($0, $1, .empty))
      },
      Route.act("/assessments/:id/draws", .may(.campaignRelease, on: .assessment)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let unit: ID<AssessedUnit> = reader.id("unit", "抽查哪个单位")
          let new = NewFileDraw(
            agency: unit.value, count: Int64(reader.text("count", "抽几份", most: 3)) ?? 0,
            reader: reader.id("reader", "评查人"),
            arbiter: reader.id("arbiter", "申诉的复核人"), due: reader.date("due", "哪天以前评查"))
          try reader.done()
          let id = try call.id(Assessment.self)
          try await call.change(.drawFiles) { [roles] in try FileDraw.draw(new, for: id, roles: roles, $0) }
          return .redirect("/assessments/\(id)/files")
        } again: {
          try filesPage(call, $1, $0)
        }
      },
      Route.look("/readings/:id", .may(.campaignSee, on: .fileReading)) { .page(try readingPage($0, $1, .empty)) },
      step("/readings/:id/read", .readFile) { [roles, law] form, viewer in
        let reader = FormReader(form)
        let points = Self.points(reader)
        let words = reader.maybeText("words", "发现的问题", most: 2000) ?? ""
        try reader.done()
        return { try FileReadings.read($0, points: points, words: words, by: viewer, roles: roles, law.calendar, $1) }
      },
      step("/readings/:id/answer", .answerReading) { [law] form, viewer in
        let reader = FormReader(form)
        let answer = form.value("answer")
        if answer != "agree", answer != "object" { reader.refuse("answer", "还没有选有没有意见。") }
        let words = reader.maybeText("objection", "申诉的理由", most: 2000)
        if answer == "object", words == nil { reader.refuse("objection", "“申诉的理由”还没有填。") }
        try reader.done()
        let objection = answer == "object" ? words : nil
        return { try FileReadings.answer($0, objection: objection, by: viewer, law.calendar, $1) }
      },
      step("/readings/:id/decide", .decideReading) { form, viewer in
        let reader = FormReader(form)
        let (points, words) = (Self.points(reader), reader.text("decision", "复核意见", most: 2000))
        try reader.done()
        return { try FileReadings.decide($0, points: points, words: words, by: viewer, $1) }
      },
    ]
  }

  private static func points(_ reader: FormReader) -> Int64 {
    let points = Int64(reader.text("points", "得分", most: 3))
    if points.map({ (0...FileReadings.full).contains($0) }) != true { reader.refuse("points", "“得分”应是 0 到 100 的整数。") }
    return points ?? 0
  }

  private func step(
    _ path: StaticString, _ deed: Deed,
    _ read: @escaping @Sendable (Form, Viewer) throws -> @Sendable (ID<FileReading>, Transaction) throws -> Void
  ) -> Route {
    Route.act(path, .may(.campaignSee, on: .fileReading)) { call in
      try await call.submit { form in
        let (id, change) = (try call.id(FileReading.self), try read(form, try call.person()))
        try await call.change(deed) { try change(id, $0) }
        return .redirect("/readings/\(id)")
      } again: {
        try readingPage(call, $1, $0)
      }
    }
  }

  private func filesPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let one = try Assessments.found(try call.id(), reader)
    let viewer = try call.person()
    let mayDraw =
      try viewer.may(.campaignRelease) && one.fixedAt != nil && ClosingStore.end(of: one.campaign, reader) == nil
    let listing = Listing(
      call, base: "/assessments/\(one.id)/files", sorts: [], descending: false, filters: ["state"])
    let readings = try FileReadingStore.all(of: one.id, reader).filter { reading in
      try reading.maySee(viewer, one, owners: owners(of: reading, reader))
        && (listing.filter("state") != "waiting" || reading.finalPoints == nil)
    }
    return FileListPages(
      assessment: one, readings: readings,
      draws: one.mayCompare(viewer) ? try FileReadingStore.draws(of: one.id, reader) : [],
      pools: mayDraw ? try pools(one, reader) : [],
      people: mayDraw ? try FileReaders.able(in: one.county, roles: roles, reader) : [],
      listing: listing.counting(Int64(readings.count)), today: call.today
    ).page(state)
  }

  private func pools(_ one: AssessmentRecord, _ reader: Reader) throws -> [(unit: AssessedUnit, count: Int)] {
    let pools = try FileDraw.pools(one, reader)
    return one.units.map { ($0, pools[$0.agency]?.count ?? 0) }
  }

  private func owners(of reading: FileReadingRecord, _ reader: Reader) throws -> [Int64] {
    try Duties.waiting(on: reading.ref, reader).map(\.owner.value)
  }

  private func readingPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (reading, viewer) = (try FileReadings.found(try call.id(), reader), try call.person())
    let one = try Assessments.found(reading.assessment, reader)
    let duty = try Duties.waiting(on: reading.ref, reader).first
    guard reading.maySee(viewer, one, owners: duty.map { [$0.owner.value] } ?? []) else { throw MissingRecord("份抽查案卷") }
    return FileReadingPages(
      reading: reading, assessment: one,
      file: try call.records.links([reading.subject], for: viewer, reader)[reading.subject],
      duty: duty, draw: try FileReadingStore.draws(of: one.id, reader).first { $0.id == reading.draw },
      history: try LedgerReading.history(of: reading.ref, reader), viewer: viewer, calendar: law.calendar,
      today: call.today
    ).page(state)
  }
}
