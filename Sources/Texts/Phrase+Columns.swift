extension Phrase {
  public static let columnID = Phrase("column.id", en: "Id", zh: "编号")
  public static let columnName = Phrase("column.name", en: "Name", zh: "姓名")
  public static let columnJoined = Phrase("column.joined", en: "Joined", zh: "加入")
  public static let columnLastSeen = Phrase("column.last_seen", en: "Last seen", zh: "最近出现")
  public static let columnSilent = Phrase("column.silent", en: "Silent", zh: "沉默")
  public static let columnOrders = Phrase("column.orders", en: "Orders", zh: "订单")
  public static let columnSpend = Phrase("column.spend", en: "Spend", zh: "消费")
  public static let columnAverageOrder = Phrase("column.average_order", en: "Avg. order", zh: "客单价")
  public static let columnLastOrder = Phrase("column.last_order", en: "Last order", zh: "最近下单")
  public static let columnCity = Phrase("column.city", en: "City", zh: "城市")
  public static let columnRegion = Phrase("column.region", en: "Region", zh: "地区")
  public static let columnStore = Phrase("column.store", en: "Store", zh: "门店")
  public static let columnChannel = Phrase("column.channel", en: "Channel", zh: "渠道")
  public static let columnHost = Phrase("column.host", en: "Host", zh: "主理人")
  public static let columnTags = Phrase("column.tags", en: "Tags", zh: "标签")
  public static let columnBirthday = Phrase("column.birthday", en: "Birthday", zh: "生日")
  public static let columnReferrer = Phrase("column.referrer", en: "Referrer", zh: "推荐人")
  public static let columnHousehold = Phrase("column.household", en: "Household", zh: "家庭")
  public static let columnPhone = Phrase("column.phone", en: "Phone", zh: "电话")
  public static let columnEmail = Phrase("column.email", en: "E-mail", zh: "邮箱")
  public static let columnConsent = Phrase("column.consent", en: "Consent", zh: "授权")
  public static let columnRecord = Phrase("column.record", en: "Record", zh: "档案")

  static let columnPhrases: [Phrase] = [
    columnID, columnName, columnJoined, columnLastSeen, columnSilent, columnOrders, columnSpend,
    columnAverageOrder, columnLastOrder, columnCity, columnRegion, columnStore, columnChannel, columnHost,
    columnTags, columnBirthday, columnReferrer, columnHousehold, columnPhone, columnEmail, columnConsent,
    columnRecord,
  ]

  // What a column holds, for its chooser.
  public static let aboutID = Phrase("column.id.about", en: "the member's id", zh: "会员编号")
  public static let aboutName = Phrase("column.name.about", en: "what the member is called", zh: "会员姓名")
  public static let aboutJoined = Phrase(
    "column.joined.about", en: "day of joining, or of the first event", zh: "加入日，或首次记录日")
  public static let aboutLastSeen = Phrase(
    "column.last_seen.about", en: "newest purchase, activity, answer or redemption",
    zh: "最近一次购买、活动、答卷或兑换")
  public static let aboutSilent = Phrase(
    "column.silent.about", en: "days since last seen", zh: "距最近出现的天数")
  public static let aboutOrders = Phrase(
    "column.orders.about", en: "purchases ever, refunded ones too", zh: "累计购买次数，含已退款")
  public static let aboutSpend = Phrase(
    "column.spend.about", en: "all amounts ever, less refunds", zh: "累计金额，已减退款")
  public static let aboutAverageOrder = Phrase(
    "column.average_order.about", en: "spend by purchase", zh: "每次购买的平均金额")
  public static let aboutLastOrder = Phrase(
    "column.last_order.about", en: "day of the newest purchase", zh: "最近购买日")
  public static let aboutCity = Phrase("column.city.about", en: "where the member lives", zh: "所在城市")
  public static let aboutRegion = Phrase("column.region.about", en: "sales region", zh: "所属大区")
  public static let aboutStore = Phrase("column.store.about", en: "the member's store", zh: "所属门店")
  public static let aboutChannel = Phrase(
    "column.channel.about", en: "where the member came from", zh: "来源渠道")
  public static let aboutHost = Phrase(
    "column.host.about", en: "id of the host who looks after them", zh: "负责的主理人编号")
  public static let aboutTags = Phrase("column.tags.about", en: "tags of the record", zh: "档案标签")
  public static let aboutBirthday = Phrase("column.birthday.about", en: "date of birth", zh: "出生日期")
  public static let aboutReferrer = Phrase(
    "column.referrer.about", en: "id of the member who invited them", zh: "推荐入会的会员编号")
  public static let aboutHousehold = Phrase(
    "column.household.about", en: "id of the family's main member", zh: "家庭主会员编号")
  public static let aboutPhone = Phrase(
    "column.phone.about", en: "phone number, masked", zh: "电话号码，已隐去")
  public static let aboutEmail = Phrase(
    "column.email.about", en: "e-mail address, masked", zh: "邮箱地址，已隐去")
  public static let aboutConsent = Phrase(
    "column.consent.about", en: "channels that may be used; - may not", zh: "可联系的渠道；- 为不可")
  public static let aboutRecord = Phrase(
    "column.record.about", en: "whether a record was read", zh: "是否读到档案")

  static let columnAboutPhrases: [Phrase] = [
    aboutID, aboutName, aboutJoined, aboutLastSeen, aboutSilent, aboutOrders, aboutSpend, aboutAverageOrder,
    aboutLastOrder, aboutCity, aboutRegion, aboutStore, aboutChannel, aboutHost, aboutTags, aboutBirthday,
    aboutReferrer, aboutHousehold, aboutPhone, aboutEmail, aboutConsent, aboutRecord,
  ]
}
