package import Kit
package import Storage
package import Web

/// What one room has filed under the tasks of a campaign, and which violations were found in it.
package struct TaskCount: Sendable {
  package struct Found: Hashable, Sendable {
    /// Nil for what belongs to the campaign but to none of its tasks.
    package let task: ID<CampaignTask>?
    /// Id of the violation.
    package let violation: String

    package init(task: ID<CampaignTask>?, violation: String) {
      self.task = task
      self.violation = violation
    }
  }

  /// `检查`, `次`.
  package let title: String
  package let unit: String
  package let byTask: [ID<CampaignTask>: Int64]
  /// Nil where the records of the room name no violation.
  package let found: [Found: Int64]?
  /// The list of all records of the campaign; it narrows to `task` and `violation`.
  package let list: Link

  package init(
    title: String, unit: String, byTask: [ID<CampaignTask>: Int64], found: [Found: Int64]? = nil, list: Link
  ) {
    self.title = title
    self.unit = unit
    self.byTask = byTask
    self.found = found
    self.list = list
  }

  func number(_ violation: String, in task: ID<CampaignTask>) -> Int64 {
    found?[Found(task: task, violation: violation)] ?? 0
  }

  /// In the whole campaign.
  func number(_ violation: String) -> Int64 {
    (found ?? [:]).filter { $0.key.violation == violation }.values.reduce(0, +)
  }

  func list(of task: ID<CampaignTask>?, _ violation: String? = nil) -> Link {
    list.asking([("task", task?.text), ("violation", violation)])
  }
}

package typealias TaskCountSource =
  @Sendable (_ campaign: ID<CampaignRecord>, _ county: County, _ reader: Reader) throws -> TaskCount
