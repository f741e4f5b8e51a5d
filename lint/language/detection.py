"""Which language a text is in, from its script and its commonest words.

English taken for another language silences the rules, so that a text must show several words of the other language, of different kinds,
and next to none of English. Where a script serves several languages its tag says the script alone: `und-Cyrl`.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from lint.compiled import compiled

_SAMPLE = 420
"""How many characters are looked at at a time: some sixty words."""
_SAMPLES = 4
_GLANCE = 120
"""So many characters of English say mostly that they are."""
_FEWEST_WORDS = 8
_FEWEST_LETTERS = 12
"""Of a script that is not Latin; not all such scripts part their words."""

_PLAINLY_ENGLISH = frozenset(
    """
    the and with that this from they which his you been their would about what when who said she our your its these into after could were
    it's don't
    """.split()
)
"""Words that hardly any other language has; `of`, `in`, `have`, `her`, `are` and `was` are all words elsewhere."""

_ENGLISH = """
    a about after all also am an and any are as at back be because been before being but by can could did do does down even every first
    for from get go good had has have he her here him his how i if in into is it its just like made make many may me men more most much my
    new no not now of off on one only or other our out over people said same see she should so some such than that the their them then
    there these they this those through time to too two under up us use very war was way we well were what when where which while who why
    will with work would year years you your
"""

_OTHERS = {
    "de": """
        der und das ist nicht ein eine einer einem einen dem des den mit auf für sich auch es wie wird werden sind bei oder aus nach zum
        zur noch nur über vom haben aber wir sie ich wenn dass kann durch am im war waren hat habe man mehr als so was hier immer schon
        seit diese dieser dieses keine kein seine seiner ihre ihr ihrer uns ins zu die an um weil wurde hatte vor unter zwei gegen will
    """,
    "fr": """
        le et les des est une que qui dans pour pas sur au aux avec ce cette ces il elle nous vous sont mais ou son ses leur être fait
        comme tout plus par ont était entre c'est qu'il n'est d'une la du de cela été avait elles leurs même où dont très si peut faire
        depuis deux après avant sans sous encore aussi ils n'a d'un qu'elle qu'une s'est lui je j'ai notre nos votre mes
    """,
    "es": """
        el los las una que y es por con para del se lo su sus pero más como está son ha fue ser también muy cuando entre sobre este esta
        hay sin todo ya porque desde hasta durante ni otra otro otros así demás tiempo cada contra hacia según antes después donde quien
        mientras años sino fueron había habría hace puede tiene están al unos nos esto eso ella él ellos
    """,
    "it": """
        il lo gli che è una per con del della dei delle di non sono anche come ma più nel nella alla dal questo questa ha ed al si tra suo
        sua dell'acqua essere molto quando stato un i a e in se le la dopo prima due tre fa stati stata ancora solo proprio ogni altri
        altre perché loro noi voi dove nelle negli sulla sul dai dagli agli alle lei lui ci ne detto
    """,
    "pt": """
        o os um uma que é não para com por mais dos das do na no nas nos em ao à como mas foi são ele ela seu sua também já muito quando
        pelo pela está isso a e se pelos depois antes até dois três ainda mesmo onde quem nós eles elas seus suas nossa esse essa este
        esta havia tem teria vão disse sem sobre desde outro outra hoje
    """,
    "nl": """
        het een van en niet dat zijn op te met voor er maar ook aan wordt worden naar deze dit ik je hij wij ze bij nog uit heeft hebben
        als kan door geen wat zij was om over onder tegen moet moeten zou zouden dan zich na tot hun hem haar had waren alleen veel meer
        twee drie werd toch altijd omdat wel gaat zo toen onze
    """,
    "sv": """
        och att det som en är inte på av för med den har till ett om jag han hon vi de från kan ska men eller också var när så efter vid
        detta mycket kommer skulle alla mot utan bara mer andra under hade blev sin sitt nu här där vad hur inom mellan sedan lika
    """,
    "da": """
        og at det er ikke en af til på med den har et jeg han hun vi de fra kan skal men eller også var når så efter ved blev hvad meget
        dette kun vil skulle alle mod uden mere andre under havde sin sit nu her der hvor hvordan mellem siden lige ad
    """,
    "no": """
        og å det er ikke en av til på med den har et jeg han hun vi de fra kan skal men eller også var når så etter ved ble hva mye dette
        bare vil skulle alle mot uten mer andre under hadde sin sitt nå her der hvor hvordan mellom siden like
    """,
    "fi": """
        ja on ei se että oli hän olla mutta myös ovat kun niin kuin joka sen mukaan jos tai minä sinä nyt vain ole mitä tämä jo voi jotka
        hänen tätä vielä kanssa koska siitä sitä hänellä ollut jälkeen ennen kaksi
    """,
    "pl": """
        i w nie na się z że do to jest jak o po co ale od za przez przy dla są tym być może tego jego który która też tylko już oraz
        będzie były był była bardzo które których jej ich ten ta te przed pod między lat jako gdy kiedy sobie nas dziś we bo czy więc
    """,
    "cs": """
        a v na se je že s z do to o ve jako pro by ale po si jsem jsou byl byla také které který jen při už nebo jeho podle tak bylo může
        jejich tento tato toto mezi před pod nad let když více však kteří bude budou této své
    """,
    "sk": """
        a v na sa je že s z do to o vo ako pre by ale po si som sú bol bola tiež ktoré ktorý len pri už alebo jeho podľa tak bolo môže
    """,
    "tr": """
        ve bir bu da de için ile çok daha ne o olarak gibi olan sonra kadar ama var en her mi değil ki ben oldu olduğu ya diye kendi yol
        olduğunu tarafından göre üzerinde içinde hem veya yeni iki üç önce nasıl
    """,
    "id": """
        yang dan di ini itu dengan untuk tidak dari dalam akan pada juga saya ke adalah karena ada oleh bisa telah mereka sudah atau kita
        lebih tersebut seperti
    """,
    "ro": """
        și în de la cu nu pe este să un o din care mai sunt pentru fi ca dar au fost această după prin lui cele ce până
    """,
    "hu": """
        a az és hogy nem is egy ez meg már csak de volt mint még el ha van vagy azt kell lesz pedig minden után szerint
    """,
    "vi": """
        và của là có không được cho một những các trong đã này với người để khi cũng như từ về nhưng sẽ đến
    """,
    "ca": """
        el la els les i que de un una per amb no és al del dels ser com més però són va han aquest aquesta també seva quan
    """,
    "tl": """
        ang ng sa na mga ay at ko ito si niya hindi para kung mo siya nang ako may lang ka pa naman kanyang
    """,
}
_IN_NAMES = frozenset(
    """
    a ad al alle am and au be ben bin bo ci da dan das de del della den der des di die do dos du e el en ha hat hem her here het hun i il
    im in ins ka la las le les lo long los ma man mes mo na ne ni no nos o on os san se si sin sit son ta te ten ter than tot un under van
    ver vil vom von war y ya
    """.split()
)
"""Words of other languages that stand in names and set phrases of English texts (Los Angeles, coup de grâce): they prove nothing."""

_SCRIPTS = (
    ("el", "\u0370-\u03ff\u1f00-\u1fff"),
    ("und-Cyrl", "\u0400-\u052f"),
    ("hy", "\u0531-\u058f"),
    ("he", "\u0590-\u05ff"),
    ("und-Arab", "\u0600-\u06ff\u0750-\u077f"),
    ("und-Deva", "\u0900-\u097f"),
    ("bn", "\u0980-\u09ff"),
    ("ta", "\u0b80-\u0bff"),
    ("th", "\u0e00-\u0e7f"),
    ("ka", "\u10a0-\u10ff"),
    ("ja", "\u3040-\u30ff"),
    ("ko", "\u1100-\u11ff\uac00-\ud7af"),
    ("zh", "\u3400-\u4dbf\u4e00-\u9fff"),
)
_WORD = compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def language_of(text: str) -> str | None:
    """The BCP 47 tag of a text's language (`en`, `de`, `ja`, `und-Cyrl`), None where its words are too few or do not say."""
    for start in range(0, min(len(text), _SAMPLE * _SAMPLES), _SAMPLE):
        sample = text[start : start + _SAMPLE]
        if _is_plainly_english(sample[:_GLANCE].rpartition(" ")[0]) or _is_plainly_english(sample):
            return "en"
        language = _of_script(sample) or _of_words(sample)
        if language:
            return language
    return None


