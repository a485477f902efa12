import Kit
import Storage
import Web

enum SignInRoutes {
  static let routes: [Route] = [
    Route.look("/sign-in", .everybody(because: "登录页")) { call, reader in
      if call.viewer != nil { return .redirect("/today") }
      if try Offices.isEmpty(reader) { return .redirect("/setup") }
      return .page(SignInPages.form(.filled([("back", call.asked("back"))]), place: call.chrome.place))
    },
    Route.act("/sign-in", .everybody(because: "登录")) { call in
      try await call.submit { form in
        let read = FormReader(form)
        let login = read.text("login", "账号", most: 60)
        let password = read.text("password", "密码", most: 200)
        try read.done()
        switch try await SignIn.begin(login: login, password: password, call.database) {
        case .session(let token): return entered(token, form, call)
        case .codeWanted(let pending):
          return .page(SignInPages.code(.filled([("pending", pending.text), ("back", form.value("back"))])))
        }
      } again: { state, _ in
        SignInPages.form(state.without(["password"]), place: call.chrome.place)
      }
    },
    Route.act("/sign-in/code", .everybody(because: "登录的第二步")) { call in
      guard let pending = PendingSignIn(try await call.form().value("pending"), call.database) else {
        return .redirect("/sign-in")
      }
      return try await call.submit { form in
        let read = FormReader(form)
        let code = read.text("code", "动态口令或恢复码", most: 40)
        try read.done()
        return entered(try await SignIn.finish(pending, code: code, call.database), form, call)
      } again: { state, _ in
        SignInPages.code(state.without(["code"]))
      }
    },
    Route.act("/sign-out", .signedIn) { call in
      if let session = call.session { try await SignIn.end(session, call.person(), call.database) }
      return .redirect("/", cookie: .ended)
    },
  ]

  private static func entered(_ token: String, _ form: Form, _ call: Call) -> Reply {
    .redirect(backLink(form.value("back"), else: "/today"), cookie: .session(token, secure: call.secure))
  }

  /// Back to the page that asked for signing in; only to a path of this site.
  static func backLink(_ text: String?, else home: Link) -> Link {
    guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
      text.utf8.allSatisfy({ (33...126).contains($0) })
    else { return home }
    return Link(stringLiteral: text)
  }
}
