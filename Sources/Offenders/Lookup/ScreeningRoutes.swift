import Kit
import Matching
import Storage
import Web

struct ScreeningRoutes {
  let room: Offenders

  var routes: [Route] { [form, screen, page] }

  private var form: Route {
    Route.look("/offenders/screenings", .may(.offenderSee)) { call, reader in .page(try formPage(call, reader, .empty))
    }
  }

  private var screen: Route {
    Route.act("/offenders/screenings", .may(.offenderSee), body: BodyLimit(megabytes: 9, eachFile: 8, files: 1)) {
      call in
      try await call.submit { form in
        let read = FormReader(form)
        let words = read.text("purpose", "用途", most: 180)
        let occasion = form.value("occasion").flatMap { ScreenedFor(rawValue: $0) } ?? .other
        let (list, file) = (read.maybeText("list", "名单", most: 200_000), read.files("file").first)
        try read.done()
        let purpose = occasion.purpose(words)
        let id = try await call.change(.screenOffenders) { try compare(list, file, for: purpose, $0) }
        return .redirect("/offenders/screenings/\(id)")
      } again: { state, reader in
        try formPage(call, reader, state)
      }
    }
  }

  private func compare(_ list: String?, _ file: StagedFile?, for purpose: String, _ tx: Transaction) throws -> ID<
    Screening
  > {
    switch (list, file) {
    case (nil, nil): throw OffenderImportRefusal.noneGiven
    case (.some, .some): throw OffenderImportRefusal.bothGiven
    case (let list?, nil): return try room.screen(pasted: list, for: purpose, tx)
    case (nil, let file?): return try room.screen(file, for: purpose, tx)
    }
  }

  private var page: Route {
    Route.look("/offenders/screenings/:id", .may(.offenderSee)) { call, reader in
      let (id, viewer) = (try call.id(Screening.self), try call.person())
      guard let record = try ScreeningStore.screening(id, reader) else { throw MissingRecord("次筛查") }
      let reviews = viewer.scope(.offenderReview)?.allows(Placement(county: record.county)) == true
      guard record.account == viewer.account || reviews else { throw MissingRecord("次筛查") }
      let base: Link = "/offenders/screenings/\(id)"
      let listing = Listing(call, base: base, sorts: ["line"], descending: false, filters: ["verdict"])
      let verdict = listing.filter("verdict").flatMap { Verdict(rawValue: $0) }
      let total =
        switch verdict {
        case .same: record.same
        case .possible: record.possible
        case Verdict.none?: record.lines - record.same - record.possible
        case nil: record.lines
        }
      let looks = try LookStore.looks(
        of: id, verdict: verdict?.rawValue, offset: listing.offset, limit: Listing.size, reader)
      let persons = try OffenderStore.persons(looks.compactMap { $0.person?.value }, reader)
      return .page(
        ScreeningPages.page(
          record, looks, persons, try Offenders.blackFacts(persons.keys.map(\.self), reader), listing.counting(total),
          today: call.today))
    }
  }

  private func formPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let viewer = try call.person()
    let scope = viewer.scope(.offenderReview)?.filter(county: "county", agency: "0", owner: "account")
    return ScreeningPages.form(
      try ScreeningStore.latest(of: viewer.account, reviewing: scope, reader), today: call.today, state)
  }
}

enum ScreeningPages {
  static func form(_ latest: [ScreeningRecord], today: CivilDate, _ state: FormState) -> Page {
    let lines = latest.map { one in
      Table.Line([
        "<a href=\"\(link: "/offenders/screenings/\(one.id)")\">\(one.file)</a>", "\(one.purpose)", "\(one.title)",
        "\(one.at.chinese(today: today))", "\(one.lines)", "\(one.same)", "\(one.possible)",
      ])
    }
    let columns =
      ["名单", "用途", "谁查的", "时间"].map { Table.Column($0) }
      + ["人", "同一人", "可能"].map { Table.Column($0, numeric: true) }
    return Page(
      "批量筛查", crumbs: [("违法人员库", "/offenders")],
      """
      \(head("批量筛查", meta: ["把一个人或者一份名单同违法人员库逐个比对：机构的人员、申请许可的人"]))\(state.summary)\
      <form method="post" action="\(link: "/offenders/screenings")" enctype="multipart/form-data" class="panel">\
      \(Field("occasion", "查的是", state, required: false).select(ScreenedFor.allCases.map { ($0.rawValue, $0.title) }, empty: nil))\
      \(Field("purpose", "用途", state, hint: "为什么要查，记入台账，例如“柳塘镇新开诊所的申请人”；不要写姓名").line(most: 180))\
      \(Field("list", "名单", state, hint: "一行一个人：姓名、证件号码、电话，中间用空格、逗号或者制表符隔开；只知道姓名也行。申请许可的一个人，写一行", required: false).lines(rows: 5, most: 200_000))\
      \(Field("file", "或者上传文件", state, hint: "Excel（xlsx）或者 UTF-8、GBK 编码的 CSV，第一行是列名，至少有“姓名”，最多 \(Offenders.mostScreened) 人；列名同导入模板", required: false).files(multiple: false, accept: ".xlsx,.csv"))\
      <button class="btn">比对</button></form>\
      \(lines.isEmpty ? empty("还没有筛查过", "粘贴或者上传一份名单，看里面有没有受过处罚的人。") : section("筛查过的", Table("筛查 \(lines.count) 次", columns, lines).html))
      """)
  }

  static func page(
    _ record: ScreeningRecord, _ looks: [LookRecord], _ persons: [Int64: OffenderPerson],
    _ listed: [Int64: HTML], _ listing: Listing, today: CivilDate
  ) -> Page {
    let lines = looks.map { look in
      Table.Line([
        "<a href=\"\(link: "/offenders/looks/\(look.id)")\">第 \(look.line) 行</a>",
        "\(LookWords.line(look.asked.masked))",
        LookPages.chip(look.verdict),
        look.verdict == .none
          ? "—"
          : look.person.flatMap { persons[$0.value] }.map {
            "<a href=\"\(link: "/offenders/\($0.id)")\">\($0.name)</a>\(listed[$0.id.value])"
          } ?? "—",
      ])
    }
    let columns = ["行", "名单上的人", "结论", "最像的人"].map { Table.Column($0) }
    let base: Link = "/offenders/screenings/\(record.id)"
    func tab(_ words: String, _ value: String?) -> (words: String, link: Link, isHere: Bool) {
      (words, base.asking([("verdict", value)]), listing.filter("verdict") == value)
    }
    let table = Table(listing.caption("名单", unit: "人"), columns, lines, listing: listing).html
    return Page(
      "筛查结果", crumbs: [("违法人员库", "/offenders"), ("批量筛查", "/offenders/screenings")],
      """
      \(head("“\(record.file)”的筛查结果", meta: ["\(record.purpose)", "\(record.title)，\(record.at.chinese(today: today))"]))\
      \(tabs("按结论", [tab("全部 \(record.lines)", nil), tab("同一人 \(record.same)", "same"), tab("可能 \(record.possible)", "possible"), tab("未发现 \(record.lines - record.same - record.possible)", "none")]))\
      \(lines.isEmpty ? empty("没有这样的人", "<a href=\"\(link: base)\">看全部</a>") : table)
      """)
  }
}
