import Kit

/// Why a copy is not made, not taken, or not put anywhere.
package enum BackupRefusal: Refusal, Equatable {
  case weakSecret
  /// No store stands where one was to be copied.
  case noStore(String)
  case exists(String)
  case cannotWrite(String)
  case unreadable(String)
  case notABackup
  case wrongSecret
  /// A byte is not what was written, or a piece is missing.
  case damaged(String)
  case newer(String)
  /// A table that a copy could not put in order, or that this program does not know.
  case shape(String)
  case file(String)
  case notEmpty(String)
  case keys(String)
  case differs(String)

  package var code: String {
    switch self {
    case .weakSecret: "backup.weak-secret"
    case .noStore: "backup.no-store"
    case .exists: "backup.exists"
    case .cannotWrite: "backup.cannot-write"
    case .unreadable: "backup.unreadable"
    case .notABackup: "backup.not-a-backup"
    case .wrongSecret: "backup.wrong-secret"
    case .damaged: "backup.damaged"
    case .newer: "backup.newer"
    case .shape: "backup.shape"
    case .file: "backup.file"
    case .notEmpty: "backup.not-empty"
    case .keys: "backup.keys"
    case .differs: "backup.differs"
    }
  }

  package var sentence: String {
    switch self {
    case .weakSecret: "备份口令太短，至少 12 个字节。"
    case .noStore(let place): "\(place) 里没有清源的数据。"
    case .exists(let place): "\(place) 已经存在，没有覆盖。"
    case .cannotWrite(let place): "写不进 \(place)，没有留下任何内容。"
    case .unreadable(let place): "读不到备份文件 \(place)。"
    case .notABackup: "这个文件不是清源的备份。"
    case .wrongSecret: "备份口令不对，或者文件开头已损坏。没有写入任何内容。"
    case .damaged(let what): "备份已损坏：\(what)。没有写入任何内容。"
    case .newer(let what): "数据来自更新的版本，本程序不认识\(what)。"
    case .shape(let what): what
    case .file(let what): what
    case .notEmpty(let place): "\(place) 不是空的，没有改动。"
    case .keys(let what): what
    case .differs(let what): "写入后核对不一致：\(what)。已全部撤回。"
    }
  }

  package var next: String? {
    switch self {
    case .weakSecret: "可以用 openssl rand -hex 32 生成一个，存进文件，用 --key-file 指定。"
    case .noStore: "检查 --data 和 --database。"
    case .exists: "换一个文件名，例如带上日期。"
    case .cannotWrite: "检查文件夹是否存在、是否可写、磁盘是否已满。"
    case .unreadable: "检查路径和权限。"
    case .notABackup: "检查 --from 给的是不是备份文件。"
    case .wrongSecret: "换成做这份备份时用的口令；口令没错就换另一份备份。"
    case .damaged: "换另一份备份；从原存放处重新拷贝一次也可能解决。"
    case .newer: "用做这份数据的版本或更新的版本。"
    case .shape: nil
    case .file: "先从较早的备份里把它找回来。"
    case .notEmpty: "换一个空的文件夹或空的数据库。"
    case .keys: "用 --keys 指定保存下来的 keys 文件夹；确实找不回来，才用 --new-keys。"
    case .differs: "请把这句话连同备份一起交给开发人员。"
    }
  }
}
