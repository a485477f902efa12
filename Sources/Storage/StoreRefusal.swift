package import Kit

/// What the store itself can refuse. The sentence is for whoever uses a page; `detail` goes to the log only.
package enum StoreRefusal: Refusal {
  /// A unique constraint held: somebody else was quicker, or the value exists.
  case duplicate(String)
  /// The engine cannot be reached or cannot write now; nothing was stored.
  case unavailable(detail: String)
  case diskFull(detail: String)
  case dataFolder(String)
  /// A newer program has changed the store's shape; the name is a step that this one does not know.
  case newer(String)

  package var code: String {
    switch self {
    case .duplicate: "store.duplicate"
    case .unavailable: "store.unavailable"
    case .diskFull: "store.disk-full"
    case .dataFolder: "store.data-folder"
    case .newer: "store.newer"
    }
  }

  package var sentence: String {
    switch self {
    case .duplicate: "这条记录已经有了，可能别人刚刚登记过。"
    case .unavailable: "数据库现在连不上，刚才的操作没有保存。"
    case .diskFull: "服务器磁盘已满，刚才的操作没有保存。"
    case .dataFolder(let sentence): sentence
    case .newer(let change): "这里的数据由更新的程序写过（结构变更 \(change)），这个版本不认识，没有启动。"
    }
  }

  package var next: String? {
    switch self {
    case .duplicate: "刷新页面看最新内容，再决定是否要改。"
    case .unavailable: "稍等片刻再试；系统恢复后会自动继续，不必重启。"
    case .diskFull: "请管理员腾出空间，腾出后自动恢复。"
    case .dataFolder: "换一个可以写入的文件夹，用 --data 指定。"
    case .newer: "请用新版程序启动；要退回旧版，先用升级前的备份恢复。"
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .duplicate: .conflict
    case .unavailable, .diskFull, .dataFolder, .newer: .unavailable
    }
  }
}
