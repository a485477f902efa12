package import Kit
internal import Procedure
package import Storage

/// A thing on the list of a step (物品清单): registered, seized, or confiscated by the decision. The name of the kind only.
package enum Goods {}

extension Deed {
  package static let listGoods = Deed("casework.list-goods")
  package static let disposeGoods = Deed("casework.dispose-goods")
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
}

/// The list of one step of a case, with all that its page and its guards ask.
struct GoodsList: Sendable {
  let kind: GoodsListKind
  let begun: Taken
  /// The step that ended it; nil: it is open, or has no such step.
  let ended: Taken?
  let items: [GoodsRecord]

  var left: [GoodsRecord] { items.filter { $0.disposal == nil } }
  var isOver: Bool { ended != nil }
}
