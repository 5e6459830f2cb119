"""Portuguese: kings, queens, saints and ladies, and the nouns that numbers and ranks agree with."""

from __future__ import annotations

from guide.planning.normalise.rules import either

RULERS = (
    *("João", "Pedro", "Afonso", "Sancho", "Dinis", "Fernando", "Duarte", "Manuel", "Sebastião", "Henrique", "Filipe"),
    *("José", "Miguel", "Luís", "Carlos", "Pio", "Paulo", "João Paulo", "Leão", "Bento", "Clemente", "Gregório"),
    *("Inocêncio", "Júlio", "Sisto", "Urbano", "Alexandre", "Nicolau", "Napoleão", "Francisco", "Guilherme", "Jorge"),
    *("Eduardo", "Ricardo", "Frederico", "Leopoldo", "Alberto", "Maximiliano", "Ramsés", "Ptolemeu", "Vítor Emanuel"),
    *("Otão", "Humberto", "Amadeu", "Ramiro", "Ordonho", "Bonifácio", "Eugénio", "Martinho", "Adriano", "Calisto"),
    *("Jaime", "Balduíno", "Gustavo", "Cristiano", "Rodolfo", "Constantino", "Amenófis", "Tutmés", "Seti", "Dario"),
    *("Xerxes", "Artaxerxes", "Antíoco", "Seleuco", "Ivan", "Mehmed", "Murad", "Hassan", "Abd-ar-Rahman", "Garcia"),
    *("Philippe", "Felipe", "Alfonso", "Charles", "Harald", "Haroldo", "Teodósio", "Valentiniano", "Vaticano"),
)
QUEENS = (
    *("Maria", "Isabel", "Catarina", "Cristina", "Joana", "Margarida", "Vitória", "Cleópatra", "Elizabeth", "Urraca"),
    *("Berenice", "Arsínoe", "Branca", "Leonor", "Teresa", "Ana", "Beatriz", "Carlota", "Guilhermina", "Juliana"),
)
"""Names after which a Roman numeral is a rank; `Concílio Vaticano II` is ranked like a pope."""

MEN_IN_A = frozenset({"Garcia", "Bórgia", "Luca", "Fruela", "Vímara", "Egica", "Vasa"})
WOMEN = frozenset(
    {
        *("Leonor", "Inês", "Isabel", "Beatriz", "Brites", "Guiomar", "Dulce", "Matilde", "Raquel", "Ester", "Esther"),
        *("Carmen", "Adelaide", "Clotilde", "Alice", "Irene", "Rute", "Mor", "Elisabete", "Violante", "Conceição"),
    }
)
"""Names that end otherwise than most of men and of women: `D. Leonor` is a lady."""

MALE_SAINTS = (
    r"João|Pedro|Paulo|José|Francisco|Miguel|Jorge|Bento|Bernardo|Bernardino|Martinho|Mateus|Marcos|Lucas|Tiago"
    r"|Jer[óô]nimo|Sebastião|Vicente|Nicolau|Domingos|Gonçalo|Tomás|Tomé|Roque|Lourenço|Brás|Luís|Julião|Bartolomeu"
    r"|Salvador|Cristóvão|Dâmaso|Gabriel|Rafael|Filipe|Simão|Judas|Torcato|Frutuoso|Geraldo|Gregório|Carlos|Caetano"
    r"|Romão|Mamede|Pelágio|Paio|Cosme|Cipriano|Clemente|Dinis|Facundo|Félix|Gens|Gião|Lázaro|Leonardo|Marçal|Patrício"
    r"|Ant[óô]nio|Amaro|Agostinho|Ambrósio|Anselmo|Antão|Inácio|Estêvão|Ildefonso|André|Aleixo|Elói|Ovídio|Onofre"
    r"|Isidoro|Isidro|Eustáquio|Emídio|Erasmo|Hilário|Tirso|Cristo"
)
FEMALE_SAINTS = (
    r"Maria|Ana|Clara|Cruz|Catarina|Luzia|Lúcia|Teresa|Teresinha|Bárbara|Isabel|Eulália|Cecília|Apol[óô]nia|Justa"
    r"|Marinha|Margarida|Inês|Iria|Engrácia|Eufémia|Úrsula|Mónica|Mônica|Rita|Marta|Helena|Joana|Rufina|Susana|Águeda"
    r"|Madalena|Quitéria|Comba|Eugénia|Zita|Gertrudes|Filomena|Doroteia|Leocádia"
)

