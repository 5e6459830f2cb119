"""What goes on each card: profile, layout, files and plan, with all that is wrong, before anything is written."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from guide import __version__
from guide.build.finished import read_manifest
from guide.errors import GuideError, SettingsError, StoreError, UsageError
from guide.load.variants import Making, Variant, Variants
from guide.load.wishes import LoadWish
from guide.model.artifact import StoredFile, size_and_digest
from guide.model.card import READY, CardEntry, CardFile, CardLayout, CardManifest, CardPlan, CardRecord, CardSelection
from guide.model.finding import Finding, Message, Severity
from guide.model.nearest import nearest
from guide.model.player import Profile
from guide.model.script import STANDARD
from guide.model.track import Manifest
from guide.outputs.cards import lay_out, usable_languages
from guide.parsing.keywords import language_meant
from guide.players.contents import read_contents
from guide.players.contract import Card
from guide.players.journal import read_manifest as read_card_manifest
from guide.players.loading import CardJob
from guide.players.mounted import MountedCard
from guide.players.mounts import keeps_order
from guide.players.planning import Permission, plan_card
from guide.players.profiles import find_profile
from guide.players.staying import StayingCard
from guide.players.trouble import card_trouble
from guide.project import Project
from guide.store.cache import Cache
from guide.store.publishing import check_whole
from guide.store.state import read_state

UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\\\ud800-\udfff]")
"""What may not stand in a player's name: a card comes from anywhere, and what would move a terminal is not believed.
Surrogates stand for bytes of a folder's name that are no UTF-8."""
PLAYERS = "players"
"""The project's folder of a museum's own profiles and of the ledger."""

_Files = tuple[list[CardFile], CardLayout, int]
"""The files of a kind of card, its layout, and how many of the sizes are estimates."""


@dataclass(frozen=True, slots=True)
class PreparedCard:
    """A card that can be looked at: its job, or None where something forbids it (`findings` say what)."""

    name: str
    card: Card
    root: Path
    profile: Profile | None
    job: CardJob | None
    findings: tuple[Finding, ...]
    estimated: int = 0

    @property
    def loadable(self) -> bool:
        """Return whether nothing forbids loading it."""
        return self.job is not None and not any(one.severity is Severity.ERROR for one in self.findings)


def built_guide(project: Project) -> Manifest:
    """Return the manifest of a finished guide whose files are all there.

    Raises UsageError (`load-not-built`), MixedFolder, ManifestError.
    """
    manifest = read_manifest(project.out)
    if manifest is None:
        raise UsageError("load-not-built", folder=str(project.out))
    files = {record.path: record.sha256 for record in manifest.files}
    check_whole(project.out, files, state=read_state(project.state))
    return manifest


