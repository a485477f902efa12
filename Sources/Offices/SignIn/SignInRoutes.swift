import Kit
import Storage
import Web

enum SignInRoutes {
  static let routes: [Route] = [
    Route.look("/sign-in", .everybody(because: "登录页")) { call, _ in
      if call.viewer != nil { return .redirect("/today") }
      return .page(SignInPages.form(.filled([("back", call.asked("back"))]), place: call.chrome.place))
    },
    Route.act("/sign-in", .everybody(because: "登录")) { call in
      try await call.submit { form in
        let read = FormReader(form)
        let login = read.text("login", "账号", most: 60)
        let password = read.text("password", "密码", most: 200)
        try read.done()
        let token = try await SignIn.begin(login: login, password: password, call.database)
        return .redirect(backLink(form.value("back")), cookie: .session(token, secure: call.secure))
      } again: { state, _ in
        SignInPages.form(state, place: call.chrome.place)
      }
    },
    Route.act("/sign-out", .signedIn) { call in
      if let session = call.session { try await SignIn.end(session, call.person(), call.database) }
      return .redirect("/", cookie: .ended)
    },
  ]

  /// Back to the page that asked for signing in; only to a path of this site.
  private static func backLink(_ text: String?) -> Link {
    guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
      text.utf8.allSatisfy({ (33...126).contains($0) })
    else { return "/today" }
    return Link(stringLiteral: text)
  }
}
