"""English: kings and popes, ranks before names, and what is counted."""

from __future__ import annotations

RULERS = (
    *("Elizabeth", "George", "Edward", "Henry", "Charles", "William", "James", "Richard", "Louis", "Philip", "Francis"),
    *(
        "Victor Emmanuel",
        "Umberto",
        "Ferdinand",
        "Alfonso",
        "Ramesses",
        "Ramses",
        "Ptolemy",
        "Gustav",
        "Haakon",
        "Otto",
    ),
    *("Innocent", "Gregory", "Clement", "Sixtus", "Boniface", "Julius"),
    *("Napoleon", "Leopold", "Albert", "Frederick", "Nicholas", "Alexander", "Pius", "Paul", "John Paul", "Wilhelm"),
)
"""Names after which a Roman numeral is a rank: `Elizabeth the Second`."""

MORE_RULERS = (
    *("John", "Leo", "Urban", "Benedict", "Adrian", "Catherine", "Peter", "Ivan", "Mary", "Robert", "David", "Malcolm"),
    *("Christian", "Cleopatra", "Thutmose", "Amenhotep", "Mehmed", "Murad", "Selim", "Darius", "Joseph", "Maximilian"),
    *("Rudolf", "Baldwin", "Philippe", "Ludwig", "Franz"),
)
"""Names that people of today bear too: after them only a numeral of two letters or more is a rank."""

COUNTED = (
    *(
        "men",
        "women",
        "people",
        "children",
        "soldiers",
        "prisoners",
        "troops",
        "civilians",
        "workers",
        "visitors",
        "dead",
    ),
    *("deaths", "casualties", "victims", "aircraft", "planes", "bombs", "shells", "rockets", "ships", "tanks", "guns"),
    *("tonnes", "tons", "miles", "metres", "feet", "years", "days", "hours", "houses", "books", "objects", "works"),
    *("paintings", "photographs", "pieces", "specimens", "species", "graves", "families", "inhabitants", "volunteers"),
)
"""What is counted: after `some` and before these four figures are no year: `some 1250 people`."""

RANKS = {
    "Gen": "General",
    "Maj": "Major",
    "Brig": "Brigadier",
    "Col": "Colonel",
    "Capt": "Captain",
    "LCpl": "Lance Corporal",
    "Cdr": "Commander",
    "F/O": "Flying Officer",
    "P/O": "Pilot Officer",
    "Spr": "Sapper",
    "Gnr": "Gunner",
    "Tpr": "Trooper",
    "Rfn": "Rifleman",
    "Bdr": "Bombardier",
    "Messrs": "Messers",
    "Mt": "Mount",
    "Ft": "Fort",
}
"""What is said so before a name only."""
