"""What `guide` says about lexicons, about names that none knows, and of how words are said."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    "lexicon-unread": Entry(
        "“{name}” is not read: a lexicon is called lexicon_<language>.txt, for a language of the guide",
        "« {name} » n’est pas lu : un lexique s’appelle lexicon_<langue>.txt, pour une langue du guide",
        "Rename it, or move it elsewhere.",
        "Renommez-le, ou rangez-le ailleurs.",
    ),
    "lexicon-line": Entry(
        en="this line is not an entry of a lexicon",
        fr="cette ligne n’est pas une entrée de lexique",
        help_en="Write the word, a colon, and how it is said: Loos: Loss /lɔs/",
        help_fr="Écrivez le mot, deux-points, puis sa prononciation : Loos: Losse /lɔs/",
    ),
    "lexicon-empty": Entry(
        en="nothing says how “{word}” is spoken",
        fr="rien ne dit comment « {word} » se prononce",
        help_en="Write after the colon how a reader would spell the sound, or IPA between slashes.",
        help_fr="Écrivez après les deux-points le son tel qu’on l’écrirait, ou l’API entre barres obliques.",
    ),
    "lexicon-double": Entry(
        en="“{word}” stands twice in the lexicon, first in line {line}",
        fr="« {word} » figure deux fois dans le lexique, d’abord à la ligne {line}",
        help_en="Keep one of the two.",
        help_fr="Gardez-en une seule.",
    ),
    "lexicon-ipa": Entry(
        en="the pronunciation of “{word}” holds a sign that is not phonetic: {sign}",
        fr="la prononciation de « {word} » contient un signe qui n’est pas phonétique : {sign}",
        help_en="IPA stands once, at the end, between two slashes: Loos: Loss /lɔs/",
        help_fr="L’API figure une fois, à la fin, entre deux barres obliques : Loos: Losse /lɔs/",
    ),
    "pls-encoding": Entry(
        en="this lexicon is not in UTF-8, or declares another encoding in its first line",
        fr="ce lexique n’est pas en UTF-8, ou sa première ligne annonce un autre codage",
        help_en="Export it again as UTF-8.",
        help_fr="Exportez-le de nouveau en UTF-8.",
    ),
    "pls-document-type": Entry(
        en="this lexicon declares a document type",
        fr="ce lexique déclare un type de document",
        help_en="Delete the line that begins with <!DOCTYPE; a lexicon needs none.",
        help_fr="Supprimez la ligne qui commence par <!DOCTYPE : un lexique n’en a pas besoin.",
    ),
    "pls-broken": Entry(
        en="this lexicon is not well-formed XML",
        fr="ce lexique n’est pas un fichier XML valable",
        help_en="Export it again from the program that wrote it.",
        help_fr="Exportez-le de nouveau depuis le logiciel qui l’a écrit.",
    ),
    "pls-other": Entry(
        en="this is not a W3C pronunciation lexicon but “{name}”",
        fr="ce n’est pas un lexique de prononciation du W3C mais « {name} »",
        help_en="Export it as PLS 1.0.",
        help_fr="Exportez-le au format PLS 1.0.",
    ),
    "pls-language": Entry(
        en="this lexicon is for “{value}”, not for “{named}”",
        fr="ce lexique est fait pour « {value} », non pour « {named} »",
        help_en="Import it into the lexicon of its own language.",
        help_fr="Importez-le dans le lexique de sa propre langue.",
    ),
    "pls-lexeme": Entry(
        en="the entry “{word}” has no word, or neither IPA nor a respelling",
        fr="l’entrée « {word} » n’a pas de mot, ou n’a ni API ni transcription",
        help_en="Complete it in the program that wrote it, or leave it out.",
        help_fr="Complétez-la dans le logiciel qui l’a écrite, ou retirez-la.",
    ),
    "lexemes-unused": Entry(
        "entries that no script uses: {count} ({words})",
        "entrées qu’aucun script n’emploie : {count} ({words})",
        "They do no harm; “guide lexicon check” lists them all.",
        "Elles ne gênent pas ; « guide lexicon check » les donne toutes.",
    ),
    "lexeme-unused": Entry("no script uses “{word}”", "aucun script n’emploie « {word} »"),
    "lexicon-unusable": Entry(
        "{file} has errors, or is not text in UTF-8",
        "{file} contient des erreurs, ou n’est pas un texte en UTF-8",
        "See them with: guide lexicon check",
        "Pour les voir : guide lexicon check",
    ),
    "lexicon-taken": Entry(
        "Entries added to {file}: {added}. Already there and kept as they are: {kept}.",
        "Entrées ajoutées à {file} : {added}. Déjà présentes et gardées telles quelles : {kept}.",
    ),
    "lexicon-checked": Entry(
        "Names that no lexicon knows: {names}. Entries that no script uses: {unused}. Faults: {faults}.",
        "Noms qu’aucun lexique ne connaît : {names}. Entrées qu’aucun script n’emploie : {unused}. Erreurs : {faults}.",
    ),
    "lexicon-checked-next": Entry(
        'To hear one: guide say "{name}" --language {language}\n'
        "If it is said wrongly, add to lexicon_{language}.txt a line “{name}:” with how it is to sound.",
        'Pour en entendre un : guide say "{name}" --language {language}\n'
        "S’il est mal dit, ajoutez à lexicon_{language}.txt une ligne « {name}: » suivie de ce qu’il faut entendre.",
    ),
    "help-lexicon": Entry(
        "How names are said: check, import, export.", "Comment se disent les noms : vérifier, importer, exporter."
    ),
    "help-lexicon-check": Entry(
        "List the names in the scripts that no lexicon knows, and the entries that no script uses.",
        "Liste les noms des scripts qu’aucun lexique ne connaît, et les entrées qu’aucun script n’emploie.",
    ),
    "help-lexicon-import": Entry(
        "Add the entries of a W3C PLS file; the museum's own win.",
        "Ajoute les entrées d’un fichier W3C PLS ; celles du musée l’emportent.",
    ),
    "help-lexicon-export": Entry("Write a lexicon as a W3C PLS file.", "Écrit un lexique en fichier W3C PLS."),
    "help-lexicon-language": Entry("The lexicon's language.", "La langue du lexique."),
    "help-lexicon-output": Entry(
        "Write to this file instead of the terminal.", "Écrit dans ce fichier plutôt qu’au terminal."
    ),
    "say-with-lexicon": Entry("With the lexicon: {said}", "Avec le lexique : {said}"),
    "say-without-lexicon": Entry("Without the lexicon: {said}", "Sans le lexique : {said}"),
    "say-kept": Entry(
        "No player was found here; the sound is in {path}", "Aucun lecteur trouvé ici ; le son est dans {path}"
    ),
    "help-say": Entry(
        "Hear a word or a sentence, with the lexicon and without it.",
        "Fait entendre un mot ou une phrase, avec le lexique et sans lui.",
    ),
    "help-say-language": Entry("The language that is spoken.", "La langue parlée."),
    "name-unknown": Entry(
        "no lexicon says how “{name}” is said (times: {count})",
        "aucun lexique ne dit comment se prononce « {name} » (fois : {count})",
        'Listen with: guide say "{name}" --language {language}',
        'Écoutez avec : guide say "{name}" --language {language}',
    ),
}
