"""What `guide` says about guide.toml."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    "settings-not-found": Entry(
        en="no guide.toml in {folder} or above it",
        fr="pas de guide.toml dans {folder} ni au-dessus",
        help_en="Go to your guide's folder, or make a new guide with: guide new FOLDER",
        help_fr="Allez dans le dossier de votre guide, ou créez-en un : guide new DOSSIER",
    ),
    "settings-misnamed": Entry(
        en="no guide.toml in {folder}, but “{name}”",
        fr="pas de guide.toml dans {folder}, mais « {name} »",
        help_en="Rename it to guide.toml. Windows hides .txt at a name's end unless its Explorer is told to show it.",
        help_fr="Renommez-le en guide.toml. Windows cache .txt à la fin d’un nom tant que l’Explorateur n’affiche pas "
        "les extensions.",
    ),
    "settings-not-toml": Entry(
        en="this line of guide.toml cannot be read: {detail}",
        fr="cette ligne de guide.toml est illisible : {detail}",
        help_en='Texts stand between straight quotes: title = "…"; see the page “settings” (guide --docs).',
        help_fr='Un texte se met entre guillemets droits : title = "…" ; voir la page « Réglages » (guide --docs).',
    ),
    "toml-text-open": Entry(
        en="a text begins here with a quotation mark and does not end",
        fr="un texte commence par un guillemet et ne se termine pas",
        help_en='Put the same straight quotation mark at its end: title = "…".',
        help_fr='Mettez le même guillemet droit à la fin : title = "…".',
    ),
    "toml-value": Entry(
        en="what stands here is no text, number, date or list",
        fr="ce qui figure ici n’est ni un texte, ni un nombre, ni une date, ni une liste",
        help_en='A text stands between straight quotation marks: title = "…"; a number has a point: 0.8.',
        help_fr='Un texte se met entre guillemets droits : title = "…" ; un nombre a un point : 0.8.',
    ),
    "toml-comma": Entry(
        en="this number has a comma",
        fr="ce nombre a une virgule",
        help_en="In guide.toml numbers have a point: 0.8.",
        help_fr="Dans guide.toml, les nombres s’écrivent avec un point : 0.8.",
    ),
    "toml-date": Entry(
        en="there is no such day",
        fr="cette date n’existe pas",
        help_en="Write year, month and day: 2026-09-05.",
        help_fr="Écrivez l’année, le mois et le jour : 2026-09-05.",
    ),
    "toml-rest": Entry(
        en="the setting ends here, and something follows it in the same line",
        fr="le réglage s’arrête ici, mais la ligne continue",
        help_en="One setting a line; inside a text write “…”; a list stands in [ ]; a day is 2026-09-05.",
        help_fr="Un réglage par ligne ; dans un texte, écrivez « … » ; une liste se met entre [ ] ; un jour s’écrit "
        "2026-09-05.",
    ),
    "toml-twice": Entry(
        en="this setting or table stands here for the second time",
        fr="ce réglage ou ce tableau figure ici pour la seconde fois",
        help_en="Keep one of the two.",
        help_fr="Gardez un seul des deux.",
    ),
    "toml-bracket": Entry(
        en="a bracket is not closed, or a comma is missing before this place",
        fr="il manque un crochet, une accolade ou une virgule avant cet endroit",
        help_en="A list stands in [ ], a group in {{ }} on one line, and commas part what is in them.",
        help_fr="Une liste se met entre [ ], un groupe entre {{ }} sur une seule ligne, "
        "les éléments séparés par des virgules.",
    ),
    "toml-number": Entry(
        en="this number is larger than any setting",
        fr="ce nombre est plus grand que tout réglage",
        help_en="Write a shorter one; a number that is only a name stands between quotation marks.",
        help_fr="Écrivez-en un plus court ; un numéro qui n’est qu’un nom se met entre guillemets.",
    ),
    "toml-nested": Entry(
        en="lists or groups stand inside one another, hundreds deep",
        fr="des listes ou des groupes sont emboîtés par centaines",
        help_en="Take the needless brackets or dots out of this line: no setting needs more than three levels.",
        help_fr="Retirez de cette ligne les crochets ou points de trop : trois niveaux suffisent à tout réglage.",
    ),
    "toml-line": Entry(
        en="this line is no setting",
        fr="cette ligne n’est pas un réglage",
        help_en='Write name = value on one line, as in id = "my-guide"; a note begins with #.',
        help_fr='Écrivez nom = valeur sur une seule ligne, comme id = "mon-guide" ; un commentaire commence par #.',
    ),
    "toml-backslash": Entry(
        en="a backslash stands in this text",
        fr="une barre oblique inverse figure dans ce texte",
        help_en="Write folders with /, also on Windows.",
        help_fr="Écrivez les dossiers avec /, sous Windows aussi.",
    ),
    "setting-unknown": Entry(
        en="there is no setting {setting}",
        fr="le réglage {setting} n’existe pas",
        help_en="All settings stand on the page “settings” of the documentation: guide --docs says where it is.",
        help_fr="Tous les réglages sont sur la page « Réglages » de la documentation : guide --docs dit où elle est.",
    ),
    "language-not-listed": Entry(
        en="“{language}” has settings but is none of the guide's languages",
        fr="« {language} » a des réglages mais n’est pas une langue du guide",
        help_en="Add it to languages under [guide], or remove this table with all that stands below it.",
        help_fr="Ajoutez-la à languages sous [guide], ou retirez cette table avec tout ce qu’elle contient.",
    ),
    "setting-doubled": Entry(
        en="{setting}: “{value}” stands twice",
        fr="{setting} : « {value} » figure deux fois",
        help_en="Remove one of the two, or change it.",
        help_fr="Retirez l’un des deux, ou changez-le.",
    ),
    "pair-reversed": Entry(
        en="{setting}: {first} comes before {second}, and the smaller number comes first",
        fr="{setting} : {first} vient avant {second}, alors que le plus petit nombre vient en premier",
        help_en="Write it like this: [{second}, {first}]",
        help_fr="Écrivez-le ainsi : [{second}, {first}]",
    ),
    "setting-missing": Entry(
        en="the setting {setting} is missing",
        fr="il manque le réglage {setting}",
        help_en="Add it to guide.toml; the page “settings” says what it means (guide --docs).",
        help_fr="Ajoutez-le à guide.toml ; la page « Réglages » dit ce qu’il signifie (guide --docs).",
    ),
    "setting-wrong-kind": Entry(
        en="{setting} has the wrong form",
        fr="{setting} n’a pas la bonne forme",
        help_en="Write it like this: {example}",
        help_fr="Écrivez-le ainsi : {example}",
    ),
    "setting-out-of-range": Entry(
        en="{setting} is {value}; it must lie between {low} and {high}",
        fr="{setting} vaut {value} ; il faut une valeur entre {low} et {high}",
        help_en="Change the number in guide.toml.",
        help_fr="Changez ce nombre dans guide.toml.",
    ),
    "setting-not-a-choice": Entry(
        en="{setting}: “{value}” is not one of: {allowed}",
        fr="{setting} : « {value} » ne fait pas partie de : {allowed}",
        help_en="Choose one of these in guide.toml.",
        help_fr="Choisissez l’une de ces valeurs dans guide.toml.",
    ),
    "setting-language-missing": Entry(
        en="{setting} has no text in “{language}”",
        fr="{setting} n’a pas de texte en « {language} »",
        help_en='Every language of the guide needs one: {{ fr = "…", en = "…" }}',
        help_fr='Chaque langue du guide en a besoin : {{ fr = "…", en = "…" }}',
    ),
    "tour-id-taken": Entry(
        en="{setting}: “{value}” is the name of the list of the whole guide",
        fr="{setting} : « {value} » est le nom de la liste du guide entier",
        help_en="Give the tour another id in guide.toml.",
        help_fr="Donnez un autre id à ce parcours dans guide.toml.",
    ),
    "tour-id-reserved": Entry(
        en="{setting}: Windows, and cards written there, can hold no file “{value}”",
        fr="{setting} : Windows et les cartes écrites sous Windows refusent un fichier « {value} »",
        help_en="Give the tour another id in guide.toml.",
        help_fr="Donnez un autre id à ce parcours dans guide.toml.",
    ),
    "cast-unknown": Entry(
        en="{setting}: there is no cast “{value}” (known: {allowed})",
        fr="{setting} : il n’y a pas de distribution « {value} » (connues : {allowed})",
        help_en="Name a cast that guide.toml describes under [casts.…].",
        help_fr="Nommez une distribution décrite dans guide.toml sous [casts.…].",
    ),
    "settled-without-reason": Entry(
        en="{setting}: a settled warning needs its code and a reason",
        fr="{setting} : un avertissement accepté doit avoir son code et une raison",
        help_en="Say in one sentence why the museum accepts it.",
        help_fr="Dites en une phrase pourquoi le musée l’accepte.",
    ),
}
