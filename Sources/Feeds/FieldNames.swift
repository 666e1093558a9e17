import Bytes
import Community
import JSONTape

/// Names of fields as other systems and people write them, for saying what was probably meant.
enum FieldNames {
  /// The field of a record that is none of the feed's and was probably meant to be `name`; nil for none, or more than
  /// one.
  static func unknown(meant name: String, of feed: Feed, in record: TapeValue) -> String? {
    guard record.kind == .object else { return nil }
    let known = Set(all(of: feed))
    let found = record.fields.map { String(decoding: $0.key.bytes, as: UTF8.self) }
      .filter { !known.contains($0) && meanings(of: $0, among: known).contains(name) }
    return Set(found).count == 1 ? found.first : nil
  }

  /// All fields of a record that are none of the feed's, where each probably means one that the record lacks.
  static func unknown(in record: TapeValue, of feed: Feed) -> [(field: String, meant: String)] {
    guard record.kind == .object else { return [] }
    let known = Set(all(of: feed))
    let present = Set(record.fields.map { String(decoding: $0.key.bytes, as: UTF8.self) })
    return present.subtracting(known).sorted().compactMap { field in
      let meanings = meanings(of: field, among: known).filter { !present.contains($0) }
      return meanings.count == 1 ? (field, meanings[0]) : nil
    }
  }

  /// What an unknown name may stand for, of some fields.
  static func meanings(of name: String, among fields: Set<String>) -> [String] {
    let plain = plain(name)
    let same = fields.filter { self.plain($0) == plain || synonyms[$0]?.contains(plain) == true }
    if !same.isEmpty { return same.sorted() }
    return nearestName(to: name, among: fields.sorted().filter { $0.utf8.count > 2 }).map { [$0] } ?? []
  }

  /// Every field that the contract knows of a feed, read or not.
  static func all(of feed: Feed) -> [String] {
    let read = RecordPlan.all[feed.rawValue]?.names ?? []
    let others: [String] =
      switch feed {
      case .orders: ["arm", "discount", "list_amount"]
      case .touchpoints, .points, .activity, .surveys: ["arm"]
      case .complaints: ["events", "complaint", "type", "by", "public", "note"]
      case .hosts: ["id", "name", "region", "store"]
      case .campaigns: ["id", "name", "play", "arms", "starts", "ends", "goal", "window_days"]
      default: []
      }
    return read + others
  }

  /// In lower case, without what stands between words.
  private static func plain(_ name: String) -> String {
    String(name.lowercased().filter { !"_-. ".contains($0) })
  }

  private static let synonyms: [String: Set<String>] = [
    "id": [
      "编号", "会员编号", "会员id", "会员号", "用户编号", "用户id", "客户编号", "客户id", "订单号", "订单编号", "主键", "memberid",
      "userid", "customerid", "orderid", "uid", "uuid", "key", "no", "number", "code", "guid",
    ],
    "member": [
      "会员", "会员编号", "会员id", "会员号", "用户", "用户编号", "用户id", "客户", "客户编号", "客户id", "memberid", "user", "userid",
      "customer", "customerid", "client", "clientid", "uid", "openid", "buyer", "who",
    ],
    "at": [
      "时间", "日期", "下单时间", "创建时间", "发生时间", "date", "time", "datetime", "timestamp", "ts", "when", "created",
      "createdat", "createdate", "orderdate", "orderedat", "occurredat", "day",
    ],
    "amount": [
      "金额", "订单金额", "实付", "实付金额", "总额", "价格", "total", "price", "value", "sum", "revenue", "totalprice",
      "totalamount", "ordertotal", "paid", "amt",
    ],
    "type": ["类型", "行为", "动作", "kind", "action", "event", "eventtype", "category"],
    "kind": ["类型", "种类", "type", "category", "survey", "surveytype"],
    "score": ["分数", "得分", "评分", "打分", "rating", "points", "value", "nps"],
    "delta": ["积分", "变动", "积分变动", "points", "amount", "change", "value"],
    "name": ["姓名", "名字", "昵称", "会员名", "fullname", "nickname", "displayname"],
    "joined": [
      "入会", "入会时间", "入会日期", "加入时间", "注册时间", "注册日期", "joinedat", "joindate", "registered", "registeredat",
      "signupdate", "signup", "createdat", "created", "since",
    ],
    "birthday": ["生日", "出生日期", "birthdate", "dob", "dateofbirth", "born"],
    "city": ["城市", "所在城市", "市", "town"],
    "region": ["地区", "区域", "大区", "省", "省份", "province", "state"],
    "store": ["门店", "店铺", "店", "shop", "branch", "storeid"],
    "channel": ["渠道", "来源", "来源渠道", "source"],
    "host": ["主理人", "导购", "专属导购", "hostid", "kos", "owner", "salesperson"],
    "referrer": ["推荐人", "邀请人", "referredby", "inviter", "referrerid", "invitedby"],
    "household": ["家庭", "家庭账户", "householdid", "family"],
    "tags": ["标签", "labels", "tag"],
    "phone": ["手机", "手机号", "电话", "mobile", "tel", "telephone", "phonenumber"],
    "email": ["邮箱", "邮件", "电子邮箱", "mail", "emailaddress"],
    "consent": ["授权", "同意", "订阅", "optin", "consents", "subscribed"],
    "items": ["件数", "数量", "quantity", "qty", "itemcount"],
    "category": ["品类", "类目", "分类", "productcategory"],
    "text": ["内容", "正文", "文本", "评论", "comment", "message", "content", "body"],
    "expires": ["过期", "过期时间", "到期", "到期日", "有效期", "expiry", "expiresat", "expirydate", "validuntil"],
    "date": ["日期", "day"],
    "level": ["级别", "等级", "severity", "priority"],
    "resolved": ["解决时间", "resolvedat", "closed", "closedat"],
    "answered": ["响应时间", "回复时间", "answeredat", "respondedat", "firstresponse"],
    "manager": ["经理", "操作人", "by", "user"],
    "action": ["动作", "操作"],
  ]
}