def _is_plainly_english(sample: str) -> bool:
    return len(_PLAINLY_ENGLISH.intersection(sample.lower().split())) > 1


def _of_script(sample: str) -> str | None:
    """The language of most letters, None where that script is Latin or the letters are few."""
    if sample.isascii():
        return None
    letters = [character for character in sample if character.isalpha()]
    foreign = "".join(character for character in letters if character > "\u036f")
    if len(foreign) < _FEWEST_LETTERS or 2 * len(foreign) < len(letters):
        return None
    counts = {language: len(pattern.findall(foreign)) for language, pattern in _script_patterns()}
    if counts["ja"] * 10 > len(foreign):
        return "ja"
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] * 2 > len(foreign) else None


def _of_words(sample: str) -> str | None:
    words = [word.replace("’", "'") for word in _WORD.findall(sample)]
    if len(words) < _FEWEST_WORDS:
        return None
    english, others = _vocabulary()
    in_english = sum(word.lower() in english for word in words)
    votes = Counter(language for word in words for language in others.get(word, ()))
    if not votes:
        return "en" if _is_english(in_english, len(words)) else None
    language, hits = votes.most_common(1)[0]
    telling = {word for word in words if word not in english and word not in _IN_NAMES and language in others.get(word, ())}
    if len(telling) >= 3 and hits * 5 >= len(words) and hits > 3 * _only_english(words, language):
        return language
    return "en" if in_english > 2 * hits and _is_english(in_english, len(words)) else None


def _is_english(hits: int, words: int) -> bool:
    return hits >= 3 and hits * 5 >= words


def _only_english(words: list[str], language: str) -> int:
    """How many of the words are common in English and not in the other language."""
    english, others = _vocabulary()
    return sum(word.lower() in english and language not in others.get(word.lower(), ()) for word in words)


@cache
def _vocabulary() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """The commonest words of English, and those of other languages with the tags of all that have them."""
    others: dict[str, tuple[str, ...]] = {}
    for language, words in _OTHERS.items():
        for word in words.split():
            others[word] = (*others.get(word, ()), language)
    return frozenset(_ENGLISH.split()), others


@cache
def _script_patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(language, re.compile(f"[{characters}]")) for language, characters in _SCRIPTS]
