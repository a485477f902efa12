import Kit
import Storage

/// The questions of `RegistersChecks`.
enum RegistersCheckStore {
  static func backwardsLicence(_ ground: CheckGround) -> SQL {
    """
    SELECT i.id, i.name FROM institution i WHERE i.county = \(ground.county) AND i.valid_to < i.valid_from
    """
  }

  static func lostVersions(_ ground: CheckGround) -> SQL {
    """
    SELECT i.id, i.name FROM institution i WHERE i.county = \(ground.county)
      AND i.version <> 1 + (SELECT COUNT(*) FROM institution_version v WHERE v.institution = i.id)
    """
  }

  static func unfoundInstitutions(_ ground: CheckGround) -> SQL {
    """
    SELECT i.id, i.name FROM institution i WHERE i.county = \(ground.county)
      AND \(sql: SearchCheckStore.unfound(.institution, "i.id"))
    """
  }

  static func unfoundSites(_ ground: CheckGround) -> SQL {
    """
    SELECT p.id, p.name FROM site p WHERE p.county = \(ground.county)
      AND \(sql: SearchCheckStore.unfound(.site, "p.id"))
    """
  }
}
