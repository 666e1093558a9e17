extension Vocabulary {
  static let english = Vocabulary(
    programme: "Hillside Tea House",
    cities: [
      City(
        name: "Shanghai", region: "East", stores: ["Shanghai Xuhui", "Shanghai Jing'an", "Shanghai Pudong"],
        climate: Climate(winter: 8, summer: 33, rainInWinter: 0.28, rainInSummer: 0.4)),
      City(
        name: "Hangzhou", region: "East", stores: ["Hangzhou West Lake", "Hangzhou Binjiang"],
        climate: Climate(winter: 8, summer: 34, rainInWinter: 0.33, rainInSummer: 0.42)),
      City(
        name: "Suzhou", region: "East", stores: ["Suzhou Old Town"],
        climate: Climate(winter: 7, summer: 33, rainInWinter: 0.28, rainInSummer: 0.38)),
      City(
        name: "Xiamen", region: "South", stores: ["Xiamen Siming"],
        climate: Climate(winter: 17, summer: 33, rainInWinter: 0.2, rainInSummer: 0.42)),
      City(
        name: "Guangzhou", region: "South", stores: ["Guangzhou Tianhe", "Guangzhou Yuexiu"],
        climate: Climate(winter: 18, summer: 34, rainInWinter: 0.2, rainInSummer: 0.5)),
      City(
        name: "Chengdu", region: "West", stores: ["Chengdu Jinjiang", "Chengdu Wuhou"],
        climate: Climate(winter: 9, summer: 31, rainInWinter: 0.18, rainInSummer: 0.48)),
      City(
        name: "Wuhan", region: "Centre", stores: ["Wuhan Jianghan"],
        climate: Climate(winter: 8, summer: 34, rainInWinter: 0.26, rainInSummer: 0.35)),
      City(
        name: "Beijing", region: "North", stores: ["Beijing Chaoyang", "Beijing Dongcheng"],
        climate: Climate(winter: 2, summer: 32, rainInWinter: 0.05, rainInSummer: 0.35)),
    ],
    familyNames: list(
      """
      Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White \
      Roberts Green Hall Wood Jackson Clarke Khan Hughes Harris Lewis Turner Martin Cooper Hill Ward Morris Moore \
      Clark Lee King Baker Harrison Morgan Allen James Scott Phillips Watson Davis Parker Price Bennett Young \
      Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw Murphy Miller Cox Marshall Singh \
      Garcia Rossi Novak Silva Meyer Tan Chen Wang Lin Sato Kim Nguyen O'Neill
      """),
    givenNames: list(
      """
      Emma Olivia Ava Isla Mia Amelia Grace Lily Freya Ella Sophie Chloe Ruby Alice Evie Daisy Hannah Lucy Ivy Nora \
      Clara Maya Zoe Anna Leah Eva Rosa Ines Priya Aisha Mei Yuki Elena Marta Julia Sara Nina Vera Tess June \
      Oliver George Harry Noah Jack Leo Arthur Oscar Henry Theo Max Felix Hugo Adam Ben Daniel David Ethan Finn \
      Isaac Jonas Karl Liam Lucas Marco Nathan Omar Peter Ravi Ryan Sam Simon Tom Victor Will Yusuf Kai Hiro Jin
      """),
    familyNameFirst: false,
    sources: ["store", "friend", "mini-app", "social", "video", "marketplace"],
    channels: ["mini-app", "store", "marketplace", "web", "livestream"],
    categories: [
      "daily tea", "rock tea", "white tea", "black tea", "green tea", "teaware", "snacks", "gift box",
    ],
    circles: [
      "Rock tea", "Old white", "Morning run", "Mums' tea", "Fireside", "Reading", "Gaiwan", "Weekend hike",
      "Zither",
      "Yoga", "Camping", "Clay pot", "Black tea", "Flowers", "Night owls", "Photo",
    ],
    circleEnding: " club",
    classroom: "Tea class",
    tags: [
      .core: "core", .mother: "parent", .fitness: "fitness", .nightOwl: "night-owl", .gifts: "gifts",
      .collector: "collector", .thrifty: "stocks-up", .newcomer: "newcomer",
    ],
    drivers: ["delivery", "taste", "service", "price", "packaging", "events"],
    voices: [
      Voice(
        praise: [
          "delivery was fast", "it arrived the next day", "shipping was on time", "the courier was kind",
        ],
        blame: [
          "delivery took more than a week", "tracking never moved", "the parcel went to the wrong address",
          "shipping was days late",
        ]),
      Voice(
        praise: [
          "the taste is deep and sweet", "a clean cup, lovely aroma", "always the same good taste",
          "it brews well",
        ],
        blame: [
          "the taste is thin", "the tea is rather bitter", "it tastes unlike the sample in the store",
          "it tastes stale",
        ]),
      Voice(
        praise: [
          "service was patient", "my host answers at once", "the staff know their tea",
          "service sorted it out",
        ],
        blame: [
          "service kept me waiting", "service did not care", "I had to ask three times",
          "the staff ignored me",
        ]),
      Voice(
        praise: ["a fair price", "good value", "the member price is great", "hard to beat at this price"],
        blame: [
          "the price went up again", "dearer than elsewhere", "it got cheaper a day later",
          "the coupon failed",
        ]),
      Voice(
        praise: [
          "the packaging is lovely", "packaging was sturdy", "small tins are handy",
          "the gift box is beautiful",
        ],
        blame: ["the packaging was crushed", "the tin was dented", "too much packaging", "the seal was open"]),
      Voice(
        praise: [
          "the tasting event was great", "I enjoy the challenge", "member day is fun",
          "events brought me friends",
        ],
        blame: [
          "event rules are confusing", "events are always full", "fewer events lately",
          "too many event messages",
        ]),
    ],
    delight: [
      "I will buy again", "I told my friends", "thank you all", "I like it more every time",
      "my favourite tea house",
    ],
    disappointment: [
      "rather disappointing", "please do better", "I will not buy again", "not as it used to be",
      "please fix it",
    ],
    but: ", but ",
    comma: ", ",
    fullStop: ".",
    complaintTopics: ["delivery", "taste", "packaging", "service", "price"],
    complaints: [
      [
        "It was promised in three days and is still not here", "The parcel has been stuck for five days",
        "A week and not shipped",
      ],
      [
        "This batch smells odd", "The tea is sour, nothing like last time",
        "I got another tea than I ordered",
      ],
      [
        "Everything was broken on arrival", "The gift box is crushed, I cannot give it",
        "The seal was open, the tea is damp",
      ],
      ["The staff were rude to me", "Nobody answered for a day", "A very unfriendly phone call"],
      [
        "The price fell the day after I bought", "I paid more than the label said",
        "My coupon was not taken off",
      ],
    ],
    teas: [
      "cinnamon oolong", "narcissus oolong", "big red robe", "white peony", "lapsang", "golden tips",
      "dragon well",
      "green snail", "iron goddess", "phoenix oolong", "old white", "jasmine", "dark tea",
    ],
    posts: [
      ("Brewed some ", " today, it opens up at the third steep"), ("Rain and ", " go together"),
      ("Has anyone tried the new ", "? How do you brew it?"), ("Tried ", " at home, the family loves it"),
      ("My shelf of ", ", a Hillside regular reporting in"), ("An early cup of ", " and the day is fine"),
      ("Shared my ", " with a friend, she is hooked"), ("How hot should the water be for ", "?"),
      ("Kept this ", " for two years, sweeter every month"), ("Working late with ", " by my side"),
      ("Had ", " at the Hillside store, so quiet there"), ("First time with ", ", better than I thought"),
    ],
    replies: [
      "Same here!", "I love that one", "Try 95 degrees", "Saved for the weekend", "Which store has it?",
      "Ha, now I want it too", "Use a gaiwan", "Lovely photo", "Let's drink it together",
      "The third steep is best",
      "Good to know", "Looking forward to your review", "Let it rest a while", "Not too strong at night!",
    ],
    hostPosts: [
      "This week's class: how roasting shapes a rock tea", "Wednesday's question: what are you drinking?",
      "Live at eight tonight: the new white teas", "Member day: double points, do check in",
      "Did you know how much water matters?", "This month's list is out, come and taste it",
      "A few seats left at the fireside this weekend",
    ],
    hostReplies: [
      "Thanks for sharing! Try it five degrees cooler", "Got it, I'll look into it",
      "Pour the first two steeps quickly",
      "You're right, I told our tea master", "Come by, I'll keep you a seat",
      "Noted, I'll bring you a sample",
    ],
    thanks: [
      "Thanks for the tip!", "Thank you so much", "Thanks for the sample", "So kind",
      "It worked just as you said",
    ],
    mentions: ["Look at this", "This is what you asked about", "Shall we go?", "You will like this"],
    suggestions: [
      "Smaller packs for the office, please", "Please show the shipping date",
      "Remind us a day before member day",
      "Let us mix our own gift box", "More tastings at the weekend", "Add brewing times to the app",
      "Points for returned tins would be nice",
    ],
    stories: [
      "My father never said much, but there was always a pot ready when I came home. I found that taste here",
      "With a newborn I hardly slept; the mums of the club kept me company over tea at midnight",
      "I knew nobody in this city. The person next to me at the first fireside is now my best friend",
      "Twenty-one days of white tea got me off sugar, and up as early as the others",
    ],
    reviews: [
      ["Not as described", "This batch is weaker, I'll wait", "Arrived broken", "Not worth the price"],
      [
        "Decent for every day", "Fine, could smell better", "Good taste, slow delivery",
        "Came by a friend's advice, so-so",
      ],
      [
        "Third time I buy it", "High aroma, sweet finish", "A present, much loved",
        "Eight steeps and still good",
      ],
    ],
    shares: [
      "Today's table", "For friends who want to start", "A good brewing guide", "My list for member day",
    ],
    checkIns: ["Done", "Today's cup", "Keeping on!", "Another day", "Morning tea"],
    notes: [
      .birthdayGift: ["Birthday tea sent", "Birthday card and a taster"],
      .care: ["Rain: umbrella and a warm recipe", "Asked how things are", "Cold snap greeting"],
      .gift: ["Taster as thanks for the first order", "New tea taster"],
      .surprise: ["Handwritten card and old tea", "Upgraded to a gift box", "Homemade snacks"],
      .custom: ["Blend to their taste", "Tin with their name"],
      .visit: ["Met at the store", "Brought tea home"],
      .callBack: ["Asked about the delivery", "Called, explained what happened"],
      .apology: ["Host's apology"],
      .compensation: ["Sent again", "Postage back and a coupon"],
      .suggestionCredited: ["Suggestion taken up, credited"],
      .storyTold: ["Story in the monthly letter"],
    ],
    campaigns: ["Spring teas", "Double 11", "Autumn recall"],
    arms: ["Coupon", "Host's word", "Control"],
    decisionReasons: ["contacted lately", "moved away", "buys presents only", "wait for member day"],
    decisionNotes: [
      "likes old white, no black tea", "baby due, call later", "would join the tasting panel",
      "prefers the phone",
    ],
    decisionClosings: [
      "apologised and sent a new one", "explained what had happened", "refunded", "told the store",
    ],
    managers: ["Nora", "Felix", "Ines"])
}
