"""The role of an office from its title and the country that has it."""

import re

from names import key

# In order: the first pattern that is found in the lower-case title decides.
PATTERNS = [(re.compile(p), role) for p, role in [
    (r"\bfirst lady\b|\bspouse\b|first gentleman", "other"),
    (r"spokes(person|man|woman)|press secretary|press officer|presidential communications", "spokesperson"),
    (r"^(ambassador|permanent representative|permanent observer|high commissioner|consul|head of mission|chargé)|"
     r"ambassador (to|of|at)|permanent representative to|ambassador-at-large|apostolic nuncio", "ambassador"),
    (r"special (envoy|representative|presidential envoy)|\benvoy\b|presidential representative|plenipotentiary", "envoy"),
    (r"national security (advis|council)|security advis[eo]r|secretary of the (national )?security", "security-adviser"),
    (r"chief of staff of the (army|navy|air|defen|armed)|chief of (the )?(general|defen|army|naval|air|joint|armed)|"
     r"chief of the (general|defen|army|naval|air|navy|armed)|joint chiefs|commander|chief of naval|military cabinet|"
     r"chief of staff of the (general|national)|inspector general of the armed|supreme commander", "military"),
    (r"(white house|downing street|presidential|president's|prime minister's) .*chief of staff|chief of staff|"
     r"head of the (presidential|office of the president|president's|executive office|cabinet of the president)|"
     r"chief of the (presidential|cabinet of the president)|chief cabinet secretary|head of the presidential", "chief-of-staff"),
    (r"(governor|president|chair\w*|head) of (the )?(\w+ )*(central bank|national bank|reserve bank|federal reserve|bank of)|"
     r"central bank governor|governor of the bank|monetary authority|president of the banco|state bank", "central-banker"),
    (r"privy council|private secretary|principal secretary|advis[eo]r to|minister in (charge of )?(the |general )|in the office of|"
     r"minister within|office of the prime|political director|prime minister.s (office|cabinet)|government office|chancellor of justice|"
     r"secretary general (at|of) the|executive officer|chief executive of|[aä]kim|for general duties|akimat", "other"),
    (r"minister[- ]delegate|associate minister|minister[- ]counsell", "deputy"),
    (r"prime minister of (republika|azad|iraqi|the federation of|crimea)|head of government of|president of the government of (aragon|the canary|cantabria|la rioja|navarre|catalonia)", "governor"),
    (r"foreign trade(?!.*affairs)(?!.*relations)|financial (market|service|resource)|micro-?finance|defen[cs]e (mat|equip|sci|prod|indus|personnel|and space)|"
     r"flemish|walloon|brussels", "minister"),
    (r"\bdeputy\b|vice[- ](minister|premier|prime|chair|governor|foreign)|under-?secretary|parliamentary secretary|assistant|"
     r"state secretary|secretary of state (of|at|to) the|minister of state|junior minister|parliamentary under|"
     r"financial secretary|economic secretary|exchequer secretary|chief secretary to the treasury|lord of the treasury|"
     r"permanent secretary|director-general of the ministry", "deputy"),
    (r"vice[- ]president of (the )?(republic|state|united|country|islamic|government of)|^(first |executive |second )?vice[- ]president( of [a-z]+)?$|"
     r"^$", "vice-president"),
    (r"(speaker|president|chair\w*|head) of (the )?(\w+ )*(senate|parliament|national assembly|assembly|chamber|house|congress|"
     r"riksdag|storting|folketing|seimas|saeima|riigikogu|sejm|knesset|bundestag|verkhovna rada|majlis|federation council|duma|"
     r"national council|council of states|council of the republic|people's council|legislative|diet|states-general|cortes|"
     r"jogorku|consultative|national people's|tynwald|althing|dáil|seanad|council of representatives|federal council)|"
     r"^speaker|marshal of the (sejm|senate)|ceann comhairle|president pro tempore", "speaker"),
    (r"vice[- ]president|vice[- ]speaker", "deputy"),
    (r"court|judge|justice of|prosecutor|attorney|solicitor|ombuds|auditor|advocate general|magistrat|chief justice|judicial", "other"),
    (r"leader of the (opposition|conservative|labour|liberal|party|senate)|party (leader|chair)|"
     r"(general|first) secretary of the (\w+ )*(party|central)|chair\w* of the (\w+ )*party|majority leader|minority leader|whip", "party-leader"),
    (r"shadow", "legislator"),
    (r"^member of|senator|representative for|delegate for|resident commissioner", "legislator"),
    (r"minister[- ]president of|premier of|first minister of (wales|scotland|northern)|^mayor|lord mayor|^governor|governor-general|"
     r"governor general|lieutenant governor|governor of|head of the (republic|\w+ republic|administration|state administration)|"
     r"head of (\w+) (city|oblast|regional)|prefect|chief minister|chairman of the (people's government|\w+ regional)|"
     r"(prime minister|president|head) of (crimea|the altai|chechnya|catalonia|tatarstan|the basque|sakha|dagestan)|"
     r"ruler of|emir of|captain regent|state president of|landeshauptmann|president of the (regional|autonomous|community|xunta|junta|generalitat|basque|government of (cat|the canary))", "governor"),
    (r"\b(king|queen|monarch|emperor|sultan|emir|grand duke|prince of|reigning prince|yang di-pertuan|amir|co-prince|sovereign|shah)\b", "monarch"),
    (r"(foreign (affairs|minister|secretary|relations|trade and worship)|external (affairs|relations)|for foreign|of foreign|exteriors?|"
     r"secretary of state for (foreign|the foreign)|european and international|worship)", "foreign-minister"),
    (r"minister.*(defen[cs]e)|defen[cs]e minister|secretary of (state for )?defen[cs]e|minister of the armed forces|minister of national security and", "defence-minister"),
    (r"minister.*(financ|treasury)|chancellor of the exchequer|secretary of the treasury|finance minister|treasurer|"
     r"secretary of finance|minister of the economy, financ", "finance-minister"),
    (r"minister.*(interior|internal affairs|home affairs|internal security)|home secretary|secretary of state for the home|"
     r"secretary of the interior and|minister of public security", "interior-minister"),
    (r"duchy of lancaster|to the prime minister|state minister", "minister"),
    (r"prime minister|head of (the )?government|^premier\b|premier of the state council|^chancellor|federal chancellor|president of the government|"
     r"taoiseach|president of the council of ministers|chair\w* of the council of ministers|chief executive|first minister|"
     r"state minister of|minister of state of monaco|head of the government", "head-of-government"),
    (r"^(interim |acting |transitional |state |federal )?president$|^supreme leader|"
     r"chair\w* of the (\w+ )*(presidency|presidency$|sovereign|transitional|state affairs|military council)|"
     r"president of the (republic|swiss|presidium|presidential council|transitional|state|council of state)|^chairman of the pres", "head-of-state"),
    (r"minister|^secretary (of|for)|secretary of state|chancellor of the duchy|lord privy|lord chancellor|paymaster|lord president|"
     r"commissioner for|state councill?or|cabinet secretary", "minister"),
    (r"^(director|head|chair|president|secretary[- ]general|commissioner|administrator|general secretary)", "other"),
]]

