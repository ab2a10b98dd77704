"""What a rep and a manager say in several languages: each a rep's turn and the two stretches of the manager's answer."""

from typing import Final

Exchange = tuple[str, str, str]

ENGLISH: Final[tuple[Exchange, ...]] = (
    (
        "Morning. To be honest, I am tired of the whole thing.",
        "What is the hardest part of it for you?",
        "You should call the buyer today.",
    ),
    ("The pricing desk takes three days, and nobody tells me why.", "It sounds like you wait for others a lot.", "What could you try?"),
    ("I could ask Lena to look at my figures with me.", "You need to do that before the end of the week.", "Have you told her about it?"),
    (
        "Fine, I will call her tomorrow and ask her for an hour.",
        "So you will call Lena, and then we talk again.",
        "When shall we look at it?",
    ),
)
GERMAN: Final[tuple[Exchange, ...]] = (
    (
        "Morgen. Ehrlich gesagt bin ich das alles ziemlich leid.",
        "Was ist für dich das Schwierigste daran?",
        "Du solltest heute den Einkauf anrufen.",
    ),
    ("Die Preise dauern drei Tage, und mir sagt keiner warum.", "Das klingt, als ob du viel auf andere wartest.", "Was könntest du tun?"),
    (
        "Ich könnte Lena bitten, mit mir auf die Zahlen zu sehen.",
        "Das musst du noch in dieser Woche machen.",
        "Hast du es ihr schon gesagt?",
    ),
    (
        "Gut, ich rufe sie morgen an und bitte sie um eine Stunde.",
        "Du rufst also Lena an, und dann reden wir.",
        "Wann sehen wir uns das an?",
    ),
)
SPANISH: Final[tuple[Exchange, ...]] = (
    (
        "Buenos días. La verdad es que estoy cansado de todo esto.",
        "¿Qué es lo más difícil para ti?",
        "Deberías llamar hoy al comprador, es lo mejor.",
    ),
    ("Los precios tardan tres días y nadie me dice por qué.", "Parece que esperas mucho a los demás.", "¿Qué podrías hacer tú con eso?"),
    ("Puedo pedir a Lena que mire los números conmigo.", "Tienes que hacerlo antes de que acabe la semana.", "¿Ya se lo has dicho a ella?"),
    ("Bien, la llamo mañana y le pido una hora.", "Entonces llamas a Lena y luego hablamos de ello.", "¿Cuándo lo vemos los dos?"),
)
FRENCH: Final[tuple[Exchange, ...]] = (
    (
        "Bonjour. Pour être honnête, je suis fatigué de tout ça.",
        "Qu'est-ce qui est le plus dur pour toi ?",
        "Tu devrais appeler l'acheteur dès aujourd'hui.",
    ),
    (
        "Les prix prennent trois jours et on ne me dit pas pourquoi.",
        "On dirait que tu attends beaucoup les autres.",
        "Que peux-tu faire avec ça ?",
    ),
    (
        "Je peux demander à Lena de regarder les chiffres avec moi.",
        "Il faut le faire avant la fin de la semaine.",
        "Est-ce que tu lui as dit ?",
    ),
    (
        "Bon, je l'appelle demain et je lui demande une heure.",
        "Donc tu appelles Lena et après on en parle.",
        "Quand est-ce qu'on se voit pour ça ?",
    ),
)
ITALIAN: Final[tuple[Exchange, ...]] = (
    (
        "Buongiorno. A dire il vero sono stanco di tutto questo.",
        "Qual è la cosa più difficile per te?",
        "Devi chiamare il cliente oggi, è la cosa migliore.",
    ),
    ("I prezzi arrivano dopo tre giorni e nessuno mi dice perché.", "Mi sembra che tu aspetti molto gli altri.", "Che cosa puoi fare tu?"),
)
PORTUGUESE: Final[tuple[Exchange, ...]] = (
    (
        "Bom dia. Para dizer a verdade estou cansado de tudo isto.",
        "O que é o mais difícil para você?",
        "Você deve ligar hoje para o cliente.",
    ),
    ("Os preços demoram três dias e ninguém me diz por quê.", "Parece que você espera muito pelos outros.", "O que é que você pode fazer?"),
)
DUTCH: Final[tuple[Exchange, ...]] = (
    (
        "Goedemorgen. Eerlijk gezegd ben ik het allemaal een beetje moe.",
        "Wat is voor jou het moeilijkste?",
        "Je moet de klant vandaag nog bellen.",
    ),
    (
        "De prijzen duren drie dagen en niemand zegt mij waarom.",
        "Het klinkt alsof je veel op anderen moet wachten.",
        "Wat zou je zelf kunnen doen?",
    ),
)
POLISH: Final[tuple[Exchange, ...]] = (
    (
        "Dzień dobry. Szczerze mówiąc, jestem tym wszystkim zmęczony.",
        "Co jest dla ciebie w tym najtrudniejsze?",
        "Musisz dzisiaj zadzwonić do klienta, bo czeka.",
    ),
    ("Ceny trwają trzy dni i nikt mi nie mówi dlaczego.", "Wygląda na to, że dużo czekasz na innych.", "Co możesz z tym zrobić?"),
)
SWEDISH: Final[tuple[Exchange, ...]] = (
    ("God morgon. Ärligt talat är jag trött på det här.", "Vad är det svåraste för dig?", "Du måste ringa till kunden i dag."),
    ("Priserna tar tre dagar och ingen säger varför.", "Det låter som att du väntar mycket på andra.", "Vad kan du göra åt det?"),
)
DANISH: Final[tuple[Exchange, ...]] = (
    ("Godmorgen. Helt ærligt er jeg træt af det hele.", "Hvad er det sværeste for dig?", "Du skal ringe til kunden i dag."),
    ("Priserne tager tre dage, og ingen siger hvorfor.", "Det lyder som om du venter meget på andre.", "Hvad kan du gøre ved det?"),
)
TURKISH: Final[tuple[Exchange, ...]] = (
    (
        "Günaydın. Açıkçası bütün bunlardan çok yoruldum.",
        "Senin için en zor olan ne?",
        "Bugün müşteriyi aramak için bir zaman bul, bu çok iyi olur.",
    ),
    (
        "Fiyatlar üç gün sürüyor ve kimse bana neden demiyor.",
        "Sen başka insanları çok bekliyorsun gibi.",
        "Sence bunun için ne yapmak iyi olur?",
    ),
)
FINNISH: Final[tuple[Exchange, ...]] = (
    (
        "Huomenta. Rehellisesti sanottuna olen todella väsynyt koko juttuun enkä oikein jaksa enää tällaista menoa.",
        "Mikä sinulle tuntuu tässä kaikkein vaikeimmalta juuri nyt, kun hinnat viipyvät kolme päivää eikä kukaan kerro miksi?",
        "Sinun pitäisi soittaa ostajalle heti tänään iltapäivällä ja kertoa hänelle suoraan, että tarjous myöhästyy vielä hetken.",
    ),
)
RUSSIAN: Final[tuple[Exchange, ...]] = (
    ("Доброе утро. Честно говоря, я устал.", "Что для тебя самое трудное?", "Тебе надо позвонить клиенту."),
)
JAPANESE: Final[tuple[Exchange, ...]] = (
    ("おはようございます。正直、疲れました。", "一番大変なのは何ですか？", "今日お客様に電話してください。"),
)

READ: Final = {"en": ENGLISH, "de": GERMAN}
UNREAD: Final = {
    "es": SPANISH, "fr": FRENCH, "it": ITALIAN, "pt": PORTUGUESE, "nl": DUTCH, "pl": POLISH, "sv": SWEDISH, "da": DANISH, "tr": TURKISH,
    "fi": FINNISH, "ru": RUSSIAN, "ja": JAPANESE,
}  # fmt: skip
