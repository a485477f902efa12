internal import Kit
package import Law
package import Offenders
package import Offices
package import Storage
package import Web

/// Exchange (跨区交换): what crosses the edge of a county or of the platform, about persons of the register.
///
/// - `Token/` 令牌: keys of outer systems, their scope, purpose and end.
/// - `API/`: the interface with tokens: submit records, ask whether somebody is known.
/// - `Delivery/` 上报: what is new in the register as a file for the province, its receipt, and the receiving side.
/// - `Query/` 问省里: somebody who was looked up here is asked for above; the answer, and answering a county.
/// - `Request/` 跨县查询: one county asks another about a person, and gets chosen records or a reason.
package struct Exchange: Room {
  let law: LawContent
  let roles: RoleBook
  let offenders: Offenders

  package init(law: LawContent, roles: RoleBook, offenders: Offenders) {
    self.law = law
    self.roles = roles
    self.offenders = offenders
  }

  package var schema: [SchemaChange] { ExchangeSchema.changes }
  package var checks: [Check] { ExchangeChecks.all }
  package var routes: [Route] {
    TokenRoutes(room: self).routes + CallRoutes(room: self).routes + RequestRoutes(room: self).routes
      + DeliveryRoutes(room: self).routes + QueryRoutes(room: self).routes
  }

  package var panels: [Panel] { QueryRoutes(room: self).panels }

  package var navigation: [NavigationItem] {
    [
      NavigationItem(62, sign: "换", title: "跨县查询", link: "/exchange/requests", permission: .exchangeSee),
      NavigationItem(63, sign: "报", title: "上报省里", link: "/exchange/deliveries", permission: .exchangeSee),
      NavigationItem(93, sign: "令", title: "接口令牌", link: "/exchange/tokens", permission: .exchangeWork),
    ]
  }

  package var records: [RecordKind] {
    [
      RecordKind(
        .exchangeToken, noun: "个令牌", see: .exchangeWork, link: { Link("/exchange/tokens/\(ID<Token>($0))") }
      ) { number, reader in
        try TokenStore.find(ID(number), reader).map {
          RecordFace(title: $0.title, place: Placement(county: $0.county))
        }
      },
      RecordKind(
        .provinceQuery, noun: "件问省里", see: .exchangeSee, link: { Link("/exchange/queries/\(ID<Query>($0))") }
      ) { number, reader in
        try QueryStore.query(ID(number), reader).map {
          RecordFace(title: $0.title, place: Placement(county: $0.county, owner: $0.account))
        }
      },
    ] + RequestKinds.all + DeliveryKinds.all
  }
}
