"""Month names, halves of the day and zones with one certain offset: the tables of `kit.dates`."""

_MONTH_WORDS = """
january jan januar janvier janv enero ene gennaio gen janeiro januari leden ledna styczeń stycznia sty января янв ocak oca tammikuu
tammikuuta tammi
ianuarie január januára sausio ιανουαρίου ιανουάριος ιαν januarie yanvar janúar gener xaneiro jaanuar janvāris janvāra
januarja siječnja siječanj січня січень януари يناير जनवरी জানুয়ারি ינואר בינואר
јануар јануари جنوری ژانویه جانفي जानेवारी ஜனவரி జనవరి มกราคม հունվարի იანვარი ian janvārī

february feb februar février févr fév febrero febbraio fevereiro fev februari únor února luty lutego lut февраля фев şubat şub
helmikuu helmikuuta helmi
februarie február februára vasario φεβρουαρίου φεβρουάριος φεβ fevral febrúar febrer febreiro veebruar februāris februāra
februarja veljače veljača лютого лютий февруари pebrero فبراير شباط फरवरी ফেব্রুয়ারি פברואר בפברואר
فيفري فروری فوریه фебруар फेब्रुवारी பிப்ரவரி ఫిబ్రవరి กุมภาพันธ์ փետրվարի თებერვალი febr februārī

march mar märz mär mrz maerz mars marzo março maart mrt marts březen března marzec marca марта мар mart maaliskuu maaliskuuta maalis
martie március kovo μαρτίου μάρτιος μαρ març maret märts marta ožujka ožujak березня березень machi marso مارس آذار मार्च
মার্চ מרץ במרץ mac
marec март مارچ மார்ச் మార్చి มีนาคม մարտի მარტი márc martā

april apr avril avr abril abr aprile avril duben dubna kwiecień kwietnia kwi апреля апр nisan nis huhtikuu huhtikuuta huhti
aprilie április apríla balandžio απριλίου απρίλιος απρ aprel apríl aprill aprīlis aprīļa aprila travnja travanj квітня квітень
април aprili أبريل ابريل إبريل نيسان अप्रैल এপ্রিল אפריל באפריל
апрель أفريل اپریل آوریل एप्रिल ஏப்ரல் ఏప్రిల్ เมษายน ապրիլի აპრილი ápr aprīlī

may mai mayo maggio mag maio mei maj květen května мая mayıs toukokuu toukokuuta touko
május mája gegužės μαΐου μαΐος μαϊ maí maig maijs maija svibnja svibanj maja травня травень май مايو أيار ايار मई মে מאי במאי
máj мај ماي مئی मे மே మే พฤษภาคม մայիսի მაისი maijā μάι

june jun juni juin junio giugno giu junho červen června czerwiec czerwca cze июня июн haziran haz kesäkuu kesäkuuta kesä
iunie június júna birželio ιουνίου ιούνιος ιουν iyun júní juny xuño juuni jūnijs jūnija junija lipnja lipanj червня червень
юни junie hunyo يونيو حزيران जून জুন יוני ביוני
јун јуни جوان جون ژوئن ஜூன் జూన్ มิถุนายน հունիսի ივნისი iun jún jūnijā ιούν

july jul juli juillet juil julio luglio lug julho červenec července lipiec lipca lip июля июл temmuz tem heinäkuu heinäkuuta heinä
iulie július júla liepos ιουλίου ιούλιος ιουλ iyul júlí juliol xullo juuli jūlijs jūlija julija srpnja srpanj липня липень юли
julie julai hulyo يوليو تموز जुलाई জুলাই יולי ביולי
јул јули جويلية جولائی ژوئیه जुलै ஜூலை జూలై กรกฎาคม հուլիսի ივლისი iul júl jūlijā ιούλ

august aug août agosto ago augustus augusti srpen srpna sierpień sierpnia sie августа авг ağustos ağu elokuu elokuuta elo
augusztus augusta rugpjūčio αυγούστου αύγουστος αυγ avqust ágúst agost agustus augusts avgust avgusta kolovoza kolovoz серпня
серпень ogos agosti أغسطس اغسطس آب अगस्त আগস্ট אוגוסט באוגוסט
август أوت اگست اوت ऑगस्ट ஆகஸ்ட் ఆగస్టు สิงหาคม օգոստոսի აგვისტო augustā αύγ

september sept sep septembre septiembre settembre set setembro září wrzesień września wrz сентября сен eylül eyl syyskuu
syyskuuta syys
septembrie szeptember septembra rugsėjo σεπτεμβρίου σεπτέμβριος σεπ sentyabr setembre septembris septembar rujna rujan вересня
вересень септември septemba setyembre سبتمبر أيلول ايلول सितंबर सितम्बर সেপ্টেম্বর ספטמבר בספטמבר
септембар سپتامبر ستمبر सप्टेंबर செப்டம்பர் సెప్టెంబర్ กันยายน սեպտեմբերի სექტემბერი szept septembrī

october oct oktober okt octobre octubre ottobre ott outubro out říjen října październik października paź октября окт ekim eki
lokakuu lokakuuta loka
octombrie október októbra spalio οκτωβρίου οκτώβριος οκτ oktyabr oktoober oktobris oktobra oktobar жовтня жовтень октомври
oktoba oktubre أكتوبر اكتوبر अक्टूबर অক্টোবর אוקטובר באוקטובר
октобар اکتوبر اکتبر ऑक्टोबर அக்டோபர் అక్టోబర్ ตุลาคม հոկտեմբերի ოქტომბერი oktobrī

november nov novembre noviembre novembro listopad listopadu listopada lis ноября ноя kasım kas marraskuu marraskuuta marras
noiembrie novembra lapkričio νοεμβρίου νοέμβριος νοε noyabr nóvember novembris novembar studenoga studenog studeni листопада
листопад ноември novemba nobyembre نوفمبر नवंबर नवम्बर নভেম্বর נובמבר בנובמבר
новембар نومبر نوامبر नोव्हेंबर நவம்பர் నవంబర్ พฤศจิกายน նոյեմբերի ნოემბერი noi novembrī

december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des prosinec prosince grudzień grudnia gru декабря
дек aralık ara joulukuu joulukuuta joulu
decembrie decembra gruodžio δεκεμβρίου δεκέμβριος δεκ dekabr desembre decembro detsember decembris decembar prosinca грудня
грудень декември disember desemba disyembre ديسمبر दिसंबर दिसम्बर ডিসেম্বর דצמבר בדצמבר
децембар دسمبر دسامبر डिसेंबर டிசம்பர் డిసెంబర్ ธันวาคม դեկտեմբերի დეკემბერი decembrī
"""

