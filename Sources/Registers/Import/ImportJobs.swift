import Kit
import Storage

enum ImportJobs {
  static let jobs: [Job] = [
    Job("registers.forget-imports", purpose: "清掉三天前没有导入的预览，和已导入文件的中间数据", seconds: 3600) { database in
      let moment = database.world.now().adding(seconds: -3 * 86_400)
      for batch in try await database.read({ try ImportStore.outdated(before: moment, $0) }) {
        try await database.scratch { try ImportStore.forget(batch, $0) }
      }
    }
  ]
}
