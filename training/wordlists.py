"""Words that the generator swaps. Groups hold words of one kind that exclude one another in a sentence."""


def split_words(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = split_words("January February March April May June July August September October November December")
SHORT_MONTHS = dict(
    zip(MONTHS, split_words("Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec."), strict=True)
)
ORDINALS = split_words("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
NUMBERS = split_words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
COUNTRIES = split_words(
    "Afghanistan Albania Algeria Argentina Armenia Australia Austria Azerbaijan Bangladesh Belarus Belgium "
    "Bolivia Brazil Bulgaria Cambodia Cameroon Canada Chile China Colombia Croatia Cuba Cyprus Denmark "
    "Ecuador Egypt Estonia Ethiopia Finland France Georgia Germany Ghana Greece Guatemala Haiti Honduras "
    "Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya "
    "Kuwait Kyrgyzstan Laos Latvia Lebanon Liberia Libya Lithuania Luxembourg Malaysia Mali Malta Mexico "
    "Moldova Mongolia Morocco Mozambique Myanmar Nepal Netherlands Nicaragua Niger Nigeria Norway Oman "
    "Pakistan Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Senegal Serbia "
    "Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tajikistan Tanzania "
    "Thailand Tunisia Turkey Turkmenistan Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Yemen Zambia "
    "Zimbabwe Scotland Wales England"
)
CITIES = split_words(
    "Amsterdam Ankara Athens Atlanta Baghdad Baku Baltimore Bangkok Barcelona Beijing Beirut Belgrade Berlin "
    "Boston Brussels Bucharest Budapest Cairo Chicago Copenhagen Dallas Delhi Denver Detroit Dhaka Dubai "
    "Dublin Edinburgh Frankfurt Geneva Glasgow Hamburg Hanoi Havana Helsinki Houston Islamabad Istanbul "
    "Jakarta Jerusalem Kabul Karachi Khartoum Kiev Lahore Lima Lisbon London Madrid Manchester Manila "
    "Melbourne Miami Milan Minsk Montreal Moscow Mumbai Munich Nairobi Naples Oslo Ottawa Paris Philadelphia "
    "Phoenix Prague Riga Rome Seattle Seoul Shanghai Sofia Stockholm Sydney Tbilisi Tehran Tokyo Toronto "
    "Tripoli Tunis Vancouver Venice Vienna Vilnius Warsaw Yerevan Zagreb Zurich Astana Tashkent Kharkiv "
    "Odessa Lyon Marseille Osaka Glasgow Liverpool"
)
STATES = split_words(
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois "
    "Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi "
    "Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont "
    "Virginia Wisconsin Wyoming"
)
PLACES = (COUNTRIES, CITIES, STATES)
FIRST_NAMES = split_words(
    "Aaron Adam Alan Albert Alexander Alice Amanda Amy Andrew Angela Ann Anna Anne Anthony Arthur Barbara "
    "Ben Benjamin Betty Bill Bob Brian Bruce Carl Carlos Carol Catherine Charles Christine Christopher Dan "
    "Daniel David Deborah Dennis Diana Donald Dorothy Douglas Edward Elena Elizabeth Emily Emma Eric Frank "
    "Fred Gary George Gerald Gordon Grace Greg Hans Harold Harry Heather Helen Henry Howard Ian Igor Irina "
    "Ivan Jack Jacob James Jane Janet Jason Jean Jeff Jennifer Jessica Jim Joan Joe John Jonathan Jose "
    "Joseph Juan Julia Julie Karen Karl Kate Katherine Keith Kelly Ken Kenneth Kevin Larry Laura Lee Leo "
    "Linda Lisa Louis Lucy Luis Maria Mark Martha Martin Mary Matthew Maurice Megan Michael Michelle Mike "
    "Nancy Nicholas Nick Nicole Olga Oliver Oscar Pamela Patricia Patrick Paul Pedro Peter Philip Rachel "
    "Ralph Raymond Rebecca Richard Robert Roger Ronald Rosa Roy Russell Ruth Ryan Sam Samuel Sandra Sara "
    "Sarah Scott Sean Sergei Sharon Simon Stephanie Stephen Steve Steven Stuart Susan Tara Ted Teresa Terry "
    "Thomas Tim Timothy Tom Tony Victor Victoria Vincent Vladimir Walter Wayne William"
)
LAST_NAMES = split_words(
    "Abbott Ahmed Allen Andersen Baker Barnes Bauer Bell Bennett Berg Bishop Boyd Brooks Burke Campbell "
    "Carter Castro Chapman Clarke Coleman Cooper Cruz Daly Davies Delgado Dixon Doyle Duncan Ellis Evans "
    "Farrell Fischer Fleming Foster Fraser Garcia Gibson Grant Greene Gupta Haas Hale Hansen Harper Hayes "
    "Herrera Hoffman Holt Hughes Ivanov Jansen Jenkins Kapoor Keller Khan Kim Klein Kovacs Lambert Larsen "
    "Lawson Lopez Lynch Marsh Mason Meyer Mitchell Morris Murphy Nash Nguyen Novak Olsen Ortega Osborne "
    "Owens Palmer Parker Patel Payne Petrov Pierce Porter Quinn Ramirez Reid Reyes Rhodes Romano Rossi Ryan "
    "Saunders Schmidt Shah Sharma Silva Sokolov Spencer Stone Suzuki Tanaka Turner Vargas Vega Wagner Walsh "
    "Warren Weber Wright Yang Young Zhang Zimmerman"
)
TITLES = (
    ("prime minister", "foreign minister", "defense minister", "interior minister", "finance minister"),
    ("president", "vice president", "prime minister"),
    ("chairman", "director", "treasurer", "deputy chairman"),
    ("chief executive", "finance director", "spokesman"),
    ("mayor", "governor", "senator"),
    ("coach", "captain", "goalkeeper"),
    ("doctor", "lawyer", "engineer", "teacher"),
    ("police officer", "firefighter", "soldier"),
    ("professor", "student"),
    ("ambassador", "consul"),
    ("judge", "prosecutor", "defense lawyer"),
    ("writer", "singer", "painter", "actor"),
    ("husband", "brother", "father", "son"),
    ("wife", "sister", "mother", "daughter"),
)
ANTONYMS = (
    ("rose", "fell"), ("increased", "decreased"), ("increase", "decrease"), ("rise", "fall"),
    ("rising", "falling"), ("won", "lost"), ("win", "lose"), ("supports", "opposes"),
    ("supported", "opposed"), ("support", "oppose"), ("accepted", "rejected"), ("accept", "reject"),
    ("agreed", "refused"), ("arrested", "released"), ("approved", "rejected"), ("approve", "reject"),
    ("success", "failure"), ("succeeded", "failed"), ("successful", "unsuccessful"), ("began", "ended"),
    ("begins", "ends"), ("opened", "closed"), ("open", "closed"), ("before", "after"),
    ("more than", "fewer than"), ("higher", "lower"), ("north", "south"), ("northern", "southern"),
    ("east", "west"), ("eastern", "western"), ("alive", "dead"), ("guilty", "innocent"),
    ("confirmed", "denied"), ("confirm", "deny"), ("imposed", "lifted"), ("legal", "illegal"),
    ("legally", "illegally"), ("safe", "dangerous"), ("allowed", "banned"), ("allow", "ban"),
    ("permitted", "forbidden"), ("hired", "fired"), ("bought", "sold"), ("buy", "sell"),
    ("largest", "smallest"), ("oldest", "youngest"), ("best", "worst"), ("strongest", "weakest"),
    ("early", "late"), ("inside", "outside"), ("public", "private"), ("win", "lose"), ("victory", "defeat"),
    ("defeated", "lost to"), ("joined", "left"), ("arrived", "departed"), ("entered", "left"),
    ("gained", "lost"), ("expanded", "shrank"), ("strengthened", "weakened"), ("improved", "worsened"),
    ("praised", "criticized"), ("welcomed", "condemned"), ("convicted", "acquitted"), ("survived", "died"),
    ("above", "below"), ("up", "down"), ("men", "women"), ("man", "woman"), ("boys", "girls"),
    ("boy", "girl"), ("light", "heavy"), ("strong", "weak"), ("rich", "poor"), ("possible", "impossible"),
    ("likely", "unlikely"), ("expensive", "cheap"), ("high", "low"), ("always", "never"),
    ("unanimously", "narrowly"), ("permanent", "temporary"), ("voluntary", "compulsory"),
)  # fmt: skip
SYNONYMS = (
    ("said", "stated"), ("killed", "left dead"), ("injured", "wounded"), ("talks", "negotiations"),
    ("began", "started"), ("purchased", "bought"), ("purchase", "buy"), ("announced", "made public"),
    ("attempted", "tried"), ("approximately", "about"), ("around", "about"), ("assist", "help"),
    ("assisted", "helped"), ("nearly", "almost"), ("film", "movie"), ("children", "kids"),
    ("company", "firm"), ("agreement", "deal"), ("large", "big"), ("obtained", "got"),
    ("residents", "inhabitants"), ("attack", "assault"), ("vessel", "ship"), ("automobile", "car"),
    ("earthquake", "quake"), ("physician", "doctor"), ("aircraft", "plane"), ("police officers", "policemen"),
    ("famous", "well-known"), ("currently", "now"), ("demonstrators", "protesters"),
    ("demonstration", "protest"), ("resigned", "stepped down"), ("employees", "workers"),
    ("huge", "enormous"), ("quickly", "fast"), ("difficult", "hard"), ("required", "needed"),
    ("requires", "needs"), ("created", "made"), ("discovered", "found"), ("United States", "U.S."),
    ("percent", "per cent"), ("however, ", "but "), ("took part in", "participated in"),
    ("more than", "over"), ("located", "situated"), ("permitted", "allowed"), ("constructed", "built"),
    ("entire", "whole"), ("choose", "pick"), ("wealthy", "rich"), ("ill", "sick"), ("sufficient", "enough"),
    ("numerous", "many"), ("took place", "was held"), ("near", "close to"), ("jailed", "imprisoned"),
    ("arrested", "detained"), ("fired", "dismissed"), ("blast", "explosion"), ("border", "frontier"),
    ("prior to", "before"), ("following", "after"), ("due to", "because of"), ("shut down", "closed"),
    ("passed away", "died"), ("summit", "top-level meeting"), ("visited", "paid a visit to"),
    ("quarter of", "fourth of"), ("annual", "yearly"), ("two weeks", "a fortnight"),
)  # fmt: skip
PAST = {
    "agreed": "agree", "announced": "announce", "appeared": "appear", "approved": "approve",
    "arrested": "arrest", "arrived": "arrive", "asked": "ask", "attacked": "attack", "became": "become",
    "began": "begin", "bought": "buy", "brought": "bring", "built": "build", "called": "call", "came": "come",
    "caught": "catch", "caused": "cause", "changed": "change", "charged": "charge", "closed": "close",
    "confirmed": "confirm", "crashed": "crash", "created": "create", "destroyed": "destroy", "died": "die",
    "discovered": "discover", "ended": "end", "entered": "enter", "fell": "fall", "fired": "fire",
    "found": "find", "gave": "give", "gained": "gain", "got": "get", "helped": "help", "hit": "hit",
    "included": "include", "increased": "increase", "issued": "issue", "joined": "join", "killed": "kill",
    "launched": "launch", "led": "lead", "left": "leave", "lived": "live", "lost": "lose", "made": "make",
    "met": "meet", "moved": "move", "opened": "open", "ordered": "order", "played": "play",
    "produced": "produce", "provided": "provide", "published": "publish", "reached": "reach",
    "received": "receive", "rejected": "reject", "released": "release", "reported": "report",
    "resigned": "resign", "returned": "return", "rose": "rise", "saw": "see", "sent": "send",
    "served": "serve", "shot": "shoot", "showed": "show", "signed": "sign", "sold": "sell", "spent": "spend",
    "started": "start", "stopped": "stop", "struck": "strike", "supported": "support", "told": "tell",
    "took": "take", "tried": "try", "used": "use", "visited": "visit", "wanted": "want", "went": "go",
    "won": "win", "worked": "work", "wrote": "write",
}  # fmt: skip
VAGUE = (
    "at least|at most|about|around|nearly|almost|more than|over|up to|some|approximately|fewer than|less "
    "than|roughly|under|as many "
    "as|only|or|to|and|between|no|version|route|highway|section|number|no\\.|age|aged|flight|boeing|title"
)
