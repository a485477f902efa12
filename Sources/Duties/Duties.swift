package import Law
package import Storage
package import Web

/// Duties and time limits (职责与期限): whatever somebody owes by a date. All clocks of all rooms are duties.
///
/// - `Duty/`: the value, its deeds, the pages «today» and «my duties», and how a clock looks.
package struct Duties: Room {
  let law: LawContent

  package init(law: LawContent) { self.law = law }

  package var schema: [SchemaChange] { DutySchema.changes }
  package var checks: [Check] { DutyChecks.all }
  package var routes: [Route] { DutyRoutes(calendar: law.calendar).routes }

  package var navigation: [NavigationItem] {
    [
      NavigationItem(0, sign: "今", title: "今日", link: "/today", permission: .todaySee),
      NavigationItem(1, sign: "待", title: "待办", link: "/duties", permission: .dutySee),
    ]
  }
}
