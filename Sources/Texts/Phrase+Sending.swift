/// Lists for sending.
extension Phrase {
  package static let sendingStopped = Phrase("sending.stopped", en: "on the stop-list", zh: "已拒绝一切联系")
  package static let sendingRefused = Phrase(
    "sending.refused", en: "every channel is refused", zh: "各渠道均已拒绝")
  package static let sendingNoChannel = Phrase(
    "sending.no_channel", en: "no channel with an address", zh: "没有可用渠道")
  package static let sendingStoppedCount = Phrase(
    "sending.stopped.count", en: "{count} are on the stop-list", one: "{count} is on the stop-list",
    zh: "{count} 位已拒绝一切联系")
  package static let sendingRefusedCount = Phrase(
    "sending.refused.count", en: "{count} have refused every channel",
    one: "{count} has refused every channel",
    zh: "{count} 位各渠道均已拒绝")
  package static let sendingNoChannelCount = Phrase(
    "sending.no_channel.count", en: "{count} have no channel", one: "{count} has no channel",
    zh: "{count} 位没有可用渠道")
  package static let sendingInFull = Phrase(
    "sending.in_full", en: "Addresses are written in full, which leaves a line in the log.",
    zh: "电话与邮箱将完整写入，并在日志中记录。")
}
