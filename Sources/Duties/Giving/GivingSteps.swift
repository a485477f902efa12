package import Kit
package import Offices
package import Storage
package import Web

/// Giving on and giving back as steps of a record's page, with the forms of `GivingForm`.
extension RecordSteps {
  package func handOn(
    _ path: StaticString, _ deed: Deed, by right: Permission,
    _ work: @escaping @Sendable (ID<Kind>, ID<Account>, Viewer, Transaction) throws -> Void
  ) -> Route {
    step(path, deed, by: right) { form, call in
      let (owner, viewer) = (try GivingForm.owner(form), try call.person())
      return { try work($0, owner, viewer, $1) }
    }
  }

  /// `again` is what is owed once more, as on the form.
  package func giveBack(
    _ path: StaticString, _ deed: Deed, by right: Permission, again: String,
    _ work: @escaping @Sendable (ID<Kind>, _ reason: String, _ due: CivilDate, Viewer, Transaction) throws -> Void
  ) -> Route {
    step(path, deed, by: right) { form, call in
      let ((reason, due), viewer) = (try GivingForm.givenBack(form, again: again), try call.person())
      return { try work($0, reason, due, viewer, $1) }
    }
  }
}
