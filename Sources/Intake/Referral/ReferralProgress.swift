import Kit
import Web

/// What the reporter reads of handing on, in everyday words: where it is and since when. No name of a person.
enum ReferralProgress {
  static func steps(_ all: [ReferralRecord], _ today: CivilDate) -> [(time: String, words: HTML, note: HTML?)] {
    let moments = all.flatMap { one in
      let accepted = one.acceptedAt.map { Moment(at: $0, words: "\(one.to)已经接收，正在办理") }
      let over = one.endedAt.map { Moment(at: $0, words: ended(one)) }
      return [Moment(at: one.sentAt, words: "转给\(one.to)办理，等对方接收"), accepted, over].compactMap { $0 }
    }
    return moments.sorted { $0.at < $1.at }.map { (time: $0.at.chinese(today: today), words: $0.words, note: nil) }
  }

  private struct Moment {
    let at: Instant
    let words: HTML
  }

  private static func ended(_ one: ReferralRecord) -> HTML {
    switch one.state {
    case .returned: "\(one.to)退回，由转出的单位继续办理"
    case .withdrawn: "撤回转办，由转出的单位继续办理"
    case .answered: one.reply == .receiver ? "\(one.to)办理完毕" : "\(one.to)办理完毕，由转出的单位答复您"
    case .sent, .accepted: ""
    }
  }
}
