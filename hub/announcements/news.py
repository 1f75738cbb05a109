"""What stands, told: to every device at once, to staff with who shows it. Needs an application context."""

from dataclasses import asdict
from typing import Any

from hub import steady
from hub.access import Role
from hub.announcements import receipts, standing, telling, words
from hub.announcements.models import Announcement
from hub.announcements.receipts import Receipts
from hub.announcements.replies import AnnouncementReply, AnnouncementsReply, StandingReply, ToldReply
from hub.announcements.standing import Stand, Standing
from hub.announcements.telling import Kind
from hub.box import Hub, this_hub
from hub.models import Device

CHANNEL = "announcements"
TOPIC = "announced"
# Whom an evacuation turns beside the path screens.
EVERYBODY = (Role.SCREEN, Role.DISPLAY, Role.KIOSK)


def now() -> Standing:
    """What stands at this moment."""
    return standing.fold(telling.everything(), steady.now())


def for_devices(held: Standing) -> StandingReply:
    """All that a device needs, in every language."""
    return StandingReply(
        seq=held.seq,
        set=steady.set_number(),
        now=steady.now(),
        standing=[AnnouncementReply.model_validate(_told(stand)) for stand in held.stands],
    )


def evacuation() -> AnnouncementReply | None:
    """The evacuation that stands, for a page that must not be opened without it."""
    told = for_devices(now()).standing
    return told[-1] if told and told[-1].kind == Kind.EVACUATION else None


def publish(hub: Hub) -> Standing:
    """Tell every device at once what stands; after the commit only."""
    held = now()
    hub.live.publish(CHANNEL, for_devices(held).model_dump(mode="json"))
    hub.live.announce()
    return held


def for_staff(held: Standing) -> AnnouncementsReply:
    """What stands, with how many show it."""
    shown, here = receipts.of(this_hub().app), meant_devices() if held.stands else []
    return AnnouncementsReply(
        seq=held.seq, now=steady.now(), standing=[_with_receipts(stand, here, shown) for stand in held.stands]
    )


def counts() -> dict[str, Any]:
    """What staff's pages listen to: {"seq", "standing": [{"id", "shown", "meant"}]}."""
    told = for_staff(now())
    return {
        "seq": told.seq,
        "standing": [{"id": one.id, "shown": one.shown, "meant": one.meant} for one in told.standing],
    }


def meant_devices() -> list[Device]:
    """Every paired device that may have to show something."""
    query = Device.select().where(Device.role.in_(EVERYBODY), Device.revoked_at.is_null(), Device.token_hash.is_null())
    return list(query.order_by(Device.name))


def _told(stand: Stand) -> dict[str, Any]:
    row = stand.row
    return {
        "id": row.id,
        "seq": stand.seq,
        "kind": row.kind,
        "words": {language: asdict(said) for language, said in words.say(row).items()},
        "typed": bool(row.text),
        "at": row.at,
        "expires_at": row.expires_at,
        "devices": telling.devices_of(row),
    }


def _with_receipts(stand: Stand, here: list[Device], shown: Receipts) -> ToldReply:
    meant = [device for device in here if _is_meant(device, stand.row)]
    painted = shown.devices(stand.seq)
    missing = [device.name for device in meant if device.id not in painted]
    return ToldReply.model_validate(
        {
            **_told(stand),
            "text": stand.row.text,
            "who": stand.row.who,
            "shown": len(meant) - len(missing),
            "meant": len(meant),
            "missing": missing,
        }
    )


def _is_meant(device: Device, row: Announcement) -> bool:
    if row.kind == Kind.EVACUATION:
        return True
    chosen = telling.devices_of(row)
    return device.role == Role.SCREEN and (not chosen or device.id in chosen)
