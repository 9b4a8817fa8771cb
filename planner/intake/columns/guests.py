"""What the columns of a guests' form can mean (domain.md §2.3), with the words of headings that say so."""

from __future__ import annotations

from planner.intake.columns.living import LIVING
from planner.intake.columns.people import (
    EMAIL,
    NAME_EN,
    NAME_JA,
    NAME_KANA,
    NOTES,
    PARTS_OF_NAMES,
    PHONE,
    READING_OF_GUESTS,
    TIMESTAMP,
)
from planner.intake.columns.target import Target

GUESTS: tuple[Target, ...] = (
    TIMESTAMP,
    NAME_JA,
    NAME_KANA,
    NAME_EN,
    *PARTS_OF_NAMES,
    Target(
        "Person.passport_name",
        says=(
            "(?:パスポート|旅券).*(?:名|ローマ字|表記|つづり)|passport.*name|name.*passport|as (?:shown"
            "|written|it appears|in) (?:in|on) (?:the )?passport"
        ),
        never="number|番号|expir|期限",
        weight=13,
        feature="latin",
        telling=True,
    ),
    Target(
        "Person.called_name",
        "column-called",
        says=(
            "呼(?:んで|び|ばれ|称)|ニックネーム|あだ名|愛称|nick ?name|preferred name|called|what (?:to"
            "|should we) call|goes by"
        ),
        weight=12,
    ),
    Target(
        "Person.birth_date",
        says=r"生年月日|誕生日|birth ?(?:date|day)|date of birth|\bdob\b|born",
        weight=12,
        feature="date",
        telling=True,
    ),
    Target("Person.stated_age", says="^(?:年齢|満?年令|age)(?:$|[ (（])", weight=11, feature="number"),
    Target(
        "Person.gender",
        says=r"性別|gender|\bsex\b|男女",
        never="希望|prefer|room|部屋",
        weight=11,
        feature="gender",
    ),
    Target(
        "Person.rooming",
        says="相部屋|同室|room(?:ing|mate)|(?:share|sharing) a room|room sharing|部屋(?:の)?希望",
        weight=9,
    ),
    Target("Person.nationality", says="国籍|nationality|citizenship", weight=12),
    Target(
        "Person.school",
        "column-school",
        says="学校|所属|勤務先|学年|school|grade|organi[sz]ation|affiliation|employer",
        never="連絡",
        weight=9,
        many=True,
    ),
    Target(
        "Person.occupation",
        "column-occupation",
        says="職業|役職|肩書|occupation|job(?: title)?$|profession|title$",
        weight=9,
    ),
    Target(
        "Member.role",
        says=r"参加区分|区分|役割|参加資格|立場|\brole\b|participant type|category|participating as",
        telling=True,
    ),
    Target(
        "Group",
        says=("^(?:チーム|班|グループ|組|squad|team|group|class)(?:名)?$|所属チーム|which (?:squad|team|group)"),
    ),
    Target(
        "Contact.guardian",
        "column-guardian",
        says="保護者|親権者|guardian|parents?'? ?name|name of (?:parent|guardian)|mother|father",
        never=f"電話|phone|tel|携帯|mail|メール|住所|address|{READING_OF_GUESTS}",
    ),
    Target(
        "Contact.guardian_kana",
        "column-guardian-kana",
        says=f"(?:保護者|親権者|guardian|parent).*(?:{READING_OF_GUESTS})",
        weight=15,
        feature="kana",
    ),
    Target(
        "Contact.emergency",
        "column-emergency-name",
        says="緊急.*(?:氏名|名前|者)|emergency contact(?: name| person)?$",
        never=f"電話|phone|tel|番号|number|mail|メール|続柄|relation|{READING_OF_GUESTS}",
    ),
    Target(
        "Contact.emergency_kana",
        "column-emergency-kana",
        says=f"(?:緊急|emergency).*(?:{READING_OF_GUESTS})",
        weight=15,
        feature="kana",
    ),
    Target("Contact.relation", says="続柄|relation(?:ship)?(?: to| with)?"),
    Target(
        "Contact.phone",
        "column-emergency-phone",
        says=(
            "緊急.*(?:電話|連絡)|emergency.*(?:phone|number|tel|contact)|(?:保護者|guardian|parent).*(?:電話"
            "|携帯|phone|tel|cell)"
        ),
        never="名前|氏名|name$",
        weight=12,
        feature="phone",
    ),
    Target(
        "Contact.email",
        "column-emergency-email",
        says="(?:緊急|保護者|emergency|guardian|parents?).*(?:mail|メール)",
        weight=13,
        feature="email",
    ),
    EMAIL,
    PHONE,
    Target(
        "Person.messenger",
        says=r"\bline\b|ライン|whatsapp|wechat|messenger|instagram|sns",
        never="one per line|online",
        weight=8,
    ),
    Target(
        "Person.address",
        "column-address",
        says="住所|居住地|address|〒|郵便番号",
        never="mail|メール|ip address",
        weight=8,
    ),
    Target(
        "FoodNeed",
        says="(?:食物|食品|食べ物|食事).*アレルギー|アレルギー.*(?:食|なければ)|food.*allerg|allerg.*food",
        hints="allerg|アレルギー",
        never="動物|ペット|animal|pet|other|その他|薬|medic",
        weight=13,
        telling=True,
    ),
    Target(
        "AnimalNeed",
        says=(
            "(?:動物|ペット).*(?:アレルギー|苦手)|(?:苦手|怖い).*(?:動物|ペット)"
            "|(?:animal|pet).*(?:allerg|afraid|fear|problem|dislike)"
            "|(?:allerg|afraid).*(?:animal|pet|cat|dog)"
        ),
        hints="動物|ペット|animals?|pets?",
        weight=13,
        telling=True,
    ),
    Target(
        "Person.other_allergies",
        says="(?:その他|他|薬|花粉).*アレルギー|(?:other|non-?food|drug|medicine|seasonal).*allerg",
        weight=13,
    ),
    Target(
        "Person.health",
        "Person.conditions",
        says="持病|服薬|既往|病歴|健康|体調|通院|health|medical|illness|conditions?|medicat|medicine",
        never="insurance|保険|consent|同意|allerg",
        weight=9,
        telling=True,
    ),
    Target(
        "Person.diets",
        says=(
            "宗教|食事(?:の|で)?(?:制限|配慮)|食生活|戒律|diet|religio|vegetarian|halal"
            "|food (?:restriction|rule|preference)"
        ),
        never="アレルギー|allerg",
    ),
    Target(
        "Person.dislikes",
        says=("嫌い|苦手な(?:食|も)|好き嫌い|dislikes?|food(?:s)? (?:you|they) (?:don'?t|do not) (?:like|eat)"),
        never="動物|animal",
        weight=9,
    ),
    *LIVING,
    Target(
        "Language.en",
        "column-english-level",
        says=(
            "英語(?!名|表記)|英会話|english (?:level|ability|skills?)|(?:level|ability) (?:of|in) english"
            "|speak english|how (?:well|much).*english"
        ),
        never="英検|toeic|資格|name|氏名|title",
        weight=11,
        feature="level",
        telling=True,
    ),
    Target(
        "Language.ja",
        "column-japanese-level",
        says=(
            "日本語(?:力|能力|レベル|を?どの|が?どの|会話)|japanese (?:level|ability|skills?)|(?:level"
            "|ability) (?:of|in) japanese|speak japanese|how (?:well|much).*japanese"
        ),
        weight=11,
        feature="level",
    ),
    Target(
        "Person.languages",
        "SpokenLanguage",
        says="話せる言語|使用言語|母語|languages?(?: spoken)?$|other languages|native language",
        never="英語|english|日本語|japanese",
        weight=9,
    ),
    Target(
        "Person.certificate",
        "SpokenLanguage.certificate",
        says="英検|toeic|toefl|jlpt|語学資格|certificate",
        weight=9,
    ),
    Target(
        "Person.interests",
        "column-interests",
        says="趣味|特技|興味|好きな(?:こと|もの)|interests?|hobb(?:y|ies)|like to do|free time",
        weight=11,
    ),
    Target(
        "Wish.together",
        "column-wish-together",
        says=(
            "(?:同じ|一緒).*(?:家|希望|友)|希望する友人|(?:same|together|share).*(?:friend|home|family|room)"
            "|friend.*(?:same|together|request|room|stay|with)|room ?mate request"
        ),
        never="避け|apart|not with|avoid|別|smok|pets?|animals?",
        weight=11,
        telling=True,
    ),
    Target(
        "Wish.apart",
        "column-wish-apart",
        says=(
            "避け(?:たい|て)|別々|一緒(?:に|は)?(?:なりたくない|避)|apart|avoid|not (?:be )?(?:placed )?with|should not"
        ),
        weight=12,
    ),
    Target(
        "Member.host_message",
        "column-host-message",
        says=(
            "(?:ホスト|家庭|host).*(?:一言|メッセージ|ひとこと|自己紹介|伝えたい|message|letter|note|tell"
            "|know)|自己紹介|自己pr|message to|letter to|self-?introduction|introduce yourself"
        ),
        weight=11,
    ),
    Target(
        "Member.height_cm",
        says=r"身長|height|cm\b",
        never="体重|weight",
        weight=11,
        feature="number",
    ),
    Target(
        "Member.weight_kg",
        says=r"体重|weight|kg\b",
        never="身長|height",
        weight=11,
        feature="number",
    ),
    Target(
        "Member.shirt_size",
        says=r"(?:シャツ|服|ユニフォーム|ウェア).*サイズ|サイズ|(?:t-?)?shirt size|clothing size|\bsize\b",
        never="靴|shoe",
        weight=9,
    ),
    Target(
        "Member.playing",
        "Member.position",
        says="ポジション|背番号|position|jersey|uniform (?:no|number)|shirt number",
        weight=11,
    ),
    Target(
        "Member.photo_consent",
        says="写真|映像|撮影|photo|picture|image|media",
        never="提出|添付|attach|upload",
        weight=9,
        feature="answer",
    ),
    Target(
        "Member.press_consent",
        says="報道|新聞|取材|press|newspaper|name in (?:the )?media|氏名.*(?:公表|掲載)",
        weight=11,
        feature="answer",
    ),
    Target(
        "Member.passport_number",
        says=r"(?:パスポート|旅券).*(?:番号|no)|passport (?:number|no\.?|#)",
        weight=13,
    ),
    Target(
        "Member.passport_expires_on",
        says="(?:パスポート|旅券).*(?:期限|満了|有効)|passport.*(?:expir|valid)",
        weight=14,
        feature="date",
    ),
    Target(
        "Member.swims",
        says=r"泳げ|水泳.*(?:できます|可)|\bswim(?:s|mer)?\b|can .* swim",
        feature="answer",
    ),
    Target(
        "Member.motion_sick",
        says="乗り?物酔い|車酔い|motion ?sick|car ?sick",
        weight=12,
        feature="answer",
    ),
    Target("Member.performance", says="出し物|披露|演目|perform", weight=9),
    NOTES,
)
