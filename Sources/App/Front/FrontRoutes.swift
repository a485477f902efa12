import Storage
import Web

enum FrontRoutes {
  static let routes: [Route] = [
    Route(.get, "/", .everybody(because: "公众首页")) { call in
      .page(FrontPages.front(place: call.chrome.place, signedIn: call.viewer != nil))
    },
    Route(.get, "/health", .everybody(because: "供监控探测，不含业务数据")) { call in
      try await call.database.isAlive()
      return .text("正常\n")
    },
    Route(.get, "/plain", .everybody(because: "性能测量的对照，不含业务数据")) { _ in .text("清源\n") },
  ]
}
