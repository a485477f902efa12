package import Kit
package import Storage

/// A list of people compared with the register at once (批量筛查): the staff of an institution. Its lines are look-ups.
package enum Screening {}

extension RefKind { package static let offenderScreening = RefKind("offender-screening") }
extension Deed { package static let screenOffenders = Deed("offenders.screen") }
