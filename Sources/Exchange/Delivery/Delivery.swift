package import Kit
import Offenders
package import Storage
package import Web

/// Delivery (上报): what is new or changed in a county's register since the last one, as a file for the province, numbered without holes.
/// The name of the kind only; see `DeliveryRecord`.
enum Delivery {}

extension RefKind {
  package static let delivery = RefKind("delivery")
  package static let intake = RefKind("delivery-intake")
}

extension Permission {
  /// Deliver to the province, enter its receipts, take in what counties deliver.
  package static let exchangeDeliver = Permission("exchange.deliver")
}

extension TokenScope {
  /// Take what waits for the province and bring its receipt.
  package static let deliver = TokenScope("offenders.deliver")
}

extension Deed {
  package static let makeDelivery = Deed("exchange.make-delivery")
  package static let fetchDelivery = Deed("exchange.fetch-delivery")
  package static let enterReceipt = Deed("exchange.enter-receipt")
  package static let mendDelivered = Deed("exchange.mend-delivered")
  package static let takeDelivery = Deed("exchange.take-delivery")
}

struct DeliveryRecord: Sendable {
  let id: ID<Delivery>
  let county: County
  /// 1, 2, 3 … of the county.
  let number: Int64
  let lines: Int64
  let sha256: String
  let maker: String
  let at: Instant
  let answered: Answered?

  struct Answered: Sendable {
    let at: Instant
    /// Who took it in, as the receipt says.
    let receiver: String
    let taken: Int64
    let revised: Int64
    let known: Int64
    let refused: Int64
  }

  var ref: Ref { Ref(.delivery, id) }
  var title: String { "第 \(number) 批上报" }
}

/// One line of a delivery and what became of it.
struct DeliveredLine: Sendable {
  enum State: String, Sendable {
    case sent, refused, again, resent, left, taken

    var title: String {
      switch self {
      case .sent: "等回执"
      case .taken: "已收下"
      case .refused: "被退回"
      case .again: "下一批再报"
      case .resent: "已再报"
      case .left: "不再报"
      }
    }
  }

  let line: Int64
  let record: ID<OffenderRecord>
  let state: State
  /// Why the province refused it, and what was done about it.
  let reasons: String
  let words: String
}

/// What is refused about deliveries and receipts.
enum DeliveryRefusal: Refusal, Equatable {
  case nothingNew
  case unanswered(Int64)
  case broken(String)
  case otherFile
  case answered
  case strangeLine
  case hole(expected: Int64, got: Int64)
  case changedBatch(Int64)
  case brokenChain
  case ownFile

  var code: String { "exchange.delivery-\(name)" }

  private var name: String {
    switch self {
    case .nothingNew: "nothing-new"
    case .unanswered: "unanswered"
    case .broken: "broken"
    case .otherFile: "other-file"
    case .answered: "answered"
    case .strangeLine: "strange-line"
    case .hole: "hole"
    case .changedBatch: "changed"
    case .brokenChain: "chain"
    case .ownFile: "own"
    }
  }

  var sentence: String {
    switch self {
    case .nothingNew: "上一批以后没有新的、改过的记录，不用上报。"
    case .unanswered(let number): "第 \(number) 批还没有回执，不能做下一批。"
    case .broken(let why): "这个文件读不了：\(why)。"
    case .otherFile: "这份回执不是这一批的：批号或者文件校验值对不上。"
    case .answered: "这一批已经有回执了，内容不一样。"
    case .strangeLine: "这一行没有被退回，或者已经处理过了。"
    case .hole(let expected, let got): "这是第 \(got) 批，应当先收第 \(expected) 批。"
    case .changedBatch(let number): "第 \(number) 批已经收过，这个文件和那一次的不一样。"
    case .brokenChain: "这一批说的上一批，和这里收到的上一批不是同一个文件。"
    case .ownFile: "这是本系统自己做的上报文件，不能再收进来。"
    }
  }

  var next: String? {
    switch self {
    case .unanswered: "可以把那一批原样再取一次，再发一次，结果不变。"
    case .hole, .changedBatch, .brokenChain: "请同上报的县核对，是不是漏了一批，或者文件改过。"
    case .broken: "请对方重新发一次；文件不能用别的软件打开再存。"
    default: nil
    }
  }

  var field: String? {
    switch self {
    case .broken, .otherFile, .hole, .changedBatch, .brokenChain, .ownFile: "file"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .broken, .otherFile, .nothingNew: .invalid
    default: .conflict
    }
  }
}
