import Intake
import Kit
import Storage
import Web

/// What a form of a patrol says, from the telephone of a post or from an officer's desk.
struct PatrolForm {
  let new: NewPatrol
  let slip: Slip
  let evidence: Evidence

  /// Refuses what is not filled in: where, what was looked at, and of a finding what it is about.
  init(
    _ form: Form, _ read: FormReader, place: (town: Int64, village: Int64)?, on day: CivilDate, sender: String,
    _ book: SentinelBook, _ database: Database
  ) throws {
    let looked = Self.looked(form, read, book)
    let (spot, found) = (read.text("where", "具体地点和情况", most: 200), form.value("found") == "1")
    let topic = form.value("topic").flatMap { book.topic($0) }
    if found, topic == nil { read.refuse("topic", "发现了情况的，“是哪一类”要选。") }
    let text = read.maybeText("text", "看到什么", most: 2000) ?? ""
    evidence = Evidence(read, database.attachments)
    try read.done()
    guard let place else { throw PatrolRefusal.unknownPlace }
    let content = [sender, "\(place)", looked, spot, "\(found)", text] + read.files("files").map(\.sha256)
    slip = Slip(once: form.value("once"), content: content, database)
    new = NewPatrol(
      town: place.town, village: place.village, looked: looked, place: spot,
      found: found ? topic.map { NewPatrol.Finding(topic: $0, text: text) } : nil, on: day,
      plan: form.value("plan").flatMap { ID(text: $0) },
      mark: keyedHash("patrol:\(slip.code.text)", key: database.folder.keys.lookup))
  }

  /// The ticked places in the order of the book; at least one.
  private static func looked(_ form: Form, _ read: FormReader, _ book: SentinelBook) -> String {
    let ticked = book.patrol.spots.filter { form.all("spots").contains($0) }
    if ticked.isEmpty { read.refuse("spots", PatrolRefusal.nothingLooked.sentence) }
    return ticked.joined(separator: "；")
  }
}
