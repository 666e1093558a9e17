extension Phrase {
  package static let columnID = Phrase("column.id", en: "Id", zh: "编号")
  package static let columnName = Phrase("column.name", en: "Name", zh: "姓名")
  package static let columnJoined = Phrase("column.joined", en: "Joined", zh: "加入")
  package static let columnLastSeen = Phrase("column.last_seen", en: "Last seen", zh: "最近出现")
  package static let columnSilent = Phrase("column.silence", en: "Silent", zh: "沉默")
  package static let columnOrders = Phrase("column.orders", en: "Orders", zh: "订单")
  package static let columnSpend = Phrase("column.spend", en: "Spend", zh: "消费")
  package static let columnAverageOrder = Phrase("column.average_order", en: "Avg. order", zh: "客单价")
  package static let columnLastOrder = Phrase("column.last_order", en: "Last order", zh: "最近下单")
  package static let columnCity = Phrase("column.city", en: "City", zh: "城市")
  package static let columnRegion = Phrase("column.region", en: "Region", zh: "地区")
  package static let columnStore = Phrase("column.store", en: "Store", zh: "门店")
  package static let columnChannel = Phrase("column.channel", en: "Channel", zh: "渠道")
  package static let columnHost = Phrase("column.host", en: "Host", zh: "主理人")
  package static let columnTags = Phrase("column.tags", en: "Tags", zh: "标签")
  package static let columnBirthday = Phrase("column.birthday", en: "Birthday", zh: "生日")
  package static let columnReferrer = Phrase("column.referrer", en: "Referrer", zh: "推荐人")
  package static let columnHousehold = Phrase("column.household", en: "Household", zh: "家庭")
  package static let columnPhone = Phrase("column.phone", en: "Phone", zh: "电话")
  package static let columnEmail = Phrase("column.email", en: "E-mail", zh: "邮箱")
  package static let columnConsent = Phrase("column.consent", en: "Consent", zh: "授权")
  package static let columnRecord = Phrase("column.record", en: "Record", zh: "档案")

  // What a column holds, for its chooser.
  package static let aboutID = Phrase("column.id.about", en: "the member's id", zh: "会员编号")
  package static let aboutName = Phrase("column.name.about", en: "what the member is called", zh: "会员姓名")
  package static let aboutJoined = Phrase(
    "column.joined.about", en: "day of joining, or of the first event", zh: "加入日，或首次记录日")
  package static let aboutLastSeen = Phrase(
    "column.last_seen.about", en: "newest purchase, activity, answer or redemption",
    zh: "最近一次购买、活动、回答或兑换")
  package static let aboutSilent = Phrase(
    "column.silence.about", en: "days since last seen", zh: "距最近出现的天数")
  package static let aboutOrders = Phrase(
    "column.orders.about", en: "purchases ever, including refunded ones", zh: "累计购买次数，含已退款")
  package static let aboutSpend = Phrase(
    "column.spend.about", en: "all amounts ever, minus refunds", zh: "累计金额，已减退款")
  package static let aboutAverageOrder = Phrase(
    "column.average_order.about", en: "spend per purchase", zh: "每次购买的平均金额")
  package static let aboutLastOrder = Phrase(
    "column.last_order.about", en: "day of the newest purchase", zh: "最近购买日")
  package static let aboutCity = Phrase("column.city.about", en: "where the member lives", zh: "所在城市")
  package static let aboutRegion = Phrase("column.region.about", en: "sales region", zh: "所属销售地区")
  package static let aboutStore = Phrase("column.store.about", en: "the member's store", zh: "所属门店")
  package static let aboutChannel = Phrase(
    "column.channel.about", en: "where the member came from", zh: "来源渠道")
  package static let aboutHost = Phrase(
    "column.host.about", en: "the host who looks after the member", zh: "负责的主理人编号")
  package static let aboutTags = Phrase("column.tags.about", en: "tags of the record", zh: "档案标签")
  package static let aboutBirthday = Phrase("column.birthday.about", en: "date of birth", zh: "出生日期")
  package static let aboutReferrer = Phrase(
    "column.referrer.about", en: "id of the member who invited them", zh: "推荐入会的会员编号")
  package static let aboutHousehold = Phrase(
    "column.household.about", en: "id of the family's main member", zh: "家庭主会员编号")
  package static let aboutPhone = Phrase(
    "column.phone.about", en: "phone number, masked", zh: "电话号码，已脱敏")
  package static let aboutEmail = Phrase(
    "column.email.about", en: "e-mail address, masked", zh: "邮箱地址，已脱敏")
  package static let aboutConsent = Phrase(
    "column.consent.about", en: "channels that may be used; - may not", zh: "可联系的渠道；- 为不可")
  package static let aboutRecord = Phrase(
    "column.record.about", en: "whether a record was read", zh: "是否读到档案")
}
