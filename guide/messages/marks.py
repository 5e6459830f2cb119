"""What `guide` says about square brackets and the marks in them."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    "unclosed-bracket": Entry(
        en="this bracket is never closed in its paragraph",
        fr="ce crochet n’est jamais fermé dans son paragraphe",
        help_en=r"Add ], or write \[ to show a bracket.",
        help_fr=r"Ajoutez ], ou écrivez \[ pour montrer un crochet.",
    ),
    "stray-bracket": Entry(
        en="this bracket closes nothing",
        fr="ce crochet ne ferme rien",
        help_en=r"Delete it, or write \] to show a bracket.",
        help_fr=r"Supprimez-le, ou écrivez \] pour montrer un crochet.",
    ),
    "empty-bracket": Entry(
        en="this bracket is empty",
        fr="ce crochet est vide",
        help_en="Delete it; words left out of a quotation are shown by […].",
        help_fr="Supprimez-le ; des mots omis d’une citation se montrent par […].",
    ),
    "unknown-mark": Entry(
        en="“{mark}” is not a mark",
        fr="« {mark} » n’est pas une indication connue",
        help_en=r"The page “script” lists all marks (guide --docs); to show a bracket, write \[ and \].",
        help_fr=r"La page « Le script » les donne toutes (guide --docs) ; pour montrer un crochet, écrivez \[ et \].",
    ),
    "bracket-without-bar": Entry(
        en="“{mark}” is no mark, and no bar parts what is shown from what is spoken",
        fr="« {mark} » n’est pas une indication, et aucune barre n’y sépare ce qui est montré de ce qui est dit",
        help_en="Write [shown | spoken], as in [22:44 | a quarter to eleven]; words of another language as in "
        r"[de: Wort]; to show a bracket, \[ and \].",
        help_fr="Écrivez [montré | dit], comme [22 h 44 | dix heures quarante-quatre] ; les mots d’une autre langue "
        r"comme [de: Wort] ; pour montrer un crochet, \[ et \].",
    ),
    "wrong-brackets": Entry(
        en="{text} stands in the wrong brackets: it would be shown and read aloud",
        fr="{text} n’est pas entre crochets : ce serait montré et lu à voix haute",
        help_en="Marks and choices stand in square brackets, [ and ].",
        help_fr="Les indications et les choix se mettent entre crochets droits, [ et ].",
    ),
    "bar-outside": Entry(
        en="this bar stands outside square brackets: it is shown, and both sides are spoken",
        fr="cette barre est hors des crochets : elle est montrée, et ses deux côtés sont dits",
        help_en="Write [shown | spoken], as in [22:44 | a quarter to eleven]; to show a bar, write \\|.",
        help_fr="Écrivez [montré | dit], comme [22 h 44 | dix heures quarante-quatre] ; pour montrer une barre, "
        "écrivez \\|.",
    ),
    "ipa-without-slashes": Entry(
        en="“{said}” has signs of the phonetic alphabet and no slashes around it: a voice would spell them out",
        fr="« {said} » contient des signes de l’alphabet phonétique sans barres obliques : une voix les épellerait",
        help_en="Write the whole pronunciation between slashes, as in [Negroli | /neˈɡrɔli/].",
        help_fr="Écrivez toute la prononciation entre barres obliques, comme [Negroli | /neˈɡrɔli/].",
    ),
    "mark-without-colon": Entry(
        en="the colon after “{word}” is missing",
        fr="il manque deux-points après « {word} »",
        help_en=r"Write [{word}: …] with the file or the name after the colon; to show a bracket, write \[ and \].",
        help_fr=r"Écrivez [{word}: …] avec le fichier ou le nom après ; pour montrer un crochet, écrivez \[ et \].",
    ),
    "media-without-comma": Entry(
        en="no comma parts the file {file} from “{rest}”",
        fr="aucune virgule ne sépare le fichier {file} de « {rest} »",
        help_en="Put a comma after the file and between values, as in [sound: bell.wav, -6 dB, fade 1 s].",
        help_fr="Mettez une virgule après le fichier et entre les valeurs, comme [son: cloche.wav, -6 dB, fondu 1 s].",
    ),
    "markdown-image": Entry(
        en="a picture is not written like this: !{text}",
        fr="une image ne s’écrit pas ainsi : !{text}",
        help_en="Write it as in [image: map.svg, alt: A map of the coast, credit: The museum].",
        help_fr="Écrivez comme dans [image: carte.svg, alt: Une carte de la côte, crédit: Le musée].",
    ),
    "mark-without-value": Entry(
        en="“{word}” needs more than its name",
        fr="« {word} » demande plus que son nom",
        help_en="Write a colon after it and then the file or the name, as in [sound: bell.wav] or [voice: narrator].",
        help_fr="Écrivez deux-points puis le fichier ou le nom, comme [son: cloche.wav] ou [voix: narrateur].",
    ),
    "mark-with-value": Entry(
        en="“{word}” takes no colon",
        fr="« {word} » ne prend pas de deux-points",
        help_en="Write [end music] or [end music, fade 2 s].",
        help_fr="Écrivez [fin musique] ou [fin musique, fondu 2 s].",
    ),
    "mark-inside": Entry(
        en="this mark cannot stand inside other words' brackets or stars",
        fr="cette indication ne peut pas se trouver entre les crochets ou les étoiles d’autres mots",
        help_en="Put it before or after them.",
        help_fr="Placez-la avant ou après.",
    ),
    "bracket-in-mark": Entry(
        en="a bracket or comment stands inside this mark",
        fr="un crochet ou un commentaire se trouve dans cette indication",
        help_en=r"A mark holds plain text only; to show a bracket in it, write \[ and \].",
        help_fr=r"Une indication ne contient que du texte ; pour y montrer un crochet, écrivez \[ et \].",
    ),
    "nested-too-deep": Entry(
        en="brackets stand more than {deepest} deep here",
        fr="plus de {deepest} crochets s’emboîtent ici",
        help_en="Write the sentence more simply.",
        help_fr="Écrivez la phrase plus simplement.",
    ),
    "nested-alternative": Entry(
        en="a bracket with a bar stands inside another",
        fr="un crochet avec une barre se trouve dans un autre",
        help_en="Keep one: left of the bar is shown, right of it is spoken.",
        help_fr="Gardez-en un : à gauche de la barre ce qui est montré, à droite ce qui est dit.",
    ),
    "two-bars": Entry(
        en="this bracket has a second bar",
        fr="ce crochet a une seconde barre",
        help_en=r"One bar parts what is shown from what is spoken; to show a bar, write \|.",
        help_fr=r"Une seule barre sépare ce qui est montré de ce qui est dit ; pour montrer une barre, écrivez \|.",
    ),
    "unreadable-time": Entry(
        en="the time “{value}” cannot be read",
        fr="la durée « {value} » est illisible",
        help_en="Write it like 2 s, 1.5 s, or, in a recording, 0:12–0:31.",
        help_fr="Écrivez par exemple 2 s, 1,5 s ou, dans un enregistrement, 0:12–0:31.",
    ),
    "pause-length": Entry(
        en="a pause of “{value}” is too long or none",
        fr="une pause de « {value} » est trop longue ou nulle",
        help_en="Write between a moment and {longest} seconds, as in [pause 1.5 s].",
        help_fr="Écrivez entre un instant et {longest} secondes, comme [pause 1,5 s].",
    ),
    "unreadable-level": Entry(
        en="the level “{value}” cannot be read",
        fr="le niveau « {value} » est illisible",
        help_en="Write it like -18 dB.",
        help_fr="Écrivez par exemple -18 dB.",
    ),
    "level-range": Entry(
        en="the level “{value}” is beyond what can be heard well",
        fr="le niveau « {value} » sort de ce qui s’entend bien",
        help_en="Music under a voice is usual at -18 dB, a recording by itself at 0 dB.",
        help_fr="Une musique sous la voix se met d’ordinaire à -18 dB, un enregistrement seul à 0 dB.",
    ),
    "times-reversed": Entry(
        en="the recording would end ({end:,g} s) before it begins ({start:,g} s)",
        fr="l’enregistrement finirait ({end:,g} s) avant de commencer ({start:,g} s)",
        help_en="Write the beginning first, as in 0:12–0:31.",
        help_fr="Écrivez le début d’abord, comme 0:12–0:31.",
    ),
    "unknown-value": Entry(
        en="“{value}” says nothing in this mark",
        fr="« {value} » ne veut rien dire dans cette indication",
        help_en="The page “script” shows what each mark may hold (guide --docs); a caption is written: caption: words",
        help_fr="La page « Le script » montre ce qu’une indication peut contenir (guide --docs) ; une légende "
        "s’écrit : légende: mots",
    ),
    "value-not-here": Entry(
        en="“{value}” does not belong in this mark",
        fr="« {value} » n’a pas sa place dans cette indication",
        help_en="Delete it; the page “script” shows what each mark may hold (guide --docs).",
        help_fr="Supprimez-le ; la page « Le script » montre ce qu’une indication peut contenir (guide --docs).",
    ),
    "doubled-value": Entry(
        en="“{value}” says something a second time",
        fr="« {value} » répète une précision déjà donnée",
        help_en="Keep one of the two.",
        help_fr="Gardez-en une seule.",
    ),
    "missing-alt": Entry(
        en="the picture “{file}” has no text for those who cannot see it",
        fr="l’image « {file} » n’a pas de texte pour ceux qui ne la voient pas",
        help_en="Say in a sentence what it shows: alt: words",
        help_fr="Dites en une phrase ce qu’elle montre : alt: mots",
    ),
    "missing-credit": Entry(
        en="the picture “{file}” has no credit",
        fr="l’image « {file} » n’a pas de crédit",
        help_en="Say who made it or owns it: credit: name",
        help_fr="Dites qui l’a faite ou la possède : crédit: nom",
    ),
    "media-missing-name": Entry(
        en="this mark names no file",
        fr="cette indication ne nomme aucun fichier",
        help_en="Write the file's name first, as it stands in the folder media.",
        help_fr="Écrivez d’abord le nom du fichier, tel qu’il est dans le dossier media.",
    ),
    "media-outside": Entry(
        en="the file “{file}” is not named from the folder media",
        fr="le fichier « {file} » n’est pas nommé depuis le dossier media",
        help_en="Put it into media and write its path below that folder, as in sounds/bell.wav.",
        help_fr="Mettez-le dans media et écrivez son chemin dans ce dossier, comme sons/cloche.wav.",
    ),
    "media-absolute": Entry(
        en="“{file}” names a place outside this guide",
        fr="« {file} » désigne un endroit hors de ce guide",
        help_en="Copy the file into the folder media and write its name only.",
        help_fr="Copiez le fichier dans le dossier media et n’écrivez que son nom.",
    ),
    "media-backslash": Entry(
        en="the path “{file}” has backslashes",
        fr="le chemin « {file} » contient des barres obliques inverses",
        help_en="Part folders with /, as in sounds/bell.wav.",
        help_fr="Séparez les dossiers par /, comme dans sons/cloche.wav.",
    ),
    "media-folder-named": Entry(
        en="“{file}” names the folder media, where every file is looked for already",
        fr="« {file} » nomme le dossier media, alors que tout fichier y est déjà cherché",
        help_en="Leave “media/” out.",
        help_fr="Supprimez « media/ ».",
    ),
}
