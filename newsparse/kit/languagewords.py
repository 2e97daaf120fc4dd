"""Function words by language, written down by hand: what `kit.language` tells languages of one script apart by.

Words of two languages are fine: a word counts the less the more languages have it.
"""

WORDS: dict[str, str] = {
    "en": "the of and to in is that it was for on are with as his they be at this have from or had by but not what all were "
    "when your can said there an which their will would about out up them then she many some these so her him has "
    "more who been its did into than do he we you i if my our could should after before over under between because "
    "while where how why no any says told according during against since until just also only very most other such "
    "new",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
    "dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis "
    "mehr durch man dann sein soll schon wenn kann gegen vom können unter wir ihr ihre seine seiner ich wurde wurden "
    "seit ihm uns keine kein zwischen ohne weil sei habe beim sagte jetzt sehr heute gestern diese dieser dieses wer "
    "immer wieder selbst sagt erklärte teilte laut",
    "fr": "avait avaient y le la les des du de et à en un une que qui dans pour pas sur ce il elle ne se plus par au aux "
    "avec est sont son sa ses mais ou où nous vous ils elles leur leurs été être avoir cette ces comme tout tous deux "
    "fait même aussi sans entre après avant selon était ont dit lors chez dont très peu bien encore depuis contre "
    "sous vers donc si quand je tu on moi lui cet toute toutes ans mardi lundi l’ d’ s’ n’ qu’ c’ j’ m’ déclaré "
    "annoncé affirme indiqué dénoncé expliqué dit-il assure",
    "es": "el la los las de del y en que un una por con para se no su sus lo le les al es más pero como ha han fue son está "
    "están este esta estos estas ese esa entre cuando muy sin sobre también hasta hay donde quien desde todo todos "
    "nos durante uno ni contra otros ante ellos e esto mí antes algunos qué unos yo otro otra él tanto mucho según "
    "tras tiene ser era ya dos años porque si sólo solo puede había sido ayer hoy cada siempre nada mi te me así día "
    "va dijo afirmó aseguró anunció señaló explicó declaró informó",
    "it": "ho hai abbiamo il lo la i gli le di del della dei delle degli dello e in nel nella nei nelle un una uno che per "
    "con su sul sulla non si è sono ha hanno ma come anche da dal dalla dai al alla ai alle più questo questa questi "
    "queste suo sua suoi loro ci se ad ed o tra fra dopo prima essere stato stata era anni due tutti tutto molto dove "
    "quando chi già quanto senza sotto mentre perché ancora solo secondo c’ dell’ nell’ all’ dall’ sull’ un’ l’ d’ "
    "po’ detto spiega dichiarato annunciato afferma io noi lei lui ne mio oggi ieri ogni così fino",
    "pt": "o a os as de do da dos das e em no na nos nas um uma que por para com se não seu sua seus suas ao à aos às é são "
    "foi mais mas como pelo pela pelos pelas também ele ela eles elas isso este esta esse essa entre quando muito sem "
    "sobre até há já está estão ser ter tem foram depois antes onde quem desde anos dois segundo ou nem ainda só nós "
    "você eu meu minha lhe num numa dia ontem hoje era vai vão pode disse cada tudo todos porque após contra durante "
    "afirmou informou anunciou alertou explicou",
    "nl": "de het een en van in is dat op te zijn met voor niet die er aan om ook als maar dan nog bij of door ze hij naar "
    "wordt werd was uit over zij wel tot worden heeft hebben kan meer geen tegen na al moet veel zich deze dit zo nu "
    "toen haar hun mijn wat waar wie we ik je onder tussen zonder volgens omdat alleen twee jaar zou zouden had "
    "hadden kunnen daar hier gaan gaat ons onze want weer toch nooit altijd zei zegt woensdag dinsdag maandag ’s wij "
    "jullie u elke aldus meldt stelt vertelt vertelde",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan man när år "
    "under efter också nu hon där eller vid mot ska skulle kommer mycket alla andra ut då blir upp hur mer mellan ha "
    "vara varit över sedan bara utan finns än detta dessa denna deras hans hennes sin sitt sina två ingen något någon "
    "vad vem dag enligt säger sade samt både måste får fick blev innan hade oss er inom åt igen berättar menar "
    "skriver uppgav började frågade",
    "da": "og i at det som en på er af for med til den har de ikke om et han men var jeg sig fra vi så kan man når år under "
    "efter også nu hun der eller ved mod skal skulle kommer meget alle andre ud da bliver op hvor mere mellem have "
    "være været over siden kun uden end dette disse denne deres hans hendes sin sit sine to ingen noget nogen hvad "
    "hvem dag ifølge siger sagde samt både må får fik blev inden havde os jer hos igen blevet nogle hver gik går gør "
    "kunne mig dig ham hende fortæller oplyser mener skriver viser begyndte spurgte råbte løb mor far oplyste",
    "no": "og i at det som en på er av for med til den har de ikke om et han men var jeg seg fra vi så kan man når år under "
    "etter også nå hun der eller ved mot skal skulle kommer mye alle andre ut da blir opp hvor mer mellom ha være "
    "vært over siden bare uten enn dette disse denne deres hans hennes sin sitt sine to ingen noe noen hva hvem dag "
    "ifølge sier sa samt både må får fikk ble før hadde oss dere hos igjen blitt etterpå hver gikk går gjør kunne meg "
    "deg ham henne å ei altfor flere forteller opplyser mener skriver melder viser begynte spurte ropte løp mamma "
    "pappa",
    "pl": "w i na z się nie to że do jest o jak po co ale za od przez dla przy być oraz ma tym już tego tak czy te tylko "
    "jego jej są był była było były będzie może które który która których jako pod też nad bez ich tej ten ta go mnie "
    "jeszcze kiedy gdy także ze we u a więc bardzo lub niż podczas między przed według temu mu nas im dwa lat roku "
    "został została zostały można jednak gdzie kto ani sobie teraz wszystko dzisiaj wczoraj ku iż powiedział "
    "powiedziała poinformował mówi twierdzi dodał",
    "tr": "ve bir bu da de için ile çok olarak daha olan gibi sonra kadar ne ama en var o ki ya değil her şey mi mı mu mü "
    "dedi göre oldu olduğunu olduğu iki yıl ise ancak önce bile biz ben sen onlar onun bunun tarafından üzerinde "
    "arasında şu hem veya diye yok kendi bütün tüm yeni büyük eden etti ediyor edildi yapılan olacak olması nasıl "
    "neden kim nerede hiç böyle şöyle gün türkiye bunu ona bana",
    "ca": "el la els les de del i a en que un una per amb no es al ha més com són aquest aquesta dels pel seu seva però "
    "també entre molt quan ens fins segons és va han sobre sense després anys ja on qui tot tots hi ho així perquè l’ "
    "d’ dit",
    "cs": "a v se na je že s z do o i to za ve k ale po jako by si jsou jeho pro podle bylo byl byla jsem aby od které "
    "který která už nebo ani jen při své tak také však více byly bude ještě mezi před pod bez když kde kdo proti ze "
    "ke dnes",
    "sk": "a v sa na je že s z do o aj to za vo k ale po ako by si sú jeho pre podľa bolo bol bola som aby od ktoré ktorý "
    "ktorá už alebo ani len pri svoje tak tiež však viac boli bude ešte medzi pred pod bez keď kde kto proti zo dnes",
    "fi": "ja on ei että se oli hän ovat mutta kun myös jos niin kuin sen joka tai vain ole ollut mukaan tämä jo nyt hänen "
    "olisi vielä voi sitä mitä kanssa kaikki ennen jälkeen sanoo sanoi siitä sekä eivät jotka josta tämän",
    "ro": "și în de la a cu pe nu un o că care este sunt din pentru mai au fost ce se dar prin după sau fi când ale lui ei "
    "sa fără între către până acest această acestea cei cele foarte doar spus potrivit",
    "hu": "az és hogy nem is egy meg volt ez de van csak már még mint ki ha azt lesz el szerint aki után között majd pedig "
    "kell vagy ezt mert minden itt ott mondta",
    "id": "yang dan di dari untuk dengan ini itu pada tidak dalam akan ke oleh adalah juga kata mereka ada bahwa dia kami "
    "telah bisa sebagai lebih atau saat karena sudah para tersebut menjadi",
    "vi": "và của là có không trong được cho một với các đã những người này đến khi về từ cũng như ở ra tại theo ông",
    "ru": "и в не на что с по как а его это он она они но из у за от к о так для же было был была были быть бы до мы вы я "
    "ее её их все если или когда уже только еще ещё при во со том также после того этого который которые которая "
    "между под без через чтобы может тем чем будет этом лет года году где кто нет об сказал заявил",
    "uk": "і в не на що з до як а його це він вона вони але із у за від та для же було був була були бути б ми ви я її їх "
    "всі якщо або коли вже тільки ще при й також після того який які яка між під без через щоб може тим буде років "
    "року де хто немає про",
    "bg": "и в не на че с за от се да са по като той тя те но из до а е си ще при това след който която които бе беше между "
    "под без през може има няма къде кой във със му ги им още само",
    "sr": "и у је да се на за од са не су као али који која које би што или из до по он она они када већ само још после пре "
    "између због његов било био била може",
    "ar": "في من على إلى أن عن مع هذا هذه التي الذي لا ما كان كانت قد لم بعد قبل بين ذلك تم كل كما أو إن قال هو هي حتى خلال "
    "منذ عند لكن",
    "fa": "در به از که این را با است برای آن یک تا بر هم می شد خود شده بود اما یا هر ما او ها های کرد گفت نیز",
    "ur": "کے میں کی ہے سے اور کو کا نے پر یہ کہ ہیں بھی تھا ایک اس نہیں گیا کر وہ کہا لیے تو ان",
}  # fmt: skip

