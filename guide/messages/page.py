"""What `guide` says about the visitor's page and the server that shows it."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    "page-without-address": Entry(
        en="The guide has no public address: its page says nothing to search engines and link previews.",
        fr="Le guide n’a pas d’adresse publique : sa page ne dit rien aux moteurs de recherche ni aux aperçus.",
        help_en='Write it in guide.toml, under [guide]: address = "https://…"',
        help_fr='Écrivez-la dans guide.toml, sous [guide] : address = "https://…"',
    ),
    "page-words-missing": Entry(
        en="The page’s own words (buttons, help) do not exist in “{language}” yet: they will stand there in English.",
        fr="Les mots de la page (boutons, aide) n’existent pas encore en « {language} » : ils y seront en anglais.",
        help_en="Give the words in guide.toml under [page.words], or add a catalogue {language}.po as the page “web” "
        "tells (guide --docs).",
        help_fr="Donnez ces mots dans guide.toml, sous [page.words], ou faites un catalogue {language}.po comme le "
        "dit, en anglais, la page « web » (guide --docs).",
    ),
    "page-not-built": Entry(
        en="There is no page in {folder}.",
        fr="Il n’y a pas de page dans {folder}.",
        help_en="Run guide build first.",
        help_fr="Lancez d’abord guide build.",
    ),
    "port-taken": Entry(
        en="Port {port} cannot be used: {detail}.",
        fr="Le port {port} ne peut pas être utilisé : {detail}.",
        help_en="Choose another one, for example: guide serve --port 8080.",
        help_fr="Choisissez-en un autre, par exemple : guide serve --port 8080.",
    ),
    "page-served": Entry(
        en="The page is at {address} – press Ctrl-C to stop.",
        fr="La page est à l’adresse {address} – Ctrl-C pour arrêter.",
    ),
}
