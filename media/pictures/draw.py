"""Draws the fourteen pictures of the guide beside this file: `python3 media/pictures/draw.py`.

Python's standard library is all it needs, and the same code always writes the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from drawing import counts, maps, scenes
from drawing.sheet import Sheet


@dataclass(frozen=True)
class Picture:
    """A file, its title and what is seen on it (in French), and the function that draws it."""

    name: str
    draw: Callable[[], Sheet]
    title: str
    description: str


PICTURES = (
    Picture(
        "101-bienvenue",
        scenes.dome,
        "La Coupole, vue en coupe",
        "Coupe du site : une coupole de béton de 71 m de large et de 5,5 m d'épaisseur au bord d'une carrière de craie"
        " ; au-dessous, un tunnel ferroviaire et des galeries éclairés par de petites lampes.",
    ),
    Picture(
        "102-zone-rattachee",
        maps.attached_zone,
        "Une région coupée de la France",
        "Carte : le Nord et le Pas-de-Calais, colorés d'un seul tenant, reliés par un pointillé de Lille à Bruxelles"
        " et séparés de Paris par une ligne sur la Somme.",
    ),
    Picture(
        "103-attente",
        maps.two_shores,
        "Les deux rivages de la Manche",
        "Carte de la Manche : en pointillés et avec un point d'interrogation, le passage étroit de Douvres à Calais,"
        " où le débarquement était attendu ; en flèches pleines, les cinq plages de Normandie, le 6 juin 1944.",
    ),
    Picture(
        "104-armes-v",
        maps.heavy_sites,
        "Cinq sites lourds tournés vers Londres",
        "Carte : cinq lignes droites vont d'Éperlecques, de La Coupole, de Mimoyecques, de Siracourt et de Lottinghen"
        " jusqu'à Londres, à une distance de 150 à 210 km.",
    ),
    Picture(
        "105-bombes",
        counts.raids,
        "Les morts des bombardements, en cinq lieux",
        "Cinq disques noirs posés sur une ligne, d'aire proportionnelle au nombre des morts : Le Portel, environ 500 ;"
        " Lomme, environ 450 ; Lens et Avion, un peu plus de 200 ; Arras, 111 ; Béthune, 87.",
    ),
    Picture(
        "201-ascq",
        scenes.night_line,
        "Ascq, une voie ferrée dans la nuit",
        "Une voie ferrée droite s'éloigne dans la nuit ; de part et d'autre brillent 86 petites lumières.",
    ),
    Picture(
        "202-resistance",
        counts.clandestine,
        "Une feuille clandestine",
        "Une feuille couverte de lignes sans lettres et, à côté, la tranche d'une pile de 65 exemplaires,"
        " le tirage approximatif du premier numéro de La Voix du Nord.",
    ),
    Picture(
        "301-normandie-somme",
        maps.to_the_somme,
        "De la Normandie à la Somme",
        "Carte : deux flèches partent des plages de Normandie (6 juin), l'une vers Paris (25 août), l'autre vers"
        " Amiens, sur la Somme (31 août) ; au-delà, le Nord et le Pas-de-Calais, encore dans l'ombre.",
    ),
    Picture(
        "302-cinq-jours",
        counts.five_days,
        "Cinq jours de septembre 1944",
        "Cinq bandes, du noir au clair, une par jour. 1er septembre : Arras, Vimy, Douai ; 2 : Lens, Cambrai,"
        " Valenciennes, Roubaix ; 3 : Lille ; 4 : Béthune, Montreuil ; 5 : Saint-Omer.",
    ),
    Picture(
        "303-joie",
        scenes.joy,
        "Une rue en fête",
        "Une rue vide de passants, à pignons du Nord : des guirlandes de fanions la traversent, des rubans de papier"
        " tombent le long des façades, trois bouquets sont en l'air.",
    ),
    Picture(
        "401-derniers-crimes",
        scenes.empty_platform,
        "Un quai de marchandises, la nuit",
        "Après le départ du train, la nuit : un quai de marchandises désert, des portes closes, deux voies vides ;"
        " une seule lampe éclaire le sol.",
    ),
    Picture(
        "402-face-sombre",
        scenes.letter_and_chair,
        "Une lettre, une chaise vide",
        "À gauche une lettre tapée à la machine, aux lignes illisibles, signée ; à droite une chaise de bois, vide.",
    ),
    Picture(
        "501-littoral",
        maps.coast,
        "Le littoral, jusqu'au 9 mai 1945",
        "Carte de la côte : Boulogne, 22 septembre 1944 ; Gris-Nez, 29 septembre ; Calais, 30 septembre ; Dunkerque,"
        " 9 mai 1945. L'aire de chaque disque noir dit les jours d'attente depuis le 5 septembre 1944.",
    ),
    Picture(
        "502-revenir",
        counts.coming_back,
        "Revenir, reconstruire, voter",
        "Deux barres : 28 millions de tonnes de charbon en 1938, 18 en 1944. Puis l'année 1945 : au printemps des"
        " lignes arrivent de l'est, d'autres s'interrompent en chemin ; le 29 avril, un bulletin dans une urne.",
    ),
)


def main() -> None:
    """Write every picture."""
    folder = Path(__file__).parent
    for picture in PICTURES:
        text = picture.draw().svg(picture.title, picture.description)
        (folder / f"{picture.name}.svg").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
