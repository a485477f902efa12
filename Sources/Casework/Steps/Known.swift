import Synchronization

/// What texts say, read once. A case is looked at again and again and its steps do not change; reading their JSON costs more than
/// the statement that fetches it. The text itself is the key, so that nothing can be out of date. Lets all go when `most` are held.
final class Known<Value: Sendable>: Sendable {
  private let held = Mutex<[String: Value]>([:])
  private let most: Int

  init(most: Int) { self.most = most }

  func value(_ text: String, _ read: (String) throws -> Value) rethrows -> Value {
    if let value = held.withLock({ $0[text] }) { return value }
    let value = try read(text)
    held.withLock { held in
      if held.count >= most { held.removeAll(keepingCapacity: true) }
      held[text] = value
    }
    return value
  }
}
