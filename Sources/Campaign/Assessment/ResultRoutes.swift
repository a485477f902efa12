internal import Duties
internal import Kit
internal import Papers
internal import Storage
internal import Web

extension Campaign {
  var resultRoutes: [Route] {
    [
      Route.look("/results/:id", .may(.campaignSee, on: .assessmentResult)) { .page(try resultPage($0, $1, .empty)) },
      Route.look("/results/:id/sheet", .may(.campaignSee, on: .assessmentResult)) { call, reader in
        let (result, one) = try readableResult(call, reader)
        let unit = try kept(call, result, one, reader)
        return .page(try keptPages(result, one, call).sheet(unit.score, unit))
      },
      Route.look("/results/:id/list", .may(.campaignSee, on: .assessmentResult)) { call, reader in
        let (result, one) = try readableResult(call, reader)
        let (unit, line) = (try kept(call, result, one, reader).score.unit, try line(call, one))
        let items = try ResultStore.items(of: result.id, unit.agency, line.position, reader)
        return .page(
          try list(items, line, unit, try keptPages(result, one, call), "/results/\(result.id)/list", call, reader))
      },
      Route.look("/results/:id/scores.xlsx", .may(.campaignSee, on: .assessmentResult)) { call, reader in
        let (result, one) = try readableResult(call, reader)
        let viewer = try call.person()
        let ranking = try ResultStore.ranking(of: result, one, reader).filter { one.maySee($0.score.unit, viewer) }
        return .file(
          bytes: try ResultPaper(one, result, ranking).workbook(in: call.database.folder),
          name: "考核表第 \(result.number) 版.xlsx",
          type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
      },
      Route.look("/results/:id/word", .may(.campaignSee, on: .assessmentResult)) { call, reader in
        let document = try Results.document(try readableResult(call, reader).0, reader)
        let name = [document.number, document.title].compactMap { $0 }.joined(separator: " ")
        return .file(bytes: try WordPaper.bytes(document), name: "\(name).docx", type: WordPaper.type)
      },
    ] + resultSteps
  }

  private var resultSteps: [Route] {
    [
      Route.act("/results/:id/submit", .may(.campaignRelease, on: .assessmentResult)) { call in
        try await call.submit { form in
          let id = try call.id(AssessmentResult.self)
          try await ask(call, form, .submitResult) { reader in
            let result = try Results.open(id, reader)
            try refuseAssessed(form, try Assessments.found(result.assessment, reader), reader)
            return try Results.matter(result, reader)
          }
          return .redirect("/results/\(id)")
        } again: {
          try resultPage(call, $1, $0)
        }
      },
      Route.act("/results/:id/approve", .may(.campaignApprove, on: .assessmentResult)) { call in
        try await call.submit { form in
          let (id, agencies) = (try call.id(AssessmentResult.self), try call.person().agencies)
          try await decide(call, form, .approveResult) { reader in
            let result = try Results.open(id, reader)
            try Assessments.refuseAssessed(agencies, try Assessments.found(result.assessment, reader))
            return try Results.matter(result, reader)
          }
          return .redirect("/results/\(id)")
        } again: {
          try resultPage(call, $1, $0)
        }
      },
      Route.act("/results/:id/issue", .may(.campaignRelease, on: .assessmentResult)) { call in
        try await call.submit { _ in
          let id = try call.id(AssessmentResult.self)
          try await call.change(.issueResult) { [papers] in
            guard let template = papers[ResultPaper.template] else { throw MissingRecord("种文书") }
            try Results.issue(id, template, $0)
          }
          return .redirect("/results/\(id)")
        } again: {
          try resultPage(call, $1, $0)
        }
      },
      Route.act("/results/:id/drop", .may(.campaignRelease, on: .assessmentResult)) { call in
        try await call.submit { _ in
          let id = try call.id(AssessmentResult.self)
          try await call.change(.dropResult) { try Results.drop(id, $0) }
          return .redirect("/results/\(id)")
        } again: {
          try resultPage(call, $1, $0)
        }
      },
    ]
  }

  /// Before it is issued it is there for those only who compare all units, and for whoever is to approve it.
  private func readableResult(_ call: Call, _ reader: Reader) throws -> (ResultRecord, AssessmentRecord) {
    let result = try Results.found(try call.id(), reader)
    let (one, viewer) = (try Assessments.found(result.assessment, reader), try call.person())
    guard result.issue != nil || one.mayCompare(viewer) else { throw MissingRecord("份考核结果") }
    return (result, one)
  }

  /// The unit that the address names, as it was kept.
  private func kept(
    _ call: Call, _ result: ResultRecord, _ one: AssessmentRecord, _ reader: Reader
  ) throws -> RankedUnit {
    let unit = try assessed(call, one)
    guard
      let ranked = try ResultStore.ranking(of: result, one, reader).first(where: { $0.score.unit.agency == unit.agency }
      )
    else { throw MissingRecord("张考核表") }
    return ranked
  }

  private func keptPages(_ result: ResultRecord, _ one: AssessmentRecord, _ call: Call) throws -> ScorePages {
    let viewer = try call.person()
    return ScorePages(
      assessment: one, base: "/results/\(result.id)", standing: "第 \(result.number) 版，截至 \(result.day.iso)",
      crumbs: AssessmentOverviewPages.crumbs(one.campaign, one.campaignTitle)
        + [("考核结果第 \(result.number) 版", "/results/\(result.id)")], maySee: { one.maySee($0, viewer) },
      today: call.today)
  }

  private func resultPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (result, one) = try readableResult(call, reader)
    let pages = try keptPages(result, one, call)
    return ResultPages(
      result: result, next: try result.replacedBy.flatMap { try ResultStore.find($0, reader) },
      approval: try approval(try Results.matter(result, reader), base: "/results/\(result.id)", call, reader)
        .without(one.agencies),
      history: historySection(try LedgerReading.history(of: result.ref, reader), today: call.today),
      mayWork: try call.person().may(.campaignRelease), today: call.today
    ).page(pages.ranking(try ResultStore.ranking(of: result, one, reader)), state)
  }
}
