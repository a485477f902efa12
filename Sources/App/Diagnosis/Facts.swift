import Kit
package import Storage

/// One fact of the running system.
package struct Fact: Sendable {
  package enum State: Sendable { case well, watch, bad }

  package let title: String
  package let words: String
  package let state: State
  /// What to do; nil where all is well.
  package let next: String?

  init(_ title: String, _ words: String, _ state: State = .well, next: String? = nil) {
    self.title = title
    self.words = words
    self.state = state
    self.next = state == .well ? nil : next
  }
}

/// What a monitor must know to send people here or not. `health` nil: the store did not answer.
package enum Facts {
  package static let leastSpace: Int64 = 1 << 30
  package static let narrowSpace: Int64 = 5 << 30

  package static func ready(_ database: Database, _ health: Health?) -> [Fact] {
    [
      store(health), shape(health), folder(database), space(database.folder.freeSpace), checkpoint(database),
      jobs(database),
    ]
  }

  static func store(_ health: Health?) -> Fact {
    guard let health else {
      return Fact("数据库", "没有应答", .bad, next: "看数据库服务是否在运行、网络和账号是否可用；恢复后系统会自动继续。")
    }
    return Fact("数据库", "\(health.dialect == .sqlite ? "SQLite" : "PostgreSQL")，有应答，大小 \(size(health.storeSize))")
  }

  package static func shape(_ health: Health?) -> Fact {
    guard let health else { return Fact("数据结构", "数据库没有应答，不知道", .bad, next: "先恢复数据库。") }
    let missing = health.missingShape
    return missing.isEmpty
      ? Fact("数据结构", "与程序一致")
      : Fact("数据结构", "缺 \(missing.joined(separator: "、"))", .bad, next: "用现在的程序重新启动一次，会自动补上。")
  }

  static func folder(_ database: Database) -> Fact {
    database.folder.isWritable
      ? Fact("数据文件夹", "可以写入")
      : Fact("数据文件夹", "不能写入", .bad, next: "检查文件夹的权限和磁盘是否变成只读；恢复后不必重启。")
  }

  package static func space(_ free: Int64?) -> Fact {
    guard let free else { return Fact("磁盘空间", "系统没有说明", .watch, next: "在服务器上用 df 查看。") }
    let words = "剩余 \(size(free))"
    if free < leastSpace { return Fact("磁盘空间", words, .bad, next: "马上腾出空间；少于 1 GB 时随时可能不能保存。") }
    return Fact("磁盘空间", words, free < narrowSpace ? .watch : .well, next: "近日腾出空间，至少留 5 GB。")
  }

  /// Chains that have not grown get no new checkpoint, so the job's own time counts while it runs here.
  static func checkpoint(_ database: Database) -> Fact {
    let (now, last) = (database.world.now(), database.folder.lastCheckpoint())
    let words = last.map { "最近一次 \($0.text)" } ?? "还没有"
    guard let job = database.meter.reading().jobs.first(where: { $0.name == Job.checkpoints.name }) else {
      return Fact("台账检查点", words)
    }
    let good = job.succeeded ?? job.begun ?? now
    let isLate = now > good.adding(seconds: Int64(job.seconds) * 4)
    return Fact(
      "台账检查点", words, isLate ? .bad : .well, next: "看数据文件夹的 checkpoints 能否写入、磁盘是否已满；恢复后会自动补写。")
  }

  static func jobs(_ database: Database) -> Fact {
    let (now, jobs) = (database.world.now(), database.meter.reading().jobs)
    let stuck = jobs.filter { $0.isStuck(at: now) }.map(\.name)
    guard stuck.isEmpty else {
      return Fact("定时任务", "卡住：\(stuck.joined(separator: "、"))", .bad, next: "看日志里这些任务的记录；重启服务会重新开始。")
    }
    let failed = jobs.filter { $0.error != nil }.map(\.name)
    return failed.isEmpty
      ? Fact("定时任务", jobs.isEmpty ? "本进程没有运行定时任务" : "\(jobs.count) 个都正常")
      : Fact("定时任务", "上次没有做成：\(failed.joined(separator: "、"))", .watch, next: "下一轮会再试；连续出现时看日志。")
  }

  static func size(_ bytes: Int64) -> String {
    switch bytes {
    case ..<(1 << 20): "\(max(bytes >> 10, 1)) KB"
    case ..<(10 << 30): "\(bytes >> 20) MB"
    default: "\(bytes >> 30) GB"
    }
  }
}
