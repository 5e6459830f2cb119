"""French: kings and popes, ranks of officers, and nouns that numbers agree with."""

from __future__ import annotations

RULERS = (
    *("Charles", "Louis", "François", "Henri", "Philippe", "Jean", "Napoléon", "Guillaume", "Léopold", "Albert"),
    *(
        "Jean-Paul",
        "Ferdinand",
        "Alphonse",
        "Gustave",
        "Maximilien",
        "Victor-Emmanuel",
        "Baudouin",
        "Ramsès",
        "Ptolémée",
    ),
    *("Grégoire", "Innocent", "Boniface", "Sixte", "Jules", "Léon", "Benoît"),
    *("Pie", "Paul", "Georges", "George", "Édouard", "Frédéric", "Nicolas", "Alexandre", "Clément", "Urbain"),
)
"""Names after which a single Roman I, V or X is a number."""

OFFICERS = {
    "Gal": "général",
    "Gén": "général",
    "Mal": "maréchal",
    "Col": "colonel",
    "Lt-Col": "lieutenant-colonel",
    "Lt-col": "lieutenant-colonel",
    "Lt-Cl": "lieutenant-colonel",
    "Cdt": "commandant",
    "Cne": "capitaine",
    "Cap": "capitaine",
    "Lt": "lieutenant",
    "Slt": "sous-lieutenant",
    "S.-Lt": "sous-lieutenant",
    "S/Lt": "sous-lieutenant",
    "Adj": "adjudant",
    "Adjt": "adjudant",
    "Sgt": "sergent",
    "Cpl": "caporal",
    "Sdt": "soldat",
}
"""Ranks before a name; those that are words too (`Col`, `Cap`) only with a full stop."""

_FEMININE = (
    *("femmes", "personnes", "victimes", "familles", "filles", "veuves", "mères", "tombes", "maisons", "villes"),
    *("communes", "heures", "minutes", "secondes", "années", "semaines", "journées", "nuits", "tonnes", "bombes"),
    *("fusées", "rampes", "galeries", "photographies", "photos", "lettres", "pages", "divisions", "armées", "voix"),
    *("étapes", "salles", "places", "croix", "fois", "ogives", "cloches", "médailles", "œuvres", "pièces", "toiles"),
    *("sculptures", "statues", "statuettes", "colonnes", "stations", "voitures", "locomotives", "mines", "écoles"),
    *("églises", "usines", "grenades", "mitrailleuses", "batteries", "cartes", "gares", "unités", "recrues", "vies"),
    *("infirmières", "ouvrières", "travailleuses", "prisonnières", "habitantes", "îles", "rues", "portes", "fenêtres"),
    *("étoiles", "sections", "compagnies", "brigades", "escadrilles", "sorties", "missions", "attaques", "explosions"),
    *("pertes", "péniches", "âmes", "lieues", "caisses", "pierres", "cartouches", "balles", "charges", "langues"),
    *("estampes", "gravures", "peintures", "aquarelles", "assiettes", "coupes", "monnaies", "tables", "chambres"),
    *("nations", "provinces", "collections", "générations", "décennies", "éditions", "visites", "entrées", "têtes"),
)
FEMININE_NOUNS = frozenset(word for noun in _FEMININE for word in (noun, noun.removesuffix("s")))
"""Before these words a number that ends in one is feminine: `21 femmes`."""
