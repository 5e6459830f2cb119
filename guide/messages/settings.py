"""What `guide` says about guide.toml."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    "settings-not-found": Entry(
        en="no guide.toml in {folder} or above it",
        fr="pas de guide.toml dans {folder} ni au-dessus",
        help_en="go to your guide's folder, or make a new guide with: guide new FOLDER",
        help_fr="allez dans le dossier de votre guide, ou créez-en un : guide new DOSSIER",
    ),
    "settings-not-toml": Entry(
        en="this line of guide.toml cannot be read: {detail}",
        fr="cette ligne de guide.toml est illisible : {detail}",
        help_en='texts stand between straight quotes: title = "…"; see docs/settings.md.',
        help_fr='les textes se mettent entre guillemets droits : title = "…" ; voir docs/settings.md.',
    ),
    "setting-unknown": Entry(
        en="there is no setting {setting}",
        fr="le réglage {setting} n’existe pas",
        help_en="all settings are listed in docs/settings.md.",
        help_fr="tous les réglages sont dans docs/settings.md.",
    ),
    "setting-missing": Entry(
        en="the setting {setting} is missing",
        fr="il manque le réglage {setting}",
        help_en="add it to guide.toml; docs/settings.md says what it means.",
        help_fr="ajoutez-le à guide.toml ; docs/settings.md dit ce qu’il signifie.",
    ),
    "setting-wrong-kind": Entry(
        en="{setting} has the wrong form",
        fr="{setting} n’a pas la bonne forme",
        help_en="write it like this: {example}",
        help_fr="écrivez-le ainsi : {example}",
    ),
    "setting-out-of-range": Entry(
        en="{setting} is {value}; it must lie between {low} and {high}",
        fr="{setting} vaut {value} ; il faut une valeur entre {low} et {high}",
        help_en="change the number in guide.toml.",
        help_fr="changez ce nombre dans guide.toml.",
    ),
    "setting-not-a-choice": Entry(
        en="{setting}: “{value}” is not one of: {allowed}",
        fr="{setting} : « {value} » ne fait pas partie de : {allowed}",
        help_en="choose one of these in guide.toml.",
        help_fr="choisissez l’une de ces valeurs dans guide.toml.",
    ),
    "setting-language-missing": Entry(
        en="{setting} has no text in “{language}”",
        fr="{setting} n’a pas de texte en « {language} »",
        help_en="add it: every language of the guide needs one.",
        help_fr="ajoutez-le : chaque langue du guide en a besoin.",
    ),
    "tour-id-taken": Entry(
        en="{setting}: “{value}” is the name of the list of the whole guide",
        fr="{setting} : « {value} » est le nom de la liste du guide entier",
        help_en="give the tour another id in guide.toml.",
        help_fr="donnez un autre id à ce parcours dans guide.toml.",
    ),
    "cast-unknown": Entry(
        en="{setting}: there is no cast “{value}” (known: {allowed})",
        fr="{setting} : il n’y a pas de distribution « {value} » (connues : {allowed})",
        help_en="name a cast that guide.toml describes under [casts.…].",
        help_fr="nommez une distribution décrite dans guide.toml sous [casts.…].",
    ),
    "settled-without-reason": Entry(
        en="{setting}: a settled warning needs its code and a reason",
        fr="{setting} : un avertissement accepté doit avoir son code et une raison",
        help_en="say in one sentence why the museum accepts it.",
        help_fr="dites en une phrase pourquoi le musée l’accepte.",
    ),
}