LETTERS: dict[str, str] = {
    "de": "ßäöü",
    "fr": "çœèêëàâîïôûù",
    "es": "ñ¿¡áíóú",
    "pt": "ãõçáâêóú",
    "it": "àèìòù",
    "sv": "åäö",
    "da": "æøå",
    "no": "æøå",
    "pl": "ąęłśżźćń",
    "tr": "ğışçöü",
    "ca": "çàèòï·",
    "cs": "ěřůščžýť",
    "sk": "ľĺŕôščžýť",
    "fi": "äö",
    "ro": "șțăâî",
    "hu": "őű",
    "vi": "đơưạảấầậếềệọốộớợủứựỳ",
    "ru": "ыэё",
    "uk": "іїєґ",
    "bg": "ъ",
    "sr": "јљњћђџ",
    "fa": "پچژگکی",
    "ur": "ٹڈڑںےہھ",
}
"""Letters that a language has and most others of its script have not."""

ENDINGS: dict[str, str] = {
    "en": "ing tion ed ly",
    "de": "ung ungen keit lich ischen schaft heit",
    "fr": "eux euse ement tion ité aient eur",
    "es": "ción ciones mente ado ados idad ió aron ieron aba",
    "it": "zione zioni mente ato ità etto aggio erà arono ura uto",
    "pt": "ção ções mente ado idade eiro eira",
    "nl": "ing heid lijk aar tje isch eren ij",
    "sv": "ning ningen arna erna het tion ade are",
    "da": "hed heden heder tion else ede erne ning eren",
    "no": "het heten heter sjon sjonen else ene ning eren ien kte",
    "pl": "ość owa owy ego ach ych ie ów",
    "tr": "lar ler nin nın dan den yor acak ecek mak mek dir dır lik lık",
    "fi": "ssa ssä sta stä lla llä nen ksi",
    "hu": "ban ben nak nek ság ség",
}
"""Word endings that are frequent in a language; worth less than a word."""

