package import Kit
internal import Procedure
package import Storage

/// A thing on the list of a step (物品清单): registered, seized, or confiscated by the decision. The name of the kind only.
package enum Goods {}

extension Deed {
  package static let listGoods = Deed("casework.list-goods")
  package static let disposeGoods = Deed("casework.dispose-goods")
  package static let redressGoods = Deed("casework.redress-goods")
}

/// A thing as it is put on a list.
package struct NewGoods: Sendable, Hashable {
  package var name: String
  package var spec: String?
  package var batch: String?
  package var count: String
  package var unit: String?
  package var place: String?
  package var note: String?

  package init(
    _ name: String, count: String, unit: String? = nil, spec: String? = nil, batch: String? = nil, place: String? = nil,
    note: String? = nil
  ) {
    self.name = name
    self.count = count
    self.unit = unit
    self.spec = spec
    self.batch = batch
    self.place = place
    self.note = note
  }

  /// `3 支`.
  var amount: String { unit.map { "\(count) \($0)" } ?? count }
}

/// What became of a thing (物品处理): each thing once, never changed.
package struct GoodsDisposal: Sendable, Hashable {
  /// Id of a way of the list.
  package let way: String
  package let on: CivilDate
  package let witness: String?
  /// Number of the receipt, of the bill of the auction, of the record of destruction.
  package let receipt: String?
  package let note: String?

  package init(_ way: String, on: CivilDate, witness: String? = nil, receipt: String? = nil, note: String? = nil) {
    self.way = way
    self.on = on
    self.witness = witness
    self.receipt = receipt
    self.note = note
  }
}

/// What the party got for a thing that was gone when its confiscation fell (返还价款、赔付).
package struct GoodsRedress: Sendable, Hashable {
  /// As the proceeds of the auction, an appraisal or an agreement say; never counted here.
  package let amount: Money
  package let on: CivilDate
  package let receiver: String
  package let receipt: String
  /// How the amount was come by.
  package let note: String

  package init(_ amount: Money, on: CivilDate, receiver: String, receipt: String, note: String) {
    self.amount = amount
    self.on = on
    self.receiver = receiver
    self.receipt = receipt
    self.note = note
  }
}

struct GoodsRecord: Sendable {
  let id: ID<Goods>
  /// Number of the step whose list it is.
  let step: Int64
  /// Within the list, from 1.
  let number: Int64
  let what: NewGoods
  /// The thing on an earlier list that went on to this one.
  let origin: ID<Goods>?
  let disposal: GoodsDisposal?
  let redress: GoodsRedress?
}

/// The list of one step of a case, with all that its page and its guards ask.
struct GoodsList: Sendable {
  let kind: GoodsListKind
  let begun: Taken
  /// The step that ended it; nil: it is open, or has no such step.
  let ended: Taken?
  let items: [GoodsRecord]
  /// Of the list of a decision that confiscates; nil: of a measure.
  let confiscation: Confiscation?

  /// Ways that are open now.
  var ways: [GoodsWay] {
    if kind.step == .decision, confiscation == nil { return [] }
    return kind.ways.filter { confiscation?.opens($0) ?? ($0.when == nil) }
  }
  /// New things may be written: the measure runs, the confiscation holds.
  var takesNew: Bool {
    kind.step == .decision ? confiscation == .stands || confiscation == .changed : !isOver
  }
  /// Things that went for good under a confiscation that fell: their value is owed until it is given.
  var owed: [GoodsRecord] {
    guard kind.value != nil, confiscation == .fallen else { return [] }
    return items.filter { $0.redress == nil && $0.disposal.flatMap { kind.way($0.way) }?.when == .stands }
  }
  var left: [GoodsRecord] { items.filter { $0.disposal == nil } }
  var isOver: Bool { ended != nil }
}
