package import Kit

/// What the register of offenders refuses.
package enum OffenderRefusal: Refusal, Hashable {
  /// The sealing key of the data folder is another one than that of the store.
  case sealBroken

  package var code: String {
    switch self {
    case .sealBroken: "offenders.seal-broken"
    }
  }

  package var sentence: String {
    switch self {
    case .sealBroken: "证件号码、电话打不开：数据文件夹里的密钥和数据不是一套。"
    }
  }

  package var next: String? {
    switch self {
    case .sealBroken: "请系统管理员从备份里恢复密钥。"
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .sealBroken: .unavailable
    }
  }
}
