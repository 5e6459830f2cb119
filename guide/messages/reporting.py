"""What `guide report` says of the finished tracks."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {
    "help-report": Entry(
        "Show how every finished track sounds, in figures.", "Montre en chiffres le son de chaque piste finie."
    ),
    "help-report-html": Entry(
        "Write the report as a page to look at and print.", "Écrit le rapport en page à regarder et à imprimer."
    ),
    "report-measuring": Entry(
        "Files to measure, once: {count}. This takes a moment ...",
        "Fichiers à mesurer, une seule fois : {count}. Un instant ...",
    ),
    "report-page": Entry("The report as a page: {path}", "Le rapport en page : {path}"),
    "report-title": Entry("Sound report", "Rapport sonore"),
    "report-facts": Entry(
        "Files: {count}. Version {version}. Aim: {target} LUFS (within {tolerance} LU), peaks at most {ceiling} dBTP.",
        "Fichiers : {count}. Version {version}. Cible : {target} LUFS (à {tolerance} LU près), crêtes d’au plus "
        "{ceiling} dBTP.",
    ),
    "report-measured": Entry(
        "All figures were measured on the finished files, as a visitor hears them: loudness by ITU-R BS.1770-4, range "
        "by EBU Tech 3342.",
        "Tout est mesuré sur les fichiers finis, tels que le visiteur les entend : niveau selon ITU-R BS.1770-4, plage "
        "selon EBU Tech 3342.",
    ),
    "report-fine": Entry(
        "Every file is as loud as it should be and below the ceiling.",
        "Chaque fichier est au bon niveau et sous le plafond.",
    ),
    "report-faults": Entry("Not as they should be:", "Non conformes :"),
    "report-off-target": Entry(
        "{track}: {loudness} LUFS; the aim is {target}.", "{track} : {loudness} LUFS ; la cible est {target}."
    ),
    "report-above-ceiling": Entry(
        "{track}: peaks at {peak} dBTP; the ceiling is {ceiling}.",
        "{track} : crêtes à {peak} dBTP ; le plafond est {ceiling}.",
    ),
    "report-exempt": Entry("Not held to the loudness, and why:", "Dispensés du niveau, et pourquoi :"),
    "report-outdated": Entry("Older than their scripts:", "Plus anciens que leurs scripts :"),
    "report-cleaned": Entry(
        "Recordings that were filtered (high-pass at 70 Hz, steady noise lowered by 12 dB):",
        "Enregistrements filtrés (passe-haut à 70 Hz, bruit constant abaissé de 12 dB) :",
    ),
    "report-voices": Entry("Voices:", "Voix :"),
    "report-voice": Entry("{voice} ({engine}): {count}", "{voice} ({engine}) : {count}"),
    "report-tours": Entry("Whole tours", "Parcours entiers"),
    "report-legend": Entry(
        "time: minutes and seconds. LUFS: loudness. LU: range between soft and loud. dBTP: highest peak. pause: the "
        "longest inside, in seconds. wpm: words a minute of speech. clip: places where the wave is cut off. lim: the "
        "limiter’s deepest cut, in dB. Picture: loudness from beginning to end, from . (soft) over : and = to # (near "
        "the aim or louder); blank: silence.",
        "durée : minutes et secondes. LUFS : niveau. LU : écart entre faible et fort. dBTP : crête la plus haute. "
        "pause : la plus longue à l’intérieur, en secondes. m/mn : mots par minute de parole. écr. : endroits où "
        "l’onde est coupée. lim : plus forte action du limiteur, en dB. Image : le niveau du début à la fin, de "
        ". (faible) à # (près de la cible ou plus fort) en passant par : et = ; blanc : silence.",
    ),
    "report-legend-page": Entry(
        "Loudness: integrated, in LUFS. Range: between soft and loud, in LU. Peak: highest true peak, in dBTP. Pause: "
        "the longest inside, in seconds. Clipping: places where the wave is cut off. Limiter: its deepest cut, in dB. "
        "Picture: loudness from beginning to end; light stripes are pauses, the dashed line is the aim.",
        "Niveau : intégré, en LUFS. Plage : écart entre faible et fort, en LU. Crête : crête vraie la plus haute, en "
        "dBTP. Pause : la plus longue à l’intérieur, en secondes. Écrêtages : endroits où l’onde est coupée. "
        "Limiteur : sa plus forte action, en dB. Image : le niveau du début à la fin ; les bandes claires sont des "
        "pauses, le trait pointillé est la cible.",
    ),
    "report-column-time": Entry("time", "durée"),
    "report-column-pause": Entry("pause", "pause"),
    "report-column-words": Entry("wpm", "m/mn"),
    "report-column-clipped": Entry("clip", "écr."),
    "report-column-limited": Entry("lim", "lim"),
    "report-head-track": Entry("Stop", "Arrêt"),
    "report-head-tour": Entry("Tour", "Parcours"),
    "report-head-time": Entry("Time", "Durée"),
    "report-head-loudness": Entry("Loudness", "Niveau"),
    "report-head-range": Entry("Range", "Plage"),
    "report-head-peak": Entry("Peak", "Crête"),
    "report-head-pause": Entry("Pause", "Pause"),
    "report-head-words": Entry("Words a minute", "Mots par minute"),
    "report-head-clipped": Entry("Clipping", "Écrêtages"),
    "report-head-limited": Entry("Limiter", "Limiteur"),
    "report-head-engine": Entry("Engine", "Moteur"),
    "report-head-picture": Entry("Loudness over time", "Le niveau dans le temps"),
    "report-all-loudness": Entry("Loudness of all files, in LUFS", "Niveau de tous les fichiers, en LUFS"),
    "report-all-peaks": Entry("Highest peaks of all files, in dBTP", "Crêtes de tous les fichiers, en dBTP"),
    "report-all-words": Entry("Words a minute of all files", "Mots par minute de tous les fichiers"),
    "report-picture": Entry(
        "Loudness of {track} over {time}; pauses: {pauses}, the longest {longest} s",
        "Niveau de {track} sur {time} ; pauses : {pauses}, la plus longue {longest} s",
    ),
}
