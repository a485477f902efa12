import Duties
package import Kit
import Law
import Offices
import Packs
package import Storage
import Web

/// Training of contact persons (联系人培训): a course that was held, and who came. The name of the kind only; see
/// `TrainingRecord`.
package enum Training {}

extension RefKind { package static let training = RefKind("training") }
extension Deed { package static let recordTraining = Deed("sentinels.record-training") }

struct TrainingRecord: Sendable {
  let id: ID<Training>
  let county: County
  let title: String
  let on: CivilDate
  let place: String
  /// What was taught, in words.
  let content: String
  let account: ID<Account>

  var ref: Ref { Ref(.training, id) }
}

struct NewTraining: Sendable {
  let title: String
  let on: CivilDate
  let place: String
  let content: String
  let account: ID<Account>
  let contacts: [ID<ContactRecord>]
}

/// A contact person as lists of training name him.
struct TrainedContact: Sendable {
  let contact: ContactRecord
  let post: String
  /// The latest course that he came to; nil: none.
  let last: CivilDate?
}

enum TrainingRefusal: Refusal, Hashable {
  case future
  case nobody
  case unknownContact
  case known(String)

  var code: String {
    switch self {
    case .future: "sentinels.training-future"
    case .nobody: "sentinels.training-nobody"
    case .unknownContact: "sentinels.training-contact"
    case .known: "sentinels.training-known"
    }
  }

  var sentence: String {
    switch self {
    case .future: "日期不能晚于今天。"
    case .nobody: "“谁来了”至少勾一位。"
    case .unknownContact: "勾选的人里有不是本县在任联系人的，没有保存。"
    case .known(let title): "这一天已经登记过培训“\(title)”，没有重复登记。"
    }
  }

  var field: String? {
    switch self {
    case .future: "on"
    case .nobody, .unknownContact: "contacts"
    case .known: "title"
    }
  }

  var status: RefusalStatus { if case .known = self { .conflict } else { .invalid } }
}

extension Sentinels {
  static let trainingDuty = "post.training"

  /// Puts a course on file with its material; whoever came owes no training any more. Refuses a day to come, nobody,
  /// somebody who is no contact person of the county now, and the same course on the same day twice.
  static func record(_ new: NewTraining, _ material: [StagedFile], _ store: Attachments, _ tx: Transaction) throws
    -> ID<Training>
  {
    guard new.on <= tx.today else { throw TrainingRefusal.future }
    guard !new.contacts.isEmpty else { throw TrainingRefusal.nobody }
    guard try !TrainingStore.isKnown(new.title, on: new.on, in: tx.county, tx) else {
      throw TrainingRefusal.known(new.title)
    }
    let people = try TrainingStore.contacts(in: tx.county, tx).map(\.contact)
    let came = people.filter { new.contacts.contains($0.id) }
    guard came.count == Set(new.contacts).count else { throw TrainingRefusal.unknownContact }
    let training = TrainingRecord(
      id: tx.world.newID(), county: tx.county, title: new.title, on: new.on, place: new.place, content: new.content,
      account: new.account)
    try TrainingStore.insert(training, came, tx)
    for file in material { try store.attach(file, to: training.ref, tx) }
    tx.tell(training.ref, "登记联系人培训“\(new.title)”，来了 \(came.count) 人", [Change("日期", nil, new.on.iso)])
    for post in Set(came.map(\.post.value)).sorted() { try settleTraining(of: ID(post), tx) }
    return training.id
  }

  /// A new contact person owes training; the supervision contact sees to it. Part of the deed that names him.
  func oweTraining(_ contact: ID<ContactRecord>, of post: PostRecord, _ tx: Transaction) throws {
    try TrainingStore.owe(contact, of: post.id, tx)
    let due = law.calendar.adding(workdays: book.training.days, to: tx.today)
    try Duties.settle(post.ref, kind: Self.trainingDuty, outcome: "联系人换了", tx)
    try Duties.owe(
      NewDuty(
        kind: Self.trainingDuty, title: "给监测哨点“\(post.name)”的新联系人培训", subject: post.ref,
        owner: post.supervisor, due: due.date, provisional: due.provisional, basis: book.training.provenance.source), tx
    )
  }

  /// Ends what is owed where nobody of the post owes it any more, or the post was closed.
  static func settleTraining(of post: ID<Post>, _ tx: Transaction) throws {
    guard let record = try PostStore.find(post, tx) else { throw MissingRecord("个哨点") }
    guard try record.state == .closed || !TrainingStore.owes(post, tx) else { return }
    let outcome = record.state == .closed ? "哨点撤销了" : "培训过了"
    try Duties.settle(record.ref, kind: trainingDuty, outcome: outcome, tx)
  }
}
