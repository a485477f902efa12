import Kit
import Storage
import Web

enum EffectPanel {
  static func panel(_ room: Casework) -> Panel {
    Panel(on: .lawCase, order: 20) { ref, viewer, reader in
      guard viewer.may(.caseSee), let record = try CaseStore.find(ID(ref.number), reader) else { return .none }
      return EffectPages.panel(
        record, try room.dueEffects(of: record.id, reader), try EffectStore.effects(of: record, reader),
        mayWork: viewer.scope(.caseWork)?.allows(record.place) == true, today: reader.today)
    }
  }
}
