package import Kit

/// What is refused about evidence and about things taken.
package enum EvidenceRefusal: Refusal, Hashable {
  case notOnTeam(String)
  case closed(String)
  case archived(String)
  case noKind
  case noStep
  case noCount
  case noFile
  case inFuture(String, today: CivilDate)
  case noHolder(Int64)
  case notHolder(String)
  case sameHolder
  case movedBefore(CivilDate)
  case noList
  case notConfiscating(String)
  case measureEnded(Int64)
  case noItems
  case nothingChosen
  case disposedAlready(String)
  case unknownWay
  case carriedAlready(String)
  case disposedBefore(CivilDate)
  /// The ending step, and how many things are left.
  case undisposed(String, Int)
  case listMissing(String)
  case goodsLeft(Int)
  /// The result that the ending step names, as no thing of the list went.
  case outcomeDiffers(String)
  case wayClosed(String, Confiscation?)
  case noReceipt
  /// The source of the waiting.
  case contested(String)
  case mayBeContested(CivilDate?, String)
  case notOwed
  case noAmount
  case redressedBefore(CivilDate)
  case valueOwed(Int)

  package var code: String { "evidence.\(words.code)" }
  package var sentence: String { words.sentence }
  package var next: String? { words.next }

  package var field: String? {
    switch self {
    case .noKind: "kind"
    case .noStep: "step"
    case .noCount: "count"
    case .noFile: "files"
    case .inFuture(let field, _): field
    case .sameHolder: "to"
    case .movedBefore: "moved-on"
    case .noItems: "name-1"
    case .nothingChosen, .disposedAlready: "items"
    case .carriedAlready: "carried"
    case .unknownWay, .wayClosed, .contested: "way"
    case .disposedBefore: "on"
    case .noReceipt: "receipt"
    case .outcomeDiffers: "outcome"
    case .mayBeContested: "note"
    case .notOwed: "item"
    case .noAmount: "paid-amount"
    case .redressedBefore: "paid-on"
    default: nil
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .notOnTeam: .forbidden
    case .closed, .archived, .notHolder, .noHolder, .measureEnded, .disposedAlready, .carriedAlready,
      .wayClosed, .contested, .notOwed:
      .conflict
    default: .invalid
    }
  }

  private struct Words {
    let code: String
    let sentence: String
    var next: String?
  }

  private var words: Words {
    switch self {
    case .notOnTeam(let names):
      Words(code: "not-on-team", sentence: "证据和物品由本案的办案人员（\(names)）登记、交接、处理。", next: "请办案人员办理。")
    case .closed(let number):
      Words(code: "closed", sentence: "案件\(number)已经结案，不能再收证据。", next: "在手的证据和物品还可以交接、处置，到归档为止。")
    case .archived(let number): Words(code: "archived", sentence: "案件\(number)已经归档，案卷不能再改动。", next: "可以看卷内目录，核对校验值。")
    case .noKind: Words(code: "no-kind", sentence: "证据的种类还没有选，或者不在法定的种类里（行政处罚法第四十六条）。")
    case .noStep: Words(code: "no-step", sentence: "选的步骤不在本案里。", next: "刷新页面重新选。")
    case .noCount: Words(code: "no-count", sentence: "物证要写数量。")
    case .noFile: Words(code: "no-file", sentence: "还没有选文件。")
    case .inFuture(_, let today): Words(code: "in-future", sentence: "日期不能晚于今天（\(today.chinese())）。")
    case .noHolder(let number): Words(code: "no-holder", sentence: "证据 \(number) 没有保管人的记录，不能交接。", next: "请告诉管理员，用备份核对。")
    case .notHolder(let holder):
      Words(code: "not-holder", sentence: "这件证据现在由“\(holder)”保管，不能从别人手里移交。", next: "刷新页面，从现在的保管人移交。")
    case .sameHolder: Words(code: "same-holder", sentence: "移交给的就是现在的保管人。")
    case .movedBefore(let date): Words(code: "moved-before", sentence: "移交日期不能早于上一次交接（\(date.chinese())）。")
    default: goods
    }
  }

  private var goods: Words {
    switch self {
    case .noList: Words(code: "no-list", sentence: "这一步没有物品清单。")
    case .notConfiscating(let number):
      Words(code: "not-confiscating", sentence: "案件\(number)的决定里没有“没收药品、医疗器械等非法财物”，没有要处置的物品。")
    case .measureEnded(let step):
      Words(code: "measure-ended", sentence: "第 \(step) 步已经结束了这项措施，清单不能再改。", next: "刷新页面看最新情况。")
    case .noItems: Words(code: "no-items", sentence: "至少写一件物品：名称和数量。")
    case .nothingChosen: Words(code: "nothing-chosen", sentence: "还没有勾选物品。")
    case .disposedAlready(let name):
      Words(code: "disposed-already", sentence: "“\(name)”已经处理过，每件物品只处理一次。", next: "刷新页面看最新情况。")
    case .unknownWay: Words(code: "unknown-way", sentence: "处理方式还没有选，或者不能用于这份清单。")
    case .carriedAlready(let name): Words(code: "carried-already", sentence: "“\(name)”已经转入过清单。", next: "刷新页面看最新情况。")
    case .disposedBefore(let date): Words(code: "disposed-before", sentence: "处理日期不能早于采取措施的日期（\(date.chinese())）。")
    case .undisposed(let step, let count):
      Words(code: "undisposed", sentence: "不能办“\(step)”：清单里还有 \(count) 件物品没有处理。", next: "先在案件页打开物品清单，写明每件怎样处理。")
    case .listMissing(let step):
      Words(code: "list-missing", sentence: "不能办“\(step)”：这项措施还没有物品清单。", next: "先在案件页登记物品清单。")
    case .goodsLeft(let count):
      Words(code: "goods-left", sentence: "不能归档：还有 \(count) 件物品没有处置，或者没有转入没收、扣押清单。", next: "先在案件页打开物品清单，写明去向。")
    default: fallen
    }
  }

  /// Of things whose confiscation fell, or may yet fall.
  private var fallen: Words {
    switch self {
    case .outcomeDiffers(let outcome):
      Words(
        code: "outcome-differs", sentence: "结果写的是“\(outcome)”，清单里没有一件物品这样处理。",
        next: "先看物品清单，结果和物品的处理方式要一致；处理方式不止一种的，选其中一种，其余写在说明里。")
    case .wayClosed(let way, let state):
      Words(code: "way-closed", sentence: closed(way, state), next: "刷新页面，选现在可以用的处理方式。")
    case .noReceipt: Words(code: "no-receipt", sentence: "退还物品要写领取人和凭据（收条、退还清单）的编号。")
    case .contested(let source):
      Words(
        code: "contested", sentence: "复议、诉讼还没有结果，没收的物品不能销毁、拍卖、上缴（依据\(source)，待法制机构确认）。",
        next: "先登记复议、诉讼的结果。")
    case .mayBeContested(let until, let source):
      Words(
        code: "may-be-contested",
        sentence: until.map { "当事人到\($0.chinese())还可以申请复议、提起诉讼，处置以后不能恢复原状（依据\(source)，待法制机构确认）。" }
          ?? "决定书还没有送达，处置以后不能恢复原状（依据\(source)，待法制机构确认）。",
        next: "等期限届满再处置；不能等的（易腐、危险、依法应当及时销毁等），在“说明”里写明理由和批准人。")
    case .notOwed: Words(code: "not-owed", sentence: "这件物品没有要返还的价款，或者已经登记过。", next: "刷新页面看最新情况。")
    case .noAmount: Words(code: "no-amount", sentence: "写明给付的数额，大于零。")
    case .redressedBefore(let date):
      Words(code: "redressed-before", sentence: "给付日期不能早于物品处置的日期（\(date.chinese())）。")
    case .valueOwed(let count):
      Words(
        code: "value-owed", sentence: "不能归档：没收已被撤销、变更，已经处置的 \(count) 件物品还没有返还价款或者赔付。",
        next: "先在案件页打开没收物品清单，登记给付的数额和凭据。")
    default: Words(code: "unknown", sentence: "这一步现在不能办。")
    }
  }

  private func closed(_ way: String, _ state: Confiscation?) -> String {
    switch state {
    case .stands: "没收的决定有效，不能“\(way)”。"
    case .fallen: "没收已经失效：决定被撤销、被责令重新作出，或者变更后不再没收。不能“\(way)”。"
    case .again: "原来的没收已经失效，重新作出的决定又没收了，这份清单不能“\(way)”。"
    case .changed: "决定变更以后仍然没收，没有重新作出决定，不能“\(way)”。"
    case nil: "这份清单现在不能“\(way)”。"
    }
  }
}
