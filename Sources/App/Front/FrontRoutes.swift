import Storage
import Web

enum FrontRoutes {
  static let routes: [Route] = [
    Route.look("/", .everybody(because: "公众首页")) { call, _ in
      .page(FrontPages.front(place: call.chrome.place, signedIn: call.viewer != nil))
    },
    // Papers are printed from pages that load their style only; browsers come for the sign by themselves.
    Route.look("/favicon.ico", .everybody(because: "浏览器自己来取的图标")) { _, _ in .redirect(Assets.link("favicon.svg")) },
    Route.look("/health", .everybody(because: "供监控探测，不含业务数据")) { _, reader in
      try reader.refuseSilence()
      return .text("正常\n")
    },
    Route.say("/plain", because: "性能测量的对照，不含业务数据", "清源\n"),
  ]
}
