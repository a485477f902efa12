package import Kit
package import Law
package import Storage
package import Web

/// Linked titles and time limits of duties (待办的标题和时限), for every page that lists them: a title leads to its record, a time limit
/// to the page of the duty, each only where its reader is let in. Everything else stands as plain words.
///
/// Example: a liaison of another department reads on the campaign's page that a visit is overdue, not where it goes.
package struct DutyTitles: Sendable {
  private let subjects: [Ref: Link]
  private let viewer: Viewer
  private let reach: Scope?

  /// Asks once for all records of a list, as if each were opened.
  package init(_ subjects: [Ref], for viewer: Viewer, _ records: Records, _ reader: Reader) throws {
    self.subjects = try records.links(subjects, for: viewer, near: true, reader)
    self.viewer = viewer
    reach = viewer.scope(.dutySee)
  }

  /// For a list of what the reader may see or was told of.
  func html(_ duty: OpenDuty) -> HTML { subjects[duty.subject].map { linked(duty.title, $0) } ?? "\(duty.title)" }

  /// For a list that others may read too: of what neither the duty nor its record may be seen, the kind alone, since titles name
  /// premises and parties.
  package func discreet(_ duty: OpenDuty) -> HTML {
    let mayKnow = viewer.accounts.contains(duty.owner.value) || reach?.allows(duty.place) == true
    return discreet(duty.title, on: duty.subject, mayKnow: mayKnow)
  }

  package func discreet(_ duty: CampaignDuty) -> HTML {
    let isOurs = reach?.reach == .agency && viewer.agencies.contains(duty.agency)
    return discreet(duty.title, on: duty.subject, mayKnow: isOurs || reach?.reach == .jurisdiction)
  }

  private func discreet(_ title: String, on subject: Ref, mayKnow: Bool) -> HTML {
    if let link = subjects[subject] { return linked(title, link) }
    return mayKnow || ToldKinds.isNamed(subject)
      ? "\(title)" : "<span class=\"dim\">\(ToldKinds.noun(subject))待办</span>"
  }

  /// The clock leads to what it went through, and to where the duty is pressed.
  package func clock(_ duty: OpenDuty, today: CivilDate, _ calendar: WorkCalendar) -> HTML {
    let clock = Duties.clock(duty, today: today, calendar)
    guard reach?.allows(duty.place) == true else { return clock }
    return "<a href=\"\(link: "/duties/\(duty.id)")\">\(clock)</a>"
  }

  private func linked(_ title: String, _ link: Link) -> HTML { "<a href=\"\(link: link)\">\(title)</a>" }
}
