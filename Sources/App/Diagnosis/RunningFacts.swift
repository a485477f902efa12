package import Kit
import Storage

/// What the administrator reads besides: how this process runs.
extension Facts {
  static func running(_ database: Database, _ health: Health, _ walk: LedgerWalkOutcome?) -> [Fact] {
    let meter = database.meter.reading()
    return [
      Fact("版本", Diagnosis.version), Fact("启动时间", meter.began.text), clock(database.world.now(), health),
      durability(meter.answersAfterSync), sharing(health), pool(database.poolUse), requests(meter),
      ledger(walk, now: database.world.now()),
    ]
  }

  static func clock(_ now: Instant, _ health: Health) -> Fact {
    let words = "\(now.text)，时区 Asia/Shanghai"
    guard let drift = health.drift, abs(drift) > 2000 else { return Fact("时钟", words) }
    return Fact(
      "时钟", "\(words)，与数据库相差 \(abs(drift) / 1000) 秒", .watch, next: "给服务器和数据库都开启自动对时（chrony 或 ntpd）。")
  }

  package static func durability(_ answersAfterSync: Bool?) -> Fact {
    switch answersAfterSync {
    case nil: Fact("落盘后才应答", "还没有问过数据库", .watch, next: "启动后几秒内会问一次；一直这样时，看定时任务 diagnosis.sync。")
    case true?: Fact("落盘后才应答", "是（向数据库问得）")
    case false?:
      Fact("落盘后才应答", "不是，断电可能丢失已答复的保存", .bad, next: "检查 PostgreSQL 的 synchronous_commit 是否被改成 off，改回 on。")
    }
  }

  static func sharing(_ health: Health) -> Fact {
    guard let sharing = health.sharing else { return Fact("服务进程", "一个，文件数据库不能共用") }
    let standby = sharing.standbys.isEmpty ? "没有设置同步备库，数据库主机损坏时要靠备份恢复" : "每次保存都等备库 \(sharing.standbys) 写完"
    return Fact("服务进程", "\(sharing.processes) 个在用这个数据库；\(standby)")
  }

  static func pool(_ use: PoolUse?) -> Fact {
    guard let use else { return Fact("数据库连接", "文件数据库，读取不排队") }
    let words = "最多 \(use.most) 个，已开 \(use.open) 个，在用 \(use.busy) 个，排队 \(use.waiting) 件"
    return Fact(
      "数据库连接", words, use.waiting > use.most * 4 ? .watch : .well, next: "看数据库是否变慢；经常排队时增加连接数或换快的磁盘。")
  }

  static func requests(_ meter: MeterReading) -> Fact {
    let all = meter.requests.values.reduce(0, +)
    let faults = meter.requests.filter { $0.key.status == 5 }.values.reduce(0, +)
    let words = "启动以来 \(all) 次，其中出错 \(faults) 次"
    return Fact("访问", words, faults == 0 ? .well : .watch, next: "在日志里找 incident 开头的编号，按编号查原因。")
  }

  package static func ledger(_ walk: LedgerWalkOutcome?, now: Instant) -> Fact {
    guard let walk else { return Fact("台账核对", "还没有核对过", .watch, next: "每晚自动核对；也可以运行 qingyuan ledger verify。") }
    let words = "\(walk.at.text) 核对 \(walk.entries) 条"
    if walk.faults > 0 {
      return Fact(
        "台账核对", "\(words)，有问题 \(walk.faults) 处", .bad, next: "不要再改动数据；运行 qingyuan ledger verify，并通知审计员。")
    }
    let isOld = now > walk.at.adding(seconds: 2 * 86_400)
    return Fact("台账核对", "\(words)，没有发现改动", isOld ? .watch : .well, next: "两天没有核对了；看定时任务 check.nightly。")
  }
}
