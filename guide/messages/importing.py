"""What `guide import` says of documents."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    # Refused.
    "import-kind": Entry(
        "this kind of document cannot be read",
        "guide ne sait pas lire ce genre de document",
        "Save it as one of: {known}",
        "Enregistrez-le sous l’une de ces formes : {known}",
    ),
    "import-unreadable": Entry(
        "the document “{file}” cannot be opened: {detail}",
        "le document « {file} » ne s’ouvre pas : {detail}",
        "Check its name and place.",
        "Vérifiez son nom et son emplacement.",
    ),
    "import-other-kind": Entry(
        "this file is not the document that its name says",
        "ce fichier n’est pas le document que son nom annonce",
        "Open it in Word or LibreOffice and save it again.",
        "Ouvrez-le dans Word ou LibreOffice et enregistrez-le de nouveau.",
    ),
    "import-broken": Entry(
        "the document is damaged",
        "le document est endommagé",
        "Open it in Word or LibreOffice and save it again.",
        "Ouvrez-le dans Word ou LibreOffice et enregistrez-le de nouveau.",
    ),
    "import-locked": Entry(
        "the document is protected by a password",
        "le document est protégé par un mot de passe",
        "Save a copy without a password.",
        "Enregistrez une copie sans mot de passe.",
    ),
    "import-bomb": Entry(
        "the document would unpack to an unreasonable size, and is not opened",
        "le document prendrait une place démesurée une fois décompressé : il n’est pas ouvert",
        "Ask where it comes from. To use its text, copy that into a new document.",
        "Demandez d’où il vient. Pour en reprendre le texte, copiez-le dans un nouveau document.",
    ),
    "import-entities": Entry(
        "the document holds definitions that no word processor writes, and is not opened",
        "le document contient des définitions qu’aucun traitement de texte n’écrit : il n’est pas ouvert",
        "Ask where it comes from. To use its text, copy that into a new document.",
        "Demandez d’où il vient. Pour en reprendre le texte, copiez-le dans un nouveau document.",
    ),
    "import-outside": Entry(
        "the document would fetch something from elsewhere ({target}), and is not opened",
        "le document irait chercher quelque chose ailleurs ({target}) : il n’est pas ouvert",
        "Remove the linked picture or template, or copy the text into a new document.",
        "Retirez l’image ou le modèle lié, ou copiez le texte dans un nouveau document.",
    ),
    "import-tracked": Entry(
        "tracked changes that nobody has decided on: {count}, first “{first}”",
        "modifications (« suivi des modifications ») ni acceptées ni refusées : {count}, la première « {first} »",
        "Accept or reject them all, then import the document again.",
        "Acceptez-les ou refusez-les toutes, puis importez de nouveau le document.",
    ),
    "import-no-heading": Entry(
        "there is no heading at which a stop could begin",
        "aucun titre ne dit où commence une étape",
        "Give each stop a heading such as “201. Ascq”, in the style Heading 1.",
        "Donnez à chaque étape un titre tel que « 201. Ascq », dans le style Titre 1.",
    ),
    "import-doubled": Entry(
        "two stops would be written to {name}",
        "deux étapes s’écriraient dans {name}",
        "Give them different numbers or titles.",
        "Donnez-leur des numéros ou des titres différents.",
    ),
    "import-exists": Entry(
        "{path} is already there, and nothing was written",
        "{path} existe déjà, et rien n’a été écrit",
        "Move the old script away first if the document is to replace it.",
        "Mettez d’abord l’ancien script de côté si le document doit le remplacer.",
    ),
    # Warned about.
    "import-encoding": Entry(
        "the text is not in UTF-8; it was read as old Windows text",
        "le texte n’est pas en UTF-8 ; il a été lu comme un ancien texte Windows",
        "Check the accents, above all é, œ and the quotation marks.",
        "Vérifiez les accents, surtout é, œ et les guillemets.",
    ),
    "import-macros": Entry(
        "the document holds macros; they were left aside",
        "le document contient des macros ; elles ont été laissées de côté",
        "A text for a guide needs none.",
        "Un texte d’audioguide n’en a pas besoin.",
    ),
    "import-comment": Entry(
        "comments: {count}, first “{first}”; they became notes (//) that nobody hears",
        "commentaires : {count}, le premier « {first} » ; ils sont devenus des notes (//) que personne n’entend",
        "Read them before the scripts are approved.",
        "Lisez-les avant de valider les scripts.",
    ),
    "import-footnote": Entry(
        "footnotes: {count}, first “{first}”; they became notes (//) that nobody hears",
        "notes de bas de page : {count}, la première « {first} » ; elles sont devenues des notes (//) "
        "que personne n’entend",
        "Put sources into the head, under “sources”.",
        "Mettez les sources en tête, sous « sources ».",
    ),
    "import-link": Entry(
        "links: {count}, first “{first}”; their words stay, the addresses do not",
        "liens : {count}, le premier « {first} » ; les mots restent, pas les adresses",
        "A listener cannot follow a link; put sources into the head.",
        "Un auditeur ne suit pas de lien ; mettez les sources en tête.",
    ),
    "import-table": Entry(
        "tables: {count}, first “{first}”; each cell became a paragraph",
        "tableaux : {count}, le premier « {first} » ; chaque case est devenue un paragraphe",
        "Say in sentences what the table shows.",
        "Dites en phrases ce que montre le tableau.",
    ),
    "import-list": Entry(
        "list items: {count}, first “{first}”; each became a paragraph",
        "éléments de listes : {count}, le premier « {first} » ; chacun est devenu un paragraphe",
        "Join them into sentences.",
        "Réunissez-les en phrases.",
    ),
    "import-picture": Entry(
        "pictures left out: {count}",
        "images laissées de côté : {count}",
        "Put the files into media/ and name them in the script: [image: …, alt: …, credit: …]",
        "Déposez les fichiers dans media/ et nommez-les dans le script : [image: …, alt: …, crédit: …]",
    ),
    "import-text-box": Entry(
        "text boxes left out: {count}, first “{first}”",
        "zones de texte laissées de côté : {count}, la première « {first} »",
        "Copy their text to where it is to be read.",
        "Copiez leur texte là où il doit être lu.",
    ),
    "import-symbol": Entry(
        "formulas and symbols left out: {count}",
        "formules et symboles laissés de côté : {count}",
        "Write them in words.",
        "Écrivez-les en toutes lettres.",
    ),
    "import-hidden": Entry(
        "hidden text left out: {count}, first “{first}”",
        "textes masqués laissés de côté : {count}, le premier « {first} »",
        "Show it in the document if it is to be read.",
        "Affichez-le dans le document s’il doit être lu.",
    ),
    "import-subheading": Entry(
        "headings inside stops: {count}, first “{first}”; they became notes (//)",
        "titres à l’intérieur d’étapes : {count}, le premier « {first} » ; ils sont devenus des notes (//)",
        "A listener sees no headings. If they begin stops, say their level: --heading 2",
        "Un auditeur ne voit pas de titres. S’ils ouvrent des étapes, indiquez leur niveau : --heading 2",
    ),
    "import-before": Entry(
        "paragraphs that belong to no stop: {count}, first “{first}”; they were left out",
        "paragraphes qui ne sont d’aucune étape : {count}, le premier « {first} » ; ils ont été laissés de côté",
        "Put them below the heading of a stop if they are to be heard.",
        "Placez-les sous le titre d’une étape s’ils doivent être entendus.",
    ),
    # Done.
    "import-done": Entry(
        "Scripts written: {count}. They are drafts: read them, then run guide check.",
        "Scripts écrits : {count}. Ce sont des brouillons : relisez-les, puis lancez guide check.",
    ),
    "import-would": Entry("Scripts that would be written: {count}.", "Scripts qui seraient écrits : {count}."),
    "import-refused": Entry("Nothing was written.", "Rien n’a été écrit."),
    "help-import": Entry(
        "Make scripts of a document (.docx, .odt, .md, .txt), one a heading.",
        "Tire des scripts d’un document (.docx, .odt, .md, .txt), un par titre.",
    ),
    "help-import-language": Entry("The language of the text.", "La langue du texte."),
    "help-import-heading": Entry(
        "The level of heading at which stops begin (found by itself if left out).",
        "Le niveau de titre qui ouvre une étape (sinon, guide le trouve lui-même).",
    ),
    "lexeme-not-taken": Entry(
        en="the entry “{word}” ({said}) cannot stand in a lexicon of the guide and was left out",
        fr="l’entrée « {word} » ({said}) ne peut pas figurer dans un lexique du guide ; elle a été laissée de côté",
        help_en="Write it into the lexicon by hand, without colons in the word and without slashes in how it is said.",
        help_fr="Écrivez-la vous-même dans le lexique, sans deux-points dans le mot ni barres obliques dans la "
        "prononciation.",
    ),
}
