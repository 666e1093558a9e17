import Foundation

/// A small community folder, written by hand, with one of everything that the tests look at.
struct TeaShop {
  let folder = TemporaryFolder()

  var path: String { folder.path }

  init() throws {
    try folder.write(
      "program.json",
      #"{"name": "Tea Friends", "currency": "CNY", "time_zone": "Asia/Shanghai", "as_of": "latest"}"#)
    try folder.write(
      "members.jsonl",
      """
      {"id": "m1", "name": "王芳", "joined": "2025-03-01", "city": "上海", "host": "h1", "tags": ["宝妈", "core"], \
      "phone": "13812345678", "email": "fang@mail.com"}
      {"id": 7, "name": "Ada", "joined": "2025-06-01", "city": "杭州"}
      {"id": "m3", "name": "=SUM(A1)", "joined": "2026-01-10"}

      """)
    try folder.write(
      "orders.jsonl",
      """
      {"id": "o1", "member": "m1", "at": "2026-03-01T09:30:00+08:00", "amount": 128.5}
      {"id": "o2", "member": "7", "at": "2026-02-01", "amount": "59.90"}
      {"id": "o2", "member": "7", "at": "2026-02-01", "amount": "59.90"}
      {"id": "o3", "member": "ghost", "at": "2026-03-05T12:00:00+08:00", "amount": 20}

      """)
    try folder.write("hosts.json", #"[{"id": "h1", "name": "小林"}]"#)
  }

  /// Adds what can't be read: a broken line, an amount that is none, an element of an array that is no object.
  func spoil() throws {
    try folder.append(
      "orders.jsonl",
      """
      {"member": "m1", "at": "2026-03-01", "amount":
      {"member": "m1", "at": "2026-03-01", "amount": "much"}

      """)
    try folder.write("surveys.json", #"[{"member": "m1", "at": "2026-03-02", "kind": "nps", "score": 9}, 5]"#)
  }
}
