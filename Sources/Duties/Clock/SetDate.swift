package import Kit
package import Storage

extension Duties {
  /// Whoever set the date of what is open on a record sets another: a supplement of the plan, a decision. The former date stays
  /// beside it with who and why, and what was told of it is to be read no more.
  ///
  /// Refuses where nothing of the kind is open, and dates that the law counts: those move by `recount`, `suspend` and `extend`.
  package static func setDate(
    _ subject: Ref, kind: String, to due: CivilDate, basis: String, because: String, _ tx: Transaction
  ) throws {
    guard let duty = try ClockStore.open(subject, kind, tx) else { throw DutyRefusal.noneOpen }
    guard duty.term == nil else { throw DutyRefusal.termSet(title: duty.title) }
    guard duty.due != due || duty.basis != basis else { return }
    try ClockStore.setDate(due, basis, of: duty, tx)
    guard duty.due != due else { return }
    try ClockStore.insertChange(of: duty, because, from: duty.due, to: due, tx)
  }
}
