package import Kit

/// What stands in the way of several processes on one store.
package enum SharingRefusal: Refusal {
  /// The folder's keys are not those with which the store was written.
  case foreignKeys([String])
  case noSeat
  case lostTurn(job: String)

  package var code: String {
    switch self {
    case .foreignKeys: "store.foreign-keys"
    case .noSeat: "store.no-seat"
    case .lostTurn: "store.lost-turn"
    }
  }

  package var sentence: String {
    switch self {
    case .foreignKeys(let names):
      "数据文件夹里的密钥（\(names.joined(separator: "、"))）不是这个数据库的密钥，用它打不开已有的查询码、会话和密封内容。"
    case .noSeat: "这个数据库的进程席位已全部占用，不能再启动一个。"
    case .lostTurn(let job): "定时任务 \(job) 已由另一个进程接手。"
    }
  }

  package var next: String? {
    switch self {
    case .foreignKeys: "把第一台服务器数据文件夹里的 keys 整个复制过来（权限 0600），替换这里的 keys，再启动。"
    case .noSeat: "停掉不用的进程；被强行结束的进程，席位一天后自动空出。"
    case .lostTurn: nil
    }
  }

  package var status: RefusalStatus { .unavailable }
}
