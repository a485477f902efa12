import Kit

enum SplitRefusal: Refusal, Hashable {
  case partItself
  case otherWords
  case alreadyOut(number: String)

  var code: String {
    switch self {
    case .partItself: "intake.split-part"
    case .otherWords: "intake.split-words"
    case .alreadyOut: "intake.split-twice"
    }
  }

  var sentence: String {
    switch self {
    case .partItself: "这条线索本身就是拆分出来的。"
    case .otherWords: "写的不是来信里的原话：每一行都要能在原文里找到。"
    case .alreadyOut(let number): "这一段已经拆分成线索\(number)，没有再拆一次。"
    }
  }

  var field: String? { self == .partItself ? nil : "words" }

  var next: String? {
    switch self {
    case .partItself: "打开原来那一条，从那里拆分。"
    case .otherWords: "从左边的原文里摘，删掉不属于这一件的，不要改写。"
    case .alreadyOut: "打开那一条办理。"
    }
  }

  var status: RefusalStatus { self == .partItself ? .conflict : .invalid }
}