FEMININE_RANKED = (
    r"(?i:grande guerra|guerra|república|dinastia|divisão|legião|edição|cruzada|internacional|bienal|trienal"
    r"|exposição|parte"
    r"|brigada|série|companhia|secção|seção|metade|fase|mostra|armada|região|conferência|semana|jornada|infantaria"
    r"|duquesa|condessa|marquesa|viscondessa|baronesa|assembleia|invasão|feira|esquadra|frota)"
)
MASCULINE_RANKED = (
    r"(?i:reich|império|congresso|centenário|mil[éê]nio|exército|batalhão|regimento|quartel|conde|duque|marquês"
    r"|visconde|barão|concílio|festival|encontro|colóquio|plano|governo|salão|jogos|corpo|grupo|aniversário|prémio"
    r"|prêmio|simpósio|seminário|reinado|distrito|bairro|cerco|milénario|condado|ato|acto|volume)"
)
"""What a Roman numeral before it ranks, by its gender."""

_NOUNS = (
    *("pessoa", "mulher", "mulheres", "obra", "sala", "vítima", "bomba", "tonelada", "peça", "cidade", "família"),
    *("semana", "página", "casa", "nau", "vez", "vezes", "libra", "moeda", "pintura", "escultura", "carta"),
    *("fotografia", "igreja", "batalha", "noite", "província", "criança", "espécie", "légua", "pedra", "coluna"),
    *("torre", "hora", "caravela", "capela", "imagem", "imagens", "estátua", "joia", "jóia", "arma", "espada"),
    *("fábrica", "escola", "divisão", "geração", "baixa", "morte", "visita", "freguesia", "ala", "ave", "parte"),
    *(
        "árvore",
        "voz",
        "vozes",
        "cruz",
        "cruzes",
        "luz",
        "luzes",
        "flor",
        "flores",
        "cor",
        "cores",
        "mão",
        "mãe",
        "lei",
    ),
    *("tarde", "fonte", "ponte", "lente", "base", "fase", "frase", "classe", "série", "rede", "parede", "sede"),
    *("raiz", "raízes", "tese", "chave", "nave", "carne", "nuvem", "nuvens", "ordem", "ordens", "viagem", "viagens"),
    *("folha", "milha", "polegada", "jarda", "arroba", "braça", "vara", "onça", "dúzia", "dezena", "centena", "pipa"),
    *("unidade", "atriz", "atrizes", "matriz", "matrizes", "embarcação", "prisão", "edição", "rainha", "santa"),
    *("companhia", "lápide", "bengala", "gente", "plateia", "função", "sessão", "exposição", "coleção", "colecção"),
)
_MEN_IN_AS = (
    r"\w*dias|\w*mapas|\w*planetas|cometas|\w*poetas|profetas|atletas|ascetas|piratas|\w+cratas|diplomatas|acrobatas"
    r"|primatas|\w*istas|\w*gramas|dramas|panoramas|pijamas|fantasmas|\w*(?:bl|st|po|dil|esqu|telefon)emas|temas|lemas"
    r"|cinemas|\w*(?:pl|di|nt|xi|ar)omas|\w*arcas|guardas|camaradas|colegas|papas|recrutas|jesuítas|eremitas|\w*elitas"
    r"|\w+nautas|climas|traumas|prismas|sismas|cismas|enigmas|estigmas|dogmas|paradigmas|gorilas|pandas|n[óô]madas"
    r"|déspotas|compatriotas|escribas|sultanatas|cineastas|ginastas|entusiastas|apenas|pelas"
)
_MEN_IN_OES = "corações|brasões|abades|frades|padres|confrades|personagens"
NAMED_FEMININE = rf"(?:{either(_NOUNS)})s?(?!\w)"
"""Nouns that make a number feminine, one by one: `uma nau`, `duzentas e uma pessoas`."""

LOOKS_FEMININE = (
    rf"(?!(?:{_MEN_IN_AS}|{_MEN_IN_OES})(?!\w))(?:\w+(?:ções|sões|dades|tudes|agens|igens|ugens)|\w{{3,}}as|das)(?!\w)"
)
"""Plurals that end as feminine ones do: `duas fragatas`, `duas das salas`, and not `dois mapas`."""

LABELS = (
    r"(?i:sala|figura|números?|páginas?|capítulo|vitrin[ae]|piso|mesa|folhas?|estampa|artigo|secção|seção|módulo|painel"
    r"|núcleo|volume|quadro|dia|ponto|tomo|catálogo|inventário|planta|estação|paragem|bloco|porta|lote|anos?|idade)"
)
"""What a number after it counts off, so that it agrees with nothing: `sala dois`."""
