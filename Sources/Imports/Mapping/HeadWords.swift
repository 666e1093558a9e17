/// What the heads of spreadsheets mean, in Chinese and English.
enum HeadWords {
  /// What a column holds, before it's known which feed the table is.
  enum Role: String, CaseIterable, Sendable {
    case member, name, phone, email, birthday, city, region, store, channel, tags, joined, referrer, host,
      note
    case wechat, consentSMS, consentEmail
    case order, at, amount, category, items, discount, listAmount, refund, refundTime, refundOf, status,
      currency
    case test, campaign
    case score, comment, surveyKind
    case points, reason, expires
    case activityType, text, space, to, replyTo
    case complaintLevel, topic, answered, resolved
    case touchKind, date, condition, high, low
  }

  /// The role of a head; nil when the table doesn't know it.
  static func target(of head: String) -> Role? { roles[normalized(head)] }

  /// Small letters without spaces, dashes, units and brackets: `实付金额（元）` is `实付金额`.
  static func normalized(_ head: String) -> String {
    var text = ""
    var depth = 0
    for scalar in head.lowercased().unicodeScalars {
      switch scalar {
      case "(", "（", "[", "【": depth += 1
      case ")", "）", "]", "】": depth = max(0, depth - 1)
      case " ", "_", "-", ".", "\u{A0}", "\u{3000}", "/", "*", ":", "：", "#", "\u{FEFF}", "\t", "\n", "'",
        "\"":
        continue
      default: if depth == 0 { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }

  private static let roles: [String: Role] = Dictionary(
    words.flatMap { role, words in words.split(separator: " ").map { (String($0), role) } },
    uniquingKeysWith: { first, _ in first })

  private static let words: [(Role, String)] = [
    (
      .member,
      "会员编号 会员号 会员id 会员卡号 会员 客户编号 客户id 客户号 用户id 用户编号 用户 买家id 买家会员名 买家昵称 顾客编号 卡号 unionid openid externaluserid memberid member memberno membernumber customerid customer custid customerno customernumber userid user buyerid clientid contactid loyaltyid cardnumber loyaltycardnumber"
    ),
    (
      .name,
      "姓名 会员姓名 客户姓名 顾客姓名 客户名称 用户名 会员名称 昵称 称呼 买家姓名 收货人 收货人姓名 name fullname customername membername username displayname nickname billingname firstname"
    ),
    (
      .phone,
      "手机号 手机 手机号码 电话 联系电话 联系方式 会员手机号 会员手机 收货人手机 收货手机号 买家手机号 电话号码 phone mobile phonenumber mobilephone mobilenumber telephone tel cellphone customerphone"
    ),
    (.email, "邮箱 电子邮箱 邮件 电子邮件 邮箱地址 email emailaddress mail customeremail"),
    (.birthday, "生日 出生日期 出生年月日 会员生日 birthday birthdate dateofbirth dob"),
    (.city, "城市 所在城市 市 city town billingcity"),
    (.region, "地区 区域 大区 省 省份 所在地区 region province state area"),
    (.store, "门店 店铺 门店名称 店铺名称 所属门店 开卡门店 消费门店 归属门店 store shop storename outlet branch location"),
    (
      .channel,
      "渠道 来源 渠道来源 客户来源 订单来源 来源渠道 销售渠道 下单渠道 注册渠道 channel source saleschannel ordersource acquisitionchannel utmsource"
    ),
    (.tags, "标签 会员标签 客户标签 用户标签 tags tag labels segments"),
    (
      .joined,
      "注册时间 注册日期 入会时间 入会日期 加入时间 加入日期 开卡时间 开卡日期 成为会员时间 创建客户时间 添加时间 joined joinedat joindate joinedon signupdate registered registeredat registrationdate membersince customersince enrolledat"
    ),
    (.referrer, "推荐人 邀请人 介绍人 推荐会员 推荐人编号 referrer referredby inviter invitedby referral"),
    (.host, "主理人 导购 专属导购 跟进人 服务员工 添加人 客户经理 销售 负责人 host owner advisor salesperson accountmanager consultant"),
    (.note, "备注 说明 客户备注 订单备注 买家留言 买家备注 note notes remark remarks memo"),
    (.wechat, "微信号 微信 微信昵称 wechat wechatid"),
    (.consentSMS, "短信订阅 接受短信 短信营销 acceptssms smsconsent smsmarketing acceptssmsmarketing"),
    (
      .consentEmail,
      "邮件订阅 接受邮件 acceptsmarketing acceptsemailmarketing emailconsent emailmarketing subscribed newsletter optin"
    ),
    (
      .order,
      "订单号 订单编号 订单id 单号 交易号 交易单号 销售单号 小票号 流水号 主订单编号 orderid ordernumber orderno order invoice invoiceno invoicenumber transactionid receiptnumber"
    ),
    (
      .at,
      "下单时间 下单日期 订单时间 订单日期 付款时间 支付时间 订单付款时间 订单创建时间 交易时间 消费时间 消费日期 购买时间 购买日期 成交时间 成交日期 销售日期 销售时间 时间 发生时间 提交时间 提交日期 填写时间 答题时间 创建时间 创建日期 日期时间 at orderdate ordertime orderedat purchasedate purchasedat date time datetime timestamp createdat created createddate createdon processedat paidat datepaid submittedat submitted transactiondate invoicedate responsedate surveydate postedat sentat"
    ),
    (
      .amount,
      "实付金额 实付 实付款 实收金额 实收 实际支付金额 买家实付 买家实付金额 买家实际支付金额 实际付款 实付总额 订单实付金额 付款 支付金额 付款金额 订单金额 消费金额 成交金额 交易金额 销售金额 金额 总额 总价 总金额 应付金额 amount total ordertotal totalprice totalamount grandtotal amountpaid paidamount paid revenue sales price value ordervalue orderamount subtotal"
    ),
    (.category, "品类 类目 分类 商品分类 商品类别 类别 商品名称 商品 category productcategory producttype product productname"),
    (.items, "件数 数量 商品数量 商品件数 购买数量 宝贝总数量 items quantity qty itemcount lineitemquantity units"),
    (.discount, "优惠金额 优惠 折扣金额 优惠券金额 discount discountamount totaldiscounts discounttotal"),
    (.listAmount, "原价 标价 吊牌价 商品总价 应收金额 listamount listprice originalprice"),
    (.refund, "退款金额 已退款金额 退款 退货金额 refund refundamount refundedamount amountrefunded totalrefunded refunded"),
    (.refundTime, "退款时间 退款日期 退货时间 refundedat refunddate refundtime"),
    (.refundOf, "原订单号 原单号 退款订单号 refundof originalorder originalorderid parentorder"),
    (.status, "订单状态 交易状态 状态 支付状态 status orderstatus financialstatus paymentstatus"),
    (.currency, "币种 货币 币别 currency currencycode"),
    (.test, "测试订单 test istest testorder"),
    (.campaign, "活动 营销活动 活动名称 campaign campaignid"),
    (
      .score,
      "评分 打分 得分 分数 推荐分 推荐分数 推荐意愿 nps nps分 nps得分 nps分值 nps评分 净推荐值 score npsscore rating recommendscore likelihoodtorecommend"
    ),
    (
      .comment,
      "评价 反馈 意见 建议 原因 评价内容 反馈内容 用户评价 留言 comment comments feedback answer verbatim review openresponse"
    ),
    (.surveyKind, "问卷类型 调查类型 surveytype surveykind"),
    (.points, "积分 积分变动 变动积分 积分变化 积分数 积分值 本次积分 points pointschange pointsdelta delta"),
    (.reason, "变动原因 积分原因 积分类型 变动类型 积分来源 事由 reason pointsreason"),
    (.expires, "过期时间 到期时间 有效期 失效时间 积分有效期 到期日期 expires expiresat expirydate expirationdate expiry"),
    (.activityType, "行为 互动类型 行为类型 动作 事件类型 事件 type activitytype action event eventtype activity"),
    (.text, "内容 正文 消息 消息内容 发言内容 帖子内容 文本 text message content body post"),
    (.space, "群 群名 群聊 群名称 社群 板块 频道 space group groupname room forum topicname channelname"),
    (.to, "互动对象 对象 对方 接收人 to recipient target"),
    (.replyTo, "回复 回复对象 replyto inreplyto parentid"),
    (.complaintLevel, "投诉等级 投诉级别 紧急程度 等级 级别 level severity priority"),
    (.topic, "投诉类型 投诉主题 问题类型 投诉原因 主题 topic subject issue complainttype"),
    (.answered, "首次回复时间 响应时间 受理时间 answered answeredat firstresponseat"),
    (.resolved, "解决时间 完结时间 处理完成时间 resolved resolvedat closedat solvedat"),
    (.touchKind, "触点 触点类型 关怀类型 kind touchpoint touchpointtype"),
    (.date, "日期 天气日期 day"),
    (.condition, "天气 天气状况 condition weather"),
    (.high, "最高温 最高气温 最高温度 high tmax tempmax temperaturemax"),
    (.low, "最低温 最低气温 最低温度 low tmin tempmin temperaturemin"),
  ]
}
