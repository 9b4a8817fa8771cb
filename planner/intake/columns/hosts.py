"""What the columns of a host families' sign-up form can mean (domain.md §2.5)."""

from __future__ import annotations

from planner.intake.columns.target import READING, ROW_ONLY, Target

HOSTS: tuple[Target, ...] = (
    Target(
        "HostOffer.applied_on",
        says=(
            "^タイムスタンプ$|^time ?stamp$|^送信日時|^回答日時|^submitted(?: at| on)?$|^受付日|申込日"
            "|signed up|applied on|application date"
        ),
        weight=13,
        feature="date",
    ),
    Target(
        ROW_ONLY,
        "column-row-only",
        says="^タイムスタンプ$|^time ?stamp$|^送信日時|^回答日時|^submitted(?: at| on)?$|^受付日時",
        hints=r"^(?:no\.?|#|番号|通番|id)$",
        weight=8,
        many=True,
    ),
    Target(
        "Household.name",
        "column-family",
        says=(
            "house ?hold|family name|family$|世帯|家庭名|ホスト(?:ファミリー|家庭)名?|last name|surname"
            "|host family(?: name)?$|苗字|家名"
        ),
        hints="(?:氏名|名前)$|^name$",
        never=f"how many|who|anyone|members|何人|構成|food|interest|rule|pets?|smok|languages?|first|{READING}",
        feature="short",
    ),
    Target("Household.name_kana", says=READING, never="緊急|emergency|住所|address", weight=15, feature="kana"),
    Target(
        "Household.contact",
        "Resident.main_contact",
        says=(
            "contact|代表者|担当|申込者|連絡者|main|primary|your name|responsible|世帯主|host (?:mother"
            "|father)'?s? name"
        ),
        hints="^(?:full )?name$|^氏名|^お?名前",
        never=f"e-?mail|phone|tel|cell|電話|メール|emergency|緊急|preferred|time|dietary|{READING}",
        weight=9,
        feature="name",
    ),
    Target("Household.email", says="e-?mail|メール", weight=11, feature="email"),
    Target(
        "Household.phone",
        says=r"phone|telephone|\btel\b|mobile|cell|電話|携帯",
        never="best time|時間帯",
        feature="phone",
    ),
    Target(
        "Household.best_time",
        says="best time|when to call|連絡(?:の|が)?(?:とりやすい|つきやすい|可能な)?時間|時間帯",
    ),
    Target(
        "Household.messenger",
        says=r"\bline\b(?! )|ライン|whatsapp|messenger",
        never="per line|online",
        weight=8,
    ),
    Target(
        "Household.address",
        "column-address",
        says="street|address|住所|番地|所在地",
        never="e-?mail|メール|city|zip|市町村",
        weight=9,
    ),
    Target(
        "Household.locality",
        "Household.town",
        says="city|town|zip|municipality|市町村|市区|お?住まいの(?:市|町|地域)|area$",
        never="sister|street|visit",
        weight=9,
    ),
    Target("Household.postal_code", says="zip|postal|postcode|郵便番号|〒", never="city|town", weight=9),
    Target("Household.nearest_stop", says="最寄り|nearest|bus stop|closest station|station$"),
    Target(
        "Resident",
        says=(
            "who lives|lives? in (?:your|the) home|家族構成|同居|家族(?:の)?(?:人数|氏名|メンバー)"
            "|household members|family members|members of|people in (?:your|the) (?:home|house)"
            "|names? and ages?|occupants"
        ),
        never="smok|languages?|speak",
        weight=13,
        telling=True,
    ),
    Target(
        "Pet",
        says=r"pets?\b|animals?|ペット|動物",
        never="allerg|アレルギー",
        weight=11,
        telling=True,
    ),
    Target(
        "Household.smoking",
        says="smok|喫煙|たばこ|タバコ",
        never="accept|guest who|受け入れ",
        weight=11,
        telling=True,
    ),
    Target(
        "Household.takes_smokers",
        says="(?:accept|host|take|guest).*smok|smok.*guest|喫煙.*(?:受け入れ|受入)",
        weight=13,
        feature="answer",
    ),
    Target(
        "HostOffer.most_guests",
        says=(
            "how many|number of (?:guests|students|people)|何(?:人|名)|受け?入れ(?:可能)?(?:人数|数)|人数"
            "|max.*guests?|guests? (?:can|you)"
        ),
        never="beds?|rooms?|seats?|belts?|ベッド|部屋|nights?|泊|minutes|drivers?|家族",
        feature="number",
        telling=True,
    ),
    Target(
        "Bed",
        says=r"beds?\b|bedrooms?|rooms?\b|sleeping|ベッド|布団|寝室|部屋|寝具",
        never="bath|room ?mate|share",
        weight=11,
        telling=True,
    ),
    Target(
        "NightOff",
        says=(
            "(?:nights?|dates?|days?).*(?:not|cannot|can't|unable|away|unavailable)|(?:not|cannot|can't"
            "|unable).*(?:nights?|dates?|host)|blackout|unavailable|(?:受け?入れ|宿泊).*(?:できない|不可"
            "|不可能)|不都合|不在"
        ),
        never="pets?|smok|food",
        weight=13,
        telling=True,
    ),
    Target(
        "HostOffer.takes",
        says=("girls?|boys?|gender|adults?|ages?|男女|性別|年齢|希望(?:する)?(?:ゲスト|学生|性別)|preference|prefer"),
        never="who lives|members|lives? in|how many|checks?|background|foods?|構成|contact|call",
        weight=8,
        telling=True,
    ),
    Target(
        "Household.cooks",
        "column-cooks",
        says="food|diet|cook|allerg|vegetarian|halal|meals?|食事|食物|料理|アレルギー|対応(?:できる|可能)",
        never="pets?|animals?|dislikes",
        telling=True,
    ),
    Target(
        "Household.cannot_avoid",
        says=(
            "(?:cannot|can'?t|could not|unable to) (?:cook|do|live|be) without"
            "|(?:cannot|can'?t|unable to) (?:avoid|leave out)"
            "|(?:除去|避け|抜)(?:け|く|ること)?(?:が|は)?(?:でき|られ|け)?ない(?:食|もの)|使わずに.*(?:でき|作れ)ない"
        ),
        weight=16,
    ),
    Target(
        "Household.languages",
        "Household.languages_words",
        says="languages?|speak|言語|話せる|英語|日本語|語学",
        weight=11,
    ),
    Target(
        "Household.interests",
        "column-interests",
        says="interests?|hobb(?:y|ies)|趣味|activities|興味|enjoys?",
        never="religio",
    ),
    Target(
        "Household.drivers",
        "Household.belted_seats",
        says=r"drivers?|seat ?belts?|cars?\b|vehicles?|transport|送迎|運転|車",
        never="minutes|how far|distance|何分|所要",
        weight=9,
        telling=True,
    ),
    Target(
        "Household.minutes_to_meeting_point",
        says=(
            "minutes|how far|distance|drive time|travel time|所要時間|何分|距離|時間.*(?:会場|学校|まで)"
            "|(?:会場|学校|駅)まで"
        ),
        weight=11,
        feature="number",
        telling=True,
    ),
    Target(
        "Clearance",
        says=(
            r"background|checks?\b|clearance|cleared|vetting|screening|police|fingerprint|safeguarding|身元"
            "|無犯罪|審査|確認済|犯罪"
        ),
        never="check ?(?:in|out)",
        weight=12,
        telling=True,
    ),
    Target(
        "Household.hosted_before",
        says=(
            r"hosted before|previous(?:ly)? host|host(?:ed|ing) experience|before\??$|受け?入れ(?:の)?経験"
            "|以前|経験"
        ),
        never="background|drive|work",
        telling=True,
    ),
    Target(
        "Household.faith_and_rules",
        "column-faith-and-rules",
        says=r"religio|faith|church|house rules?|rules\b|宗教|信仰|ルール|決まり|門限",
        weight=11,
        many=True,
    ),
    Target("Household.curfew", says="curfew|門限", weight=12),
    Target(
        "Household.home",
        says=("type of (?:home|house|housing|dwelling)|house or apartment|住居|住宅|home type|戸建|マンション"),
    ),
    Target("Household.wifi", says="wi-?fi|internet|インターネット|無線", weight=11, feature="answer"),
    Target(
        "Household.air_conditioning",
        says=r"air ?con|a/c|\bac\b|エアコン|冷房",
        weight=11,
        feature="answer",
    ),
    Target(
        "Household.translation_help",
        says="translat|interpret(?:er|ing) app|翻訳|通訳アプリ",
        weight=12,
        feature="answer",
    ),
    Target(
        "Household.other_faiths_ok",
        says="(?:other|another|different) (?:faith|religion)|(?:異なる|他の|違う)(?:宗教|信仰)",
        weight=14,
        feature="answer",
    ),
    Target("Household.steep_stairs", says="stairs|階段|step-?free|wheelchair", feature="answer"),
    Target("Household.bathrooms", says="bath ?rooms?|浴室|トイレ", feature="number"),
    Target("Household.firearms", says=r"fire ?arms?|guns?\b|weapons?|銃", weight=12),
    Target("Household.pool", says=r"\bpool\b|trampoline|プール|トランポリン", weight=11),
    Target(
        "HostOffer.partial_stay",
        says="partial|part of the|some nights|short(?:er)? stay|一部(?:の)?(?:日程|期間)|期間中の一部",
        feature="answer",
    ),
    Target(
        "HostOffer.day_only",
        says=(
            "(?:day ?time|by day|days?) only|only (?:by|during the) day|home ?visit|no overnight"
            "|(?:日中|昼間|日帰り)(?:のみ|だけ)|ホームビジット|宿泊なし"
        ),
        weight=14,
        feature="answer",
    ),
    Target(
        "HostOffer.first_time",
        says="first[- ]time|(?:受け?入れ|ホスト)?(?:は)?(?:今回が)?(?:初めて|はじめて|初回)",
        weight=13,
        feature="answer",
    ),
    Target(
        "HostOffer.same_day",
        says="same[- ]day|short notice|当日(?:の)?(?:受け?入れ|対応)|急な受け?入れ",
        weight=13,
        feature="answer",
    ),
    Target(
        "Household.reciprocity",
        "column-known-guests",
        says=(
            "reciproc|(?:guests?|students?|anyone|participants?).*(?:already know|you know|have met)"
            "|(?:already know|have met|do you know).*(?:guests?|students?|participants?)"
            "|own child.*(?:travel|hosted|stay)|pen ?-?pals?|知っている|知り合い|旧知|文通"
            "|(?:お子(?:さん|様)|息子|娘).*(?:参加|派遣|お世話)|約束(?:した|している)?(?:ゲスト|学生|生徒)"
        ),
        never="we should know|should we know|anything else",
        weight=14,
    ),
    Target(
        "Household.involvement",
        says=(
            "involvement|do(?:ing)? (?:things )?(?:with|together)"
            "|time (?:with|together)|(?:ゲスト|学生).*(?:過ごす|関わ)"
            "|関わり(?:方|の度合い)"
        ),
        weight=12,
        feature="number",
    ),
    Target("HostOffer.backup", says="back-?up|emergency host|予備|緊急時.*受け", feature="answer"),
    Target(
        "Household.letter",
        "column-letter",
        says="letter|message to|introduc|メッセージ|自己紹介|紹介文|about your family|tell us about",
        weight=9,
    ),
    Target(
        "notes",
        "column-notes",
        says=(
            "^(?:notes?|remarks?|comments?|memo)$|anything else|other (?:comments?|notes?|information)"
            "|additional|備考|その他|メモ|連絡事項|特記|questions?"
        ),
        never="pets?|food|rules",
        weight=9,
        many=True,
    ),
)
