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
    let lines = judged.values.sorted { $0.id > $1.id }.compactMap { judgement -> HTML? in
      guard let person = persons[judgement.person.value] else { return nil }
      return """
        <li><a href="\(link: "/offenders/\(person.id)")">\(person.name)</a>\
        \(LookPages.judged(judgement, person, reader.today))</li>
        """
    }
    let entered: HTML =
      own.map { "<p class=\"under\"><a href=\"\(link: "/offenders/\($0.person)")\">当事人在违法人员库里的页面</a></p>" } ?? .none
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
}