# Titles that say more in one country.
LOCAL = {
    ("US", "secretary of state"): "foreign-minister",
    ("US", "national security advisor"): "security-adviser",
    ("US", "ambassador to the united nations"): "ambassador",
    ("US", "secretary of the interior"): "minister",
    ("US", "secretary of the navy"): "minister",
    ("US", "secretary of the army"): "minister",
    ("US", "secretary of the air force"): "minister",
    ("US", "deputy secretary of state"): "deputy",
    ("VA", "secretary of state"): "head-of-government",
    ("VA", "pope"): "head-of-state",
    ("PH", "secretary of foreign affairs"): "foreign-minister",
    ("PH", "secretary of national defense"): "defence-minister",
    ("PH", "secretary of finance"): "finance-minister",
    ("MX", "secretary of foreign affairs"): "foreign-minister",
    ("CN", "general secretary of the chinese communist party"): "party-leader",
    ("IR", "president"): "head-of-government",
    ("HK", "chief executive"): "head-of-government",
    ("KP", "president of the presidium of the supreme people's assembly"): "speaker",
    ("UN", "secretary-general"): "head",
    ("CH", "chancellor"): "other",
    ("LU", "president of the council of state"): "other",
    ("NZ", "prime minister of the cook islands"): "governor",
    ("PG", "vice president of bougainville"): "deputy",
    ("EU", "high representative of the union for foreign affairs and security policy"): "foreign-minister",
}

# Positions that several people hold at one time: a later holder ends nothing.
SHARED = re.compile(
    r"deputy|vice|justice|judge|state secretary|lord of|without portfolio|minister of state|adviser|advisor|assistant|member|"
    r"senator|councill?or|first lady|counsel|envoy|at-large|representative", re.I)


def role_of(iso, title, names=()):
    """The role that a title stands for in a country of these names."""
    low = title.lower().strip()
    if (iso, low) in LOCAL:
        return LOCAL[iso, low]
    of = re.match(r"^president of (?:the )?(.*)$", low)
    if of and key(of.group(1)) in names:
        return "head-of-state"
    if of and re.search(r"province|region|^(abruzzo|sicily|aosta|molise|liguria|piedmont|veneto|basilicata|campania|lazio|lombardy|"
                        r"sardinia|tuscany|apulia|umbria|calabria|marche|cantabria|navarre|extremadura|la rioja)|islands|kurdistan|"
                        r"bougainville|zanzibar|republika|kashmir|asturias|south tyrol|sakha|bashkortostan|southern sudan", of.group(1)):
        return "governor"
    for pattern, role in PATTERNS:
        if pattern.search(low):
            return role
    return "other"
