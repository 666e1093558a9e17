/// Mappings of shops' exports.
extension BuiltInMappings {
  /// Orders and customers of Shopify's REST API, and of GraphQL with the same fields in camel case.
  static let shopify = #"""
    {"tables": [
      {"feed": "orders", "prefix": "shopify:", "when": {"financial_status": "*", "total_price": "*"},
       "leaveOut": [
         {"when": {"test": "true"}, "reason": "testOrder", "removes": true},
         {"when": {"cancelled_at": "*"}, "reason": "cancelledOrder", "removes": true},
         {"when": {"financial_status": ["pending", "authorized", "voided", "expired"]}, "reason": "unpaidOrder",
          "removes": true}],
       "fields": [
         {"name": "id", "to": "id"},
         {"name": "customer.id", "to": "member"},
         {"name": "email", "to": "member", "hashed": true},
         {"name": "phone", "to": "member", "hashed": true},
         {"name": "processed_at", "type": "datetime", "to": "at"},
         {"name": "created_at", "type": "datetime", "to": "at"},
         {"name": "total_price", "type": "number", "to": "amount"},
         {"name": "total_discounts", "type": "number", "to": "discount"},
         {"name": "currency", "to": "currency"},
         {"name": "source_name", "to": "channel"}]},
      {"feed": "orders", "prefix": "shopify:", "split": "refunds.transactions",
       "when": {"kind": "refund", "status": "success"},
       "fields": [
         {"name": "id", "format": "refund", "to": "id"},
         {"name": "$.customer.id", "to": "member"},
         {"name": "$.email", "to": "member", "hashed": true},
         {"name": "$.phone", "to": "member", "hashed": true},
         {"name": "processed_at", "type": "datetime", "to": "at"},
         {"name": "created_at", "type": "datetime", "to": "at"},
         {"name": "amount", "type": "number", "negate": true, "to": "amount"},
         {"name": "currency", "to": "currency"},
         {"name": "$.id", "to": "refund_of"}]},
      {"feed": "members", "prefix": "shopify:", "part": "order",
       "when": {"financial_status": "*", "customer.id": null, "email": "*"},
       "fields": [
         {"name": "email", "to": "id", "hashed": true},
         {"name": "email", "to": "email"},
         {"name": "phone", "to": "phone"}]},
      {"feed": "orders", "prefix": "shopify:", "when": {"displayFinancialStatus": "*", "totalPriceSet.shopMoney.amount": "*"},
       "leaveOut": [
         {"when": {"test": "true"}, "reason": "testOrder", "removes": true},
         {"when": {"cancelledAt": "*"}, "reason": "cancelledOrder", "removes": true},
         {"when": {"displayFinancialStatus": ["PENDING", "AUTHORIZED", "VOIDED", "EXPIRED"]}, "reason": "unpaidOrder",
          "removes": true}],
       "fields": [
         {"name": "id", "to": "id"},
         {"name": "customer.id", "to": "member"},
         {"name": "email", "to": "member", "hashed": true},
         {"name": "processedAt", "type": "datetime", "to": "at"},
         {"name": "createdAt", "type": "datetime", "to": "at"},
         {"name": "totalPriceSet.shopMoney.amount", "type": "number", "to": "amount"},
         {"name": "totalDiscountsSet.shopMoney.amount", "type": "number", "to": "discount"},
         {"name": "totalPriceSet.shopMoney.currencyCode", "to": "currency"},
         {"name": "sourceName", "to": "channel"}]},
      {"feed": "orders", "prefix": "shopify:", "split": "refunds",
       "when": {"totalRefundedSet.shopMoney.amount": "*"},
       "fields": [
         {"name": "id", "format": "refund", "to": "id"},
         {"name": "$.customer.id", "to": "member"},
         {"name": "$.email", "to": "member", "hashed": true},
         {"name": "processedAt", "type": "datetime", "to": "at"},
         {"name": "createdAt", "type": "datetime", "to": "at"},
         {"name": "totalRefundedSet.shopMoney.amount", "type": "number", "negate": true, "to": "amount"},
         {"name": "totalRefundedSet.shopMoney.currencyCode", "to": "currency"},
         {"name": "$.id", "to": "refund_of"}]},
      {"feed": "members", "prefix": "shopify:", "part": "order",
       "when": {"displayFinancialStatus": "*", "customer.id": null, "email": "*"},
       "fields": [
         {"name": "email", "to": "id", "hashed": true},
         {"name": "email", "to": "email"}]},
      {"feed": "members", "prefix": "shopify:", "when": {"orders_count": "*", "total_spent": "*"},
       "fields": [
         {"name": "id", "to": "id"},
         {"name": "first_name", "and": "last_name", "to": "name"},
         {"name": "last_name", "to": "name"},
         {"name": "email", "to": "email"},
         {"name": "phone", "to": "phone"},
         {"name": "created_at", "type": "datetime", "to": "joined"},
         {"name": "default_address.city", "to": "city"},
         {"name": "default_address.province", "to": "region"},
         {"name": "tags", "type": "array", "split": ",", "to": "tags"},
         {"name": "id", "plain": true, "to": "aliases.shopify"},
         {"name": "email_marketing_consent.state", "type": "boolean", "to": "consent.email"},
         {"name": "accepts_marketing", "type": "boolean", "to": "consent.email"},
         {"name": "sms_marketing_consent.state", "type": "boolean", "to": "consent.sms"}]},
      {"feed": "members", "prefix": "shopify:", "when": {"numberOfOrders": "*", "amountSpent.amount": "*"},
       "fields": [
         {"name": "id", "to": "id"},
         {"name": "firstName", "and": "lastName", "to": "name"},
         {"name": "lastName", "to": "name"},
         {"name": "email", "to": "email"},
         {"name": "phone", "to": "phone"},
         {"name": "createdAt", "type": "datetime", "to": "joined"},
         {"name": "tags", "type": "array", "split": ",", "to": "tags"},
         {"name": "id", "plain": true, "to": "aliases.shopify"},
         {"name": "emailMarketingConsent.marketingState", "type": "boolean", "to": "consent.email"},
         {"name": "smsMarketingConsent.marketingState", "type": "boolean", "to": "consent.sms"}]},
      {"feed": "orders", "when": {"order_id": "*", "refund_line_items": "*", "financial_status": null},
       "leaveOut": [{"when": {"order_id": "*"}, "reason": "superseded"}],
       "fields": [{"name": "id", "to": "id"}]}
    ]}
    """#

  /// Orders and customers of WooCommerce's REST API, version 3. A refund within its order has no date of its own and is dated
  /// by the order's last change.
  static let wooCommerce = #"""
    {"tables": [
      {"feed": "orders", "prefix": "woocommerce:", "when": {"status": "*", "total": "*", "currency": "*"},
       "leaveOut": [
         {"when": {"status": ["cancelled", "failed", "trash"]}, "reason": "cancelledOrder", "removes": true},
         {"when": {"status": ["pending", "on-hold", "checkout-draft", "draft", "auto-draft"]}, "reason": "unpaidOrder",
          "removes": true}],
       "fields": [
         {"name": "id", "to": "id"},
         {"name": "customer_id", "missingValues": ["", "0"], "to": "member"},
         {"name": "billing.email", "to": "member", "hashed": true},
         {"name": "billing.phone", "to": "member", "hashed": true},
         {"name": "date_paid_gmt", "type": "datetime", "format": "utc", "to": "at"},
         {"name": "date_created_gmt", "type": "datetime", "format": "utc", "to": "at"},
         {"name": "date_created", "type": "datetime", "to": "at"},
         {"name": "total", "type": "number", "to": "amount"},
         {"name": "discount_total", "type": "number", "to": "discount"},
         {"name": "currency", "to": "currency"},
         {"name": "created_via", "to": "channel"}]},
      {"feed": "orders", "prefix": "woocommerce:", "split": "refunds", "when": {"id": "*", "total": "*"},
       "fields": [
         {"name": "id", "format": "refund", "to": "id"},
         {"name": "$.customer_id", "missingValues": ["", "0"], "to": "member"},
         {"name": "$.billing.email", "to": "member", "hashed": true},
         {"name": "$.billing.phone", "to": "member", "hashed": true},
         {"name": "$.date_modified_gmt", "type": "datetime", "format": "utc", "to": "at"},
         {"name": "$.date_created_gmt", "type": "datetime", "format": "utc", "to": "at"},
         {"name": "total", "type": "number", "to": "amount"},
         {"name": "$.currency", "to": "currency"},
         {"name": "$.id", "to": "refund_of"}]},
      {"feed": "members", "part": "order",
       "when": {"total": "*", "customer_id": "0", "billing.email": "*"},
       "fields": [
         {"name": "billing.email", "to": "id", "hashed": true},
         {"name": "billing.first_name", "and": "billing.last_name", "to": "name"},
         {"name": "billing.email", "to": "email"},
         {"name": "billing.phone", "to": "phone"},
         {"name": "billing.city", "to": "city"}]},
      {"feed": "members", "prefix": "woocommerce:", "when": {"role": "*", "username": "*"},
       "fields": [
         {"name": "id", "to": "id"},
         {"name": "first_name", "and": "last_name", "to": "name"},
         {"name": "username", "to": "name"},
         {"name": "email", "to": "email"},
         {"name": "billing.phone", "to": "phone"},
         {"name": "billing.city", "to": "city"},
         {"name": "billing.state", "to": "region"},
         {"name": "date_created_gmt", "type": "datetime", "format": "utc", "to": "joined"},
         {"name": "id", "plain": true, "to": "aliases.woocommerce"}]},
      {"feed": "orders", "when": {"amount": "*", "refunded_by": "*", "total": null},
       "leaveOut": [{"when": {"amount": "*"}, "reason": "superseded"}],
       "fields": [{"name": "id", "to": "id"}]}
    ]}
    """#

  /// Trades, customers and changes of points of Youzan 有赞's open platform. A closed trade was cancelled or refunded whole.
  static let youzan = #"""
    {"tables": [
      {"feed": "orders", "prefix": "youzan:", "when": {"order_info.tid": "*", "pay_info.payment": "*"},
       "leaveOut": [
         {"when": {"order_info.status": "TRADE_CLOSED"}, "reason": "cancelledOrder", "removes": true},
         {"when": {"order_info.status": "WAIT_BUYER_PAY"}, "reason": "unpaidOrder", "removes": true},
         {"when": {"order_info.pay_time": null}, "reason": "unpaidOrder", "removes": true}],
       "fields": [
         {"name": "order_info.tid", "to": "id"},
         {"name": "buyer_info.yz_open_id", "missingValues": ["", "0"], "to": "member"},
         {"name": "buyer_info.buyer_id", "missingValues": ["", "0"], "to": "member"},
         {"name": "buyer_info.fans_id", "missingValues": ["", "0"], "to": "member"},
         {"name": "buyer_info.buyer_phone", "to": "member", "hashed": true},
         {"name": "order_info.pay_time", "type": "datetime", "to": "at"},
         {"name": "order_info.created", "type": "datetime", "to": "at"},
         {"name": "pay_info.payment", "type": "number", "to": "amount"},
         {"name": "order_info.offline_id", "missingValues": ["", "0"], "to": "store"}],
       "constant": {"channel": "有赞", "currency": "CNY"}},
      {"feed": "orders", "prefix": "youzan:", "split": "refund_order", "when": {"refund_id": "*", "refund_fee": "*", "refund_state": ["60", "SUCCESS"]},
       "fields": [
         {"name": "refund_id", "format": "refund", "to": "id"},
         {"name": "$.buyer_info.yz_open_id", "missingValues": ["", "0"], "to": "member"},
         {"name": "$.buyer_info.buyer_id", "missingValues": ["", "0"], "to": "member"},
         {"name": "$.buyer_info.fans_id", "missingValues": ["", "0"], "to": "member"},
         {"name": "$.buyer_info.buyer_phone", "to": "member", "hashed": true},
         {"name": "modified", "type": "datetime", "to": "at"},
         {"name": "$.order_info.update_time", "type": "datetime", "to": "at"},
         {"name": "refund_fee", "type": "number", "negate": true, "to": "amount"},
         {"name": "$.order_info.tid", "to": "refund_of"}],
       "constant": {"channel": "有赞", "currency": "CNY"}},
      {"feed": "members", "prefix": "youzan:", "when": {"yz_open_id": "*", "amount": null, "order_info.tid": null},
       "fields": [
         {"name": "yz_open_id", "to": "id"},
         {"name": "name", "to": "name"},
         {"name": "show_name", "to": "name"},
         {"name": "mobile", "to": "phone"},
         {"name": "birthday", "type": "date", "to": "birthday"},
         {"name": "created_at", "type": "datetime", "format": "epoch", "to": "joined"},
         {"name": "contact_address.city", "to": "city"},
         {"name": "level_info.level_name", "type": "array", "to": "tags"},
         {"name": "yz_open_id", "plain": true, "to": "aliases.youzan"}]},
      {"feed": "points", "prefix": "youzan:", "when": {"amount": "*", "total": "*", "yz_open_id": "*"},
       "fields": [
         {"name": "unique_id", "to": "id"},
         {"name": "yz_open_id", "to": "member"},
         {"name": "amount", "type": "integer", "to": "delta"},
         {"name": "created_time", "type": "datetime", "to": "at"},
         {"name": "description", "to": "reason"},
         {"name": "expired_at", "type": "datetime", "format": "epoch", "missingValues": ["", "0"], "to": "expires"}]},
      {"feed": "points", "when": {"amount": "*", "total": "*", "yz_open_id": null, "order_info.tid": null},
       "leaveOut": [{"when": {"amount": "*"}, "reason": "noMember"}],
       "fields": [{"name": "unique_id", "to": "id"}]}
    ]}
    """#
}
