import Inspection
import Kit
import Procedure
import Storage
import Web

/// The lawful steps of a case for the person who looks, and on the page of all steps why the others are closed.
struct CaseSteps {
  let record: CaseRecord
  let procedure: Procedure
  let offers: [Offer]
  let doors: Set<StepDoor>
  /// What may be taken now, the furthest along the way of a case first.
  let open: [Step]

  /// Somebody who may look only has no doors: every step is closed to him, and nothing is shown. `withClosed` also asks why
  /// each closed step is closed.
  init(
    _ record: CaseRecord, _ file: CaseFile, _ procedure: Procedure, _ person: ActingPerson, on today: CivilDate,
    withClosed: Bool
  ) {
    self.record = record
    self.procedure = procedure
    doors = Set(StepDoor.allCases.filter { person.rights.isSuperset(of: $0.rights) })
    // Steps of the other procedure are no choice of anybody: not shown at all.
    let other: Set<Condition> = file.track == .simple ? [.filed, .ordinaryProcedure] : [.simpleProcedure]
    let offers = doors.isEmpty ? [] : procedure.offers(file, as: person, on: today, withClosed: withClosed)
    self.offers = offers.filter {
      $0.step.kind != .filing && !StepDoor.elsewhere.contains($0.step.kind) && other.isDisjoint(with: $0.step.needs)
    }
    let doors = self.doors
    open = Self.ordered(self.offers).compactMap { offer in
      let door = offer.step.by.map(StepDoor.init).first { doors.contains($0) }
      return door.map { Step(offer.step.title, offer.step.what, StepDoor.link(offer.step.kind, of: record, by: $0)) }
    }
  }

  /// What leads on: the open steps that are furthest along the way of a case. Few, so that the first is found at once.
  var next: [Step] { Array(open.prefix(Self.few)) }

  /// What may be done besides, behind a line, and the way to why the rest may not.
  var aside: HTML {
    let rest = open.dropFirst(Self.few)
    return """
      \(if: !rest.isEmpty, "<details class=\"panel under\"><summary>还可以办的 \(rest.count) 件事</summary>\(Self.list(Array(rest)))</details>")\
      \(if: !doors.isEmpty, "<p class=\"under\"><a href=\"\(link: "/cases/\(record.id)/steps")\">其他步骤现在为什么不能办</a></p>")
      """
  }

  static func list(_ steps: [Step]) -> HTML {
    let items = steps.map { step -> HTML in
      "<li>\(step.link.map { "<a href=\"\(link: $0)\">\(step.title)</a>" as HTML })<p class=\"why\">\(step.why)</p></li>"
    }
    return "<ul class=\"steps under\">\(items)</ul>"
  }

  private static let few = 3

  private static func ordered(_ offers: [Offer]) -> [Offer] {
    let open = offers.filter(\.isOpen)
    let main = open.compactMap { offer in way.firstIndex(of: offer.step.kind).map { (place: $0, offer: offer) } }
    return main.sorted { $0.place > $1.place }.map(\.offer) + open.filter { !way.contains($0.step.kind) }
  }

  /// The way of a case that ends with a penalty; everything else happens beside it.
  private static let way: [StepKind] = [
    .questioning, .onSite, .investigationEnd, .priorNotice, .waiver, .defence, .defenceReview, .hearingNotice, .hearing,
    .hearingReport, .legalReview, .discussion, .decision, .payment, .service, .simpleFiling, .closing, .archive,
  ]
}
