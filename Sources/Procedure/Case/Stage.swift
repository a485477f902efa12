/// Where a case stands, for the track on its page and for lists. Titles stand in `Content/procedure/`.
package enum Stage: String, CaseIterable, Sendable {
  case unfiled, investigation, review, notice, hearing, decision, service, enforcement, closing
  case police, referred, withdrawn, archived
}
