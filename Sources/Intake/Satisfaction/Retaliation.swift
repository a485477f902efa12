import Duties
import Kit
import Law
import Storage
import Web

/// Links between clues (线索之间的联系).
enum ClueLink {
  static let retaliation = "retaliation"
}

extension Intake {
  /// A reporter says that he is made to suffer for his report (因举报受到打击报复): a clue of its own, tied to the first, with the
  /// short term of an urgent one. Whoever works on it does not learn who reported.
  func receiveRetaliation(_ new: NewClue, on origin: ClueRecord, _ slip: Slip, _ evidence: Evidence, _ tx: Transaction)
    throws
    -> Receipt
  {
    let receipt = try receive(new, slip, evidence, tx)
    guard !receipt.isRepeat, let clue = try ClueStore.find(receipt.id, tx) else { return receipt }
    try LinkStore.insert(clue.id, to: origin.id, ClueLink.retaliation, tx)
    // What is about an office is owed in secret already, by somebody above it.
    if new.about == nil { try urge(clue, tx) }
    tx.tell(clue.ref, "线索\(clue.number)列为急件：称因举报（\(origin.number)）受到打击报复")
    tx.tell(origin.ref, "举报人称因线索\(origin.number)受到打击报复，另立线索\(clue.number)")
    return receipt
  }

  private func urge(_ clue: ClueRecord, _ tx: Transaction) throws {
    let term = try law.due("report.retaliation", from: tx.today)
    try Duties.settle(clue.ref, kind: ClueDuty.accept, outcome: "改为急件", tx)
    try Duties.owe(
      NewDuty(
        kind: ClueDuty.accept, title: "急件：决定是否受理打击报复的举报\(clue.number)", subject: clue.ref, owner: clue.owner,
        term: term, from: tx.today, basis: term.term.basis), tx)
    try HandlingStore.setDue(clue.id, term.due.date, provisional: term.due.provisional, tx)
  }
}

/// The SQL of links between clues stands in `LinkStore`; this is how both ends show it.
enum LinkPanel {
  static let panel = Panel(on: .clue, order: 1) { ref, viewer, reader in
    guard let scope = viewer.scope(.clueSee) else { return .none }
    let links = try LinkStore.links(of: ID(ref.number), scope, reader)
    guard !links.isEmpty else { return .none }
    let items = links.map { link -> HTML in
      let words: HTML = link.isOrigin ? "称因这条举报受到打击报复" : "举报人称受到打击报复，另立"
      return
        "<li class=\"row\">\(Chip.bad.html("急件")) \(words)：<a href=\"\(link: "/clues/\(link.clue)")\">\(link.number)</a></li>"
    }
    return section("打击报复", "<ul class=\"stack\">\(items)</ul>")
  }
}