_THAI = ("ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย", "ก.ค", "ส.ค", "ก.ย", "ต.ค", "พ.ย", "ธ.ค")

MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS.strip().split("\n\n"), 1) for word in words.split()} | {
    **{word: number for number, word in enumerate(_THAI, 1)},
    "jänner": 1,
    "jän": 1,
    "feber": 2,
}  # Austria
"""Lower-case month names and abbreviations of some fifty languages; none of them means two months."""

PERSIAN_MONTHS = {
    word: number % 12 + 1
    for number, word in enumerate(
        """
        فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
        حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت
        """.split()  # noqa: SIM905  a table reads better than 24 lines
    )
}
"""The months of the solar calendar of Iran, and their names in Afghanistan."""

AM_PM = {"am": 0, "pm": 12, "a": 0, "p": 12, "ص": 0, "م": 12, "πμ": 0, "μμ": 12, "এএম": 0, "পিএম": 12}
"""Halves of the day that stand behind a time, without full stops and blanks."""
HALVES = {
    "午前": 0, "上午": 0, "오전": 0, "凌晨": 0, "清晨": 0, "早上": 0, "午後": 12, "下午": 12, "오후": 12, "晚上": 12, "傍晚": 12, "晚间": 12,
}  # fmt: skip
"""Halves of the day that stand before it."""
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The year before the first of each era that East Asia counts by."""

ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "EET": 120,
    "EEST": 180, "MSK": 180, "SAST": 120, "JST": 540, "KST": 540, "HKT": 480, "SGT": 480, "AWST": 480, "AEST": 600, "AEDT": 660,
    "NZST": 720, "NZDT": 780, "МСК": 180, "WIB": 420, "WITA": 480, "PKT": 300, "NPT": 345, "TRT": 180, "PHT": 480, "MYT": 480, "BRT": -180, "EDT": -240, "CDT": -300, "MDT": -360, "PDT": -420, "EST": -300, "MST": -420, "PST": -480,
}  # fmt: skip
"""Minutes east of UTC. IST, CST and AST are left out: each means several."""
