package import Kit
package import Matching
package import Storage
package import Web

extension Offenders {
  /// The party of a case beside the register, for a panel on its page (进案比对): whether somebody like him is there, what was
  /// judged of it, and a button that looks him up with the case as purpose. Names nobody: who he may be stands on the page of the
  /// look-up, which the ledger knows of.
  package func partyPanel(_ said: MatchRecord, of subject: Ref, action: Link?, viewer: Viewer, _ reader: Reader) throws
    -> HTML
  {
    guard viewer.may(.offenderSee) else { return .none }
    let own = try RecordStore.record(of: subject, reader)
    let look = try lookUp(said, besides: own?.person, reader)
    let judged = try Offenders.judgements(on: subject, reader)
    let persons = try OffenderStore.persons(judged.keys.map(\.value), reader)
    let listed = try Offenders.blackFacts(persons.keys.map(\.self) + [own?.person.value].compactMap(\.self), reader)
    let lines = judged.values.sorted { $0.id > $1.id }.compactMap { judgement -> HTML? in
      guard let person = persons[judgement.person.value] else { return nil }
      return """
        <li><a href="\(link: "/offenders/\(person.id)")">\(person.name)</a>\
        \(LookPages.judged(judgement, person, reader.today))\(listed[person.id.value])</li>
        """
    }
    let entered: HTML =
      own.map {
        "<p class=\"under\"><a href=\"\(link: "/offenders/\($0.person)")\">当事人在违法人员库里的页面</a></p>\(listed[$0.person.value])"
      } ?? .none
    return section(
      "违法人员比对", id: "offender",
      """
      <p>\(LookPages.chip(look.answer.verdict))　\(words(look))</p>\(entered)\
      \(if: !lines.isEmpty, "<ul class=\"stack under\">\(lines)</ul>")\
      \(action.map { "<form method=\"post\" action=\"\(link: $0)\" class=\"under\"><button class=\"btn p\">比对当事人，看理由</button></form>" as HTML })
      """)
  }

  private func words(_ look: LookUp) -> HTML {
    switch look.answer.verdict {
    case .same: "库里另有一个人很可能就是当事人。请看理由，由人确认。"
    case .possible: "库里另有像当事人的人，单凭现在知道的还分不清。"
    case .none: "库里没有另外像当事人的人。登记了证件号码、电话以后，可以再比一次。"
    }
  }

  /// Whom a record names (a clue, a reported person) beside the register: who was looked up for it, what came out, what people
  /// judged of it, and a link to look somebody up. Whoever may not see the register sees nothing of it.
  ///
  /// The description of a look-up is shown masked; its page opens for who asked and for reviewers.
  package static func namedPanel(on subject: Ref, action: Link?, viewer: Viewer, _ reader: Reader) throws -> HTML {
    guard viewer.may(.offenderSee) else { return .none }
    let looks = try LookStore.looks(on: subject, reader)
    let judged = try judgements(on: subject, reader)
    guard action != nil || !looks.isEmpty else { return .none }
    let persons = try OffenderStore.persons(judged.keys.map(\.value), reader)
    let listed = try blackFacts(persons.keys.map(\.self), reader)
    let items = looks.map { look -> HTML in
      let reviews = viewer.scope(.offenderReview)?.allows(Placement(county: look.county)) == true
      let words: HTML = "\(LookWords.line(look.asked.masked))"
      let title: HTML =
        look.account == viewer.account || reviews
        ? "<a href=\"\(link: "/offenders/looks/\(look.id)")\">\(words)</a>" : words
      return """
        <li>\(LookPages.chip(look.verdict))　\(title)<p class="why">\(look.title)，\(look.at.chinese(today: reader.today))比对</p></li>
        """
    }
    let lines = judged.values.sorted { $0.id > $1.id }.compactMap { judgement -> HTML? in
      persons[judgement.person.value].map { person in
        """
        <li><a href="\(link: "/offenders/\(person.id)")">\(person.name)</a>\(LookPages.judged(judgement, person, reader.today))\(listed[person.id.value])</li>
        """
      }
    }
    let looked: HTML =
      items.isEmpty
      ? "<p class=\"dim\">举报里写了姓名、电话的，可以看他以前有没有受过处罚。</p>" : "<ul class=\"stack\">\(items)</ul>"
    let count: HTML = items.isEmpty ? .none : "比对 \(items.count) 次"
    return section(
      "违法人员比对", note: count, id: "offender",
      """
      \(looked)\(if: !lines.isEmpty, "<h3 class=\"under\">判断过的</h3><ul class=\"stack under\">\(lines)</ul>")\
      \(action.map { "<p class=\"row under\">\(button(items.isEmpty ? "比对被举报的人" : "再比对一个人", $0, plain: true))</p>" as HTML })
      """)
  }
}
