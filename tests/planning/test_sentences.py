"""Where sentences end, language by language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.planning.sentences import LONGEST_WHOLE, sentences

SENTENCES = [
    ("fr", ["M. Dupont est venu à St. Omer.", "Il repart."]),
    ("fr", ["M. et Mme. Martin, le Dr. Noir et J. Blanc sont là.", "Ils attendent."]),
    ("fr", ["« Où vas-tu ? » demande-t-il.", "« À Lille ! »", "Il part."]),
    ("fr", ["Il a dit : « Je viens. J’arrive. »", "Puis il partit."]),
    ("fr", ["La guerre (elle dure. Elle use.) continue.", "Fin."]),
    ("fr", ["En 52 av. J.-C., César arrive.", "Il gagne."]),
    ("fr", ["Il mesure 5,5 m.", "Il pèse 1.250 kg.", "Voir p. 12.", "Fin."]),
    ("fr", ["Samedi 2.", "Les Britanniques sont à Lens."]),
    ("fr", ["Il hésite… puis parle…", "Enfin, il se tait."]),
    ("fr", ["Quoi\u202f?!", "Oui, etc.", "Mais non."]),
    ("fr", ["Le n. 4, art. 5, cf. Martin.", "Voilà."]),
    ("fr", ["Un tapis du XVIIe s. ; une horloge.", "Il y a 14 164 hab. (2019).", "Fin."]),
    ("fr", ["La 12. SS-Panzerdivision, le Col. Rémy et Ch. Péguy.", "Le col."]),
    ("en", ["It cost £3 4s. 6d. in 1940.", "Fin."]),
    ("en", ["Messrs. Brown, est. 1850, open Mon. 4 May.", "Est."]),
    ("es", ["Murió en el 44 a. de C.", "Julio no."]),
    ("es", ["Murió en el 44 a. C.", "Julio no.", "Nació en 63 a. C., en Roma."]),
    ("it", ["Il 5 sett. 1944, col. Verdi, mod. 91.", "Fine."]),
    ("nl", ["Mgr. Jansen, jhr. Van Dam en mr. De Vries.", "Op 5 okt. 1944.", "Einde."]),
    ("de", ["Oberstlt. Weber kam.", "Er ging."]),
    ("pt", ["No séc. I e no séc. XVI, D. João III.", "O Sr. Silva e a Dra. Dias.", "Fim."]),
    ("pt", ["Reinou D. Maria I.", "No séc. V.", "O Dr.ª Ana, o Pe. António e o Cor. Luz na R. Augusta.", "Fim."]),
    (
        "pt",
        [
            "Eram dez.",
            "Foi ao mar.",
            "Gosta da cor.",
            "A 5 set. 1944, na Av. Roma, n.º 5, art. 5.º.",
            "É o art.",
            "Fim.",
        ],
    ),
    ("pt", ["Nasceu em 44 a. C.", "Viveu nos E.U.A.", "S. João e N.ª Sr.ª da Luz, p. ex. Lisboa, inv. 12.", "Fim."]),
    ("fr", ["Il aime l’art.", "Le vol.", "Voir art. 5 et vol. 2.", "Fin du col."]),
    ("en", ["She said no.", "He wrote No. 5.", "It ended in March."]),
    ("en", ["At 10.44 p.m. he left.", "Mr. Smith and Dr. Jones stayed."]),
    ("en", ["The U.S. Army came.", "World War I.", "It was over."]),
    ("en", ["“Go! Now!” she said.", "“Why?”", "He went."]),
    ("en", ["He met J. R. Smith (b. 1900) in St. Omer.", "They spoke."]),
    ("en", ["It cost 3.50 dollars, e.g. a meal.", "Cheap."]),
    ("de", ["Am 5. September kam Dr. Müller.", "Er blieb."]),
    ("de", ["»Hallo. Du«, sagte er.", "»Ja!«", "Er ging z. B. weg."]),
    ("de", ["Die 12. Division kam 1944.", "Sie ging."]),
    ("de", ["Von Hrn. Schmidt und Fam. Meier.", "Am 1./2. September.", "König Ludwig II. (1845–1886) baute."]),
    ("pl", ["Tu mieszkał p. Nowak, marsz. Piłsudski i rtm. Pilecki.", "Zob. kat. 12."]),
    ("en", ["Lt-Col. Smith, b. 1900, d. 1944.", "Tel. +44 20."]),
    ("fr", ["Vase, v. 1700 ou c. 1520, cal. 9.", "Fin."]),
    ("nl", ["Dhr. Jansen kwam op 5 sept.", "Hij bleef o.a. hier."]),
    ("pl", ["W 1944 r. Polacy przyszli.", "Gen. Maczek i św. Jan."]),
    (
        "pl",
        [
            "Było to w 1944 r.",
            "Potem przyszli.",
            "Kościół z XVI w.",
            "W mieście był spokój.",
            "W 44 r. p.n.e.",
            "To był Rzym.",
        ],
    ),
    ("pl", ["W 1798 r. A. Mickiewicz się urodził.", "W XVI w. Kraków rósł."]),
    ("it", ["Il sig. Rossi arrivò.", "Nel 50 a.C.", "Cesare partì."]),
    ("es", ["El Sr. García llegó.", "¿Por qué?", "No se sabe."]),
    ("fr", ["Vase, inv. 1987.3.12, haut. 45 cm ; l. 30 cm.", "Voir t. II, chap. IV.", "Fin."]),
    ("en", ["She said no.", "I left.", "See vol. II and fig. IV.", "Then op. 5."]),
    (
        "de",
        ["Es kamen 1,5 Mio. Menschen.", "Der II. Weltkrieg begann.", "J. W. v. Goethe und Friedrich II.", "Er ging."],
    ),
    ("nl", ["In 3000 v. Chr.", "Daarna hfst. IV.", "Einde."]),
    ("it", ["Un quadro del sec. XVI.", "Poi il vol. III, inv. 12.", "Fine."]),
    ("es", ["Vivió en EE. UU. hasta el s. XIX.", "Un retrato de SS. MM. los Reyes.", "Fin."]),
    ("pl", ["Rozdz. IV.", "Potem ryc. 5."]),
    ("ar", ["ذهب الرجل.", "عاد الولد؟", "نعم."]),
    ("zh", ["你好。", "再见！"]),
    ("ca", ["Un.", "Dos!", "Tres?", "Quatre."]),
]
"""Sentences that make up a text when joined by blanks (Chinese by nothing)."""


def split(text: str, language: str) -> list[str]:
    """Return the sentences themselves."""
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(("language", "expected"), SENTENCES)
def test_sentences(language: str, expected: list[str]) -> None:
    """Abbreviations, quotes, figures and other scripts end where a reader would end them."""
    assert expected == split(("" if language == "zh" else " ").join(expected), language)


def test_a_long_quotation_is_cut() -> None:
    """Beyond a limit a quotation is voiced sentence by sentence, and keeps its marks."""
    sentence = "Je viens demain matin. "
    text = f"« {sentence * (LONGEST_WHOLE // len(sentence) + 2)}»"
    assert len(split(text, "fr")) > 5


@given(st.text('aA. !?…«»()“”"1\u00a0,', max_size=60), st.sampled_from(["fr", "en", "de", "zh"]))
def test_nothing_is_lost(text: str, language: str) -> None:
    """The sentences are the text in order, without the blanks between them."""
    assert "".join("".join(split(text, language)).split()) == "".join(text.split())


@pytest.mark.slow
def test_long_texts_come_to_an_end() -> None:
    """Forty thousand sentences and quotations are found."""
    assert len(sentences("« Oui. » Il part. " * 20_000, "fr")) == 40_000