class Preparing:
    """One load: looks at each card, lays out each kind once."""

    def __init__(
        self, project: Project, wish: LoadWish, *, make: bool, making: Making = lambda _done, _total: None
    ) -> None:
        """Read the finished guide. `make` False leaves out making tracks, and sizes are estimated."""
        self.project, self.wish, self.make, self.making = project, wish, make, making
        self.guide = built_guide(project)
        self._files: dict[tuple[str, CardSelection], _Files | GuideError] = {}
        self._variants: dict[str, Variants] = {}
        self._seen: dict[str, str] = {}

    def card(self, root: Path) -> PreparedCard:
        """Return what is to be done to one card; nothing is raised for what is wrong with it alone.

        What fails in the guide, and not on the card, is not laid at the card's door: that ends the load.
        """
        name, card = str(root), MountedCard(root)
        profile: Profile | None = None
        try:
            with card_trouble(name):
                if not root.is_dir():
                    raise UsageError("card-not-found", card=name)
                card = StayingCard(root)
                found = read_card_manifest(card)
            profile = self._profile(found)
            with card_trouble(name):
                selection = self.selection(found)
            files, layout, estimated = self.files(profile, selection)
            if not files:
                return PreparedCard(name, card, root, profile, None, layout.findings)
            with card_trouble(name):
                job, findings = self._job(name, card, profile, found, files)
        except SettingsError as error:
            return PreparedCard(name, card, root, profile, None, error.findings)
        except GuideError as error:
            return PreparedCard(name, card, root, profile, None, (error.as_finding(),))
        findings = (*layout.findings, *self._in_vain(profile), *findings)
        return PreparedCard(name, card, root, profile, job, findings, estimated)

    def _in_vain(self, profile: Profile) -> tuple[Finding, ...]:
        """Return that a choice among tracks was made for a player that takes the visitor's page, which is whole."""
        chosen = self.wish.languages or self.wish.level or self.wish.tour
        in_vain = chosen and profile.naming.contents == "web"
        return (Finding(Severity.WARNING, Message("load-page-is-whole")),) if in_vain else ()

    def _profile(self, found: CardManifest | None) -> Profile:
        name = self.wish.profile or (found.profile if found else "")
        if not name:
            raise UsageError("load-needs-profile")
        return find_profile(name, self.project.root / PLAYERS)

    def selection(self, found: CardManifest | None) -> CardSelection:
        """Return what of the guide goes on a card: as wished, else as last time, else everything."""
        languages = self.wish.languages or (found.languages if found else ()) or usable_languages(self.guide)
        usable = usable_languages(self.guide)
        for tag in languages:
            if tag not in usable:
                near, known = language_meant(tag, usable), ", ".join(usable)
                raise UsageError("load-language-not-there", suggestion=near, language=tag, known=known)
        tour = self.wish.tour or (found.tour if found else "")
        tours = [one.id for one in self.guide.tours]
        if tour and tour not in tours:
            raise UsageError("tour-not-there", suggestion=nearest(tour, tours), tour=tour, known=", ".join(tours))
        level = self.wish.level or (found.level if found else "") or STANDARD
        levels = dict.fromkeys(track.level for track in self.guide.tracks.values())
        if self.wish.level and level not in levels:
            known = ", ".join(levels)
            raise UsageError("load-level-not-there", suggestion=nearest(level, levels), level=level, known=known)
        return CardSelection(tuple(languages), level, tour)

    def _job(
        self, name: str, card: Card, profile: Profile, found: CardManifest | None, files: Sequence[CardFile]
    ) -> tuple[CardJob, tuple[Finding, ...]]:
        facts, contents = card.facts(), read_contents(card)
        allowed = Permission(self.wish.prune, self.wish.other_guide, self.wish.folder)
        plan = plan_card(
            files, profile, facts=facts, contents=contents, manifest=found, guide=self.guide.guide, allowed=allowed
        )
        wanted = self._wanted(files, plan, profile, found, volume=facts.volume, folder=Path(name).name)
        by_directory = profile.card.order == "directory" and keeps_order(facts)
        fat = facts.system in {"fat16", "fat32"}
        job = CardJob(name, plan, wanted, found, contents, facts.flush, by_directory, fat)
        return job, (*plan.findings, *self._twice(wanted.player, name))

    def _twice(self, player: str, name: str) -> tuple[Finding, ...]:
        other = self._seen.setdefault(player, name)
        if other == name:
            return ()
        values = {"one": other, "two": name, "options": " --folder" if self.wish.folder else ""}
        return (Finding(Severity.ERROR, Message("card-twice", values)),)

    def _wanted(
        self,
        files: Sequence[CardFile],
        plan: CardPlan,
        profile: Profile,
        found: CardManifest | None,
        *,
        volume: str,
        folder: str,
    ) -> CardManifest:
        """Return the manifest that a card is to carry."""
        known = found if found and not self.wish.new_player else None
        before = (found.version if found.state == READY else found.before) if found else ""
        return CardManifest(
            serial=found.serial if found else 0,
            player=known.player if known else str(uuid.uuid4()),
            label=self.wish.label or (known.label if known else "") or UNFIT.sub("", folder),
            guide=self.guide.guide,
            version=self.guide.version,
            before=before,
            profile=profile.name,
            languages=self.wish.languages or (found.languages if found else ()),
            state=READY,
            files=tuple(CardRecord(one.path, one.size_bytes, one.sha256, one.track) for one in files),
            earlier=plan.left,
            level=self.wish.level or (found.level if found else ""),
            tour=self.wish.tour or (found.tour if found else ""),
            volume=volume,
            tool_version=__version__,
        )

    def files(self, profile: Profile, selection: CardSelection) -> _Files:
        """Return the files of a kind of card. Raises GuideError: for the same kind the same, tried once."""
        key = (profile.name, selection)
        if key not in self._files:
            try:
                self._files[key] = self._laid_out(profile, selection)
            except GuideError as error:
                self._files[key] = error
        found = self._files[key]
        if isinstance(found, GuideError):
            raise found
        return found

    def _laid_out(self, profile: Profile, selection: CardSelection) -> _Files:
        layout = lay_out(self.guide, profile, selection)
        if any(one.severity is Severity.ERROR for one in layout.findings):
            return [], layout, 0
        return self._made_from_sound_cache(profile, layout)

    def _made_from_sound_cache(self, profile: Profile, layout: CardLayout) -> _Files:
        """Make the files; where a damaged entry of the cache comes to light, drop all that are and begin again."""
        try:
            return self._made(profile, layout)
        except StoreError as error:
            if error.message.code != "cache-damaged":
                raise
        Cache(self.project.cache).drop_damaged()
        return self._made(profile, layout)

    def _made(self, profile: Profile, layout: CardLayout) -> _Files:
        variants = self._variants.setdefault(profile.name, Variants(self.project, self.guide, profile))
        tracks = [self.guide.tracks[entry.track] for entry in layout.entries if entry.track]
        planned = {one.track.id: one for one in variants.planned(tracks)}
        missing = [one for one in planned.values() if not one.made]
        if missing and self.make:
            variants.make(missing, jobs=self.wish.jobs, making=self.making)
        waiting = set() if self.make else {one.track.id for one in missing}
        files = [
            self._file(entry, variants, planned.get(entry.track), entry.track in waiting) for entry in layout.entries
        ]
        return files, layout, len(waiting)

    def _file(self, entry: CardEntry, variants: Variants, variant: Variant | None, waits: bool) -> CardFile:
        if entry.content is not None:
            size, digest = size_and_digest(entry.content)
            return CardFile(entry.path, entry.content, size, digest)
        if not entry.track:
            record = next(one for one in self.guide.files if one.path == entry.source)
            stored = StoredFile(self.project.out / record.path, record.size_bytes, record.sha256)
            return CardFile(entry.path, stored, stored.size_bytes, stored.sha256)
        track = self.guide.tracks[entry.track]
        if waits:
            return CardFile(entry.path, b"", variants.estimate_bytes(track), "", entry.track)
        stored = variants.file(track, variant)
        return CardFile(entry.path, stored, stored.size_bytes, stored.sha256, entry.track)


def explained(project: Project, name: str) -> tuple[Profile, CardLayout | None]:
    """Return a profile, and the layout of the built guide by it (None where no guide is built).

    Raises UsageError and SettingsError for a profile that is not there or wrong.
    """
    profile = find_profile(name, project.root / PLAYERS)
    manifest = read_manifest(project.out)
    if manifest is None:
        return profile, None
    languages = usable_languages(manifest)
    if profile.limits.languages:
        languages = languages[: profile.limits.languages]
    return profile, lay_out(manifest, profile, CardSelection(languages, STANDARD))