PARTS: dict[str, str] = {
    "en": "wh th ght ck sh ow oo ea aw",
    "de": "sch ei ich cht tz pf au äu ier stl",
    "fr": "eau oux eux oi qu ou ui aî ai",
    "es": "ll ue ie cu rr que",
    "it": "gli gn zz tt ll cch gg zi cci sci ia io",
    "pt": "lh nh ão ções õe ou ei ss qu",
    "nl": "ij oe aa ee oo uu sch eu ui ie cht gg vr dt",
    "sv": "ck sj kj tj ll ss tt nn skr för änd",
    "da": "æ gt dt ds ej øj hv lig ddr nd eder øb",
    "no": "kj sj skj øy ei kk tt pp bb gj hv lig nn ygg eter øe øk fylke",
    "pl": "cz sz rz dz ch ie zy wy wi ow ni",
    "tr": "ğı lı rı ış aş ük ıl yo eş iy",
    "fi": "aa ii uu ää kk tt ll yy oi ai uo ie",
    "hu": "gy ny sz cs zs ly ó",
    "cs": "ou ov ní ch",
    "id": "ng ny kan ber men mem per",
}
"""Letter groups that are frequent in a language; worth the least."""

HOME: dict[str, str] = {"ar": "\u0600-\u06ff", "ru": "\u0400-\u04ff"}
"""The language to expect of a script unless words and letters speak for another: its letters, as a range."""
