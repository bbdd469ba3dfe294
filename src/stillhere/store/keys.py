"""The data key and the slots that wrap it; the only module that knows cryptography.

One random key of 32 bytes encrypts a store for ever. Each slot wraps it for one holder;
this version writes slots of one kind, `passphrase`, and passes over kinds it does not
know. Invariants: the key is never on disk unwrapped; every change writes a whole new
file; a wrong passphrase and a damaged file are told apart by the plain checksum.
"""

import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from argon2.exceptions import Argon2Error
from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from stillhere.errors import StillHereError
from stillhere.store.faults import told
from stillhere.store.files import write_atomically

FORMAT = "stillhere-keys-1"
KEY_BYTES = 32
MEMORY_KIB, PASSES, LANES = 64 * 1024, 3, 4
"""Second recommended choice of RFC 9106, section 4 (2021); stated in every slot."""

_LIMITS = {"memory_kib": 1 << 21, "passes": 64, "lanes": 64}
"""A slot that asks for more was not written by this program: two GiB, 64, 64."""


@dataclass(frozen=True, slots=True)
class DataKey:
    """The unwrapped key of one store; kept out of `repr`.

    Attributes:
        secret: 32 random bytes from which the working keys are derived.
    """

    secret: bytes = field(repr=False)

    def subkey(self, purpose: str) -> bytes:
        """32 bytes for one purpose; keys of two purposes tell nothing of each other."""
        mark = purpose.encode()
        return blake2b(mark, digest_size=KEY_BYTES, key=self.secret).digest()

    @property
    def database(self) -> str:
        """The database's raw key in the form SQLCipher reads."""
        return f"x'{self.subkey('database').hex()}'"


def keys_path(store: Path) -> Path:
    """The slot file that belongs to a store."""
    return store.with_name(store.name + ".keys")


def make_keys(store: Path, passphrase: str) -> DataKey:
    """Make a new data key and write its first slot; never writes over a key file."""
    path = keys_path(store)
    if path.exists():
        raise StillHereError("store/exists", path=path)
    key = DataKey(secrets.token_bytes(KEY_BYTES))
    name = secrets.token_hex(16)
    _write(path, name, [_wrap(key, name, passphrase)])
    return key


def unlock(store: Path, passphrase: str) -> DataKey:
    """Open the data key of a store with a passphrase.

    Raises:
        StillHereError: `store/keys-missing`, `store/keys-damaged` or
            `store/wrong-passphrase`; they are never mistaken for one another.
    """
    name, slots = _read(store)
    return _find(store, name, slots, passphrase)[1]


def change_passphrase(store: Path, old: str, new: str) -> None:
    """Wrap the same data key anew; backups taken before keep the old passphrase."""
    name, slots = _read(store)
    number, key = _find(store, name, slots, old)
    slots[number] = _wrap(key, name, new)
    with told(keys_path(store)):
        _write(keys_path(store), name, slots)


def _find(
    store: Path, name: str, slots: list[dict[str, Any]], passphrase: str
) -> tuple[int, DataKey]:
    for number, slot in enumerate(slots):
        if slot["kind"] != "passphrase":
            continue
        try:
            return number, _unwrap(slot, name, passphrase)
        except InvalidTag:
            continue
        except (KeyError, ValueError, TypeError, Argon2Error) as error:
            raise _damaged(store, "a slot cannot be read") from error
    raise StillHereError("store/wrong-passphrase", keys=keys_path(store))


def _derive(slot: Mapping[str, Any], passphrase: str) -> bytes:
    # One passphrase typed on two keyboards may differ in composition only.
    text = unicodedata.normalize("NFC", passphrase)
    if not text:
        raise StillHereError("store/empty-passphrase")
    if any(not 0 < slot[name] <= most for name, most in _LIMITS.items()):
        raise ValueError("parameters out of bounds")
    return hash_secret_raw(
        text.encode(),
        bytes.fromhex(slot["salt"]),
        time_cost=slot["passes"],
        memory_cost=slot["memory_kib"],
        parallelism=slot["lanes"],
        hash_len=KEY_BYTES,
        type=Type.ID,
        version=slot["version"],
    )


def _wrap(key: DataKey, name: str, passphrase: str) -> dict[str, Any]:
    slot: dict[str, Any] = {
        "kind": "passphrase",
        "derivation": "argon2id",
        "version": ARGON2_VERSION,
        "memory_kib": MEMORY_KIB,
        "passes": PASSES,
        "lanes": LANES,
        "salt": secrets.token_hex(16),
        "cipher": "aes-256-gcm",
        "nonce": secrets.token_hex(12),
    }
    cipher = AESGCM(_derive(slot, passphrase))
    nonce = bytes.fromhex(slot["nonce"])
    wrapped = cipher.encrypt(nonce, key.secret, _bound(slot, name))
    return {**slot, "wrapped": wrapped.hex()}


def _unwrap(slot: Mapping[str, Any], name: str, passphrase: str) -> DataKey:
    cipher = AESGCM(_derive(slot, passphrase))
    nonce, wrapped = bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"])
    secret = cipher.decrypt(nonce, wrapped, _bound(slot, name))
    if len(secret) != KEY_BYTES:
        raise ValueError("not a key")
    return DataKey(secret)


def _bound(slot: Mapping[str, Any], name: str) -> bytes:
    """Associated data: nobody can weaken a slot or carry it to another store."""
    header = {k: v for k, v in slot.items() if k != "wrapped"}
    return _canonical({"format": FORMAT, "store": name, "slot": header})


def _canonical(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _write(path: Path, name: str, slots: list[dict[str, Any]]) -> None:
    content = {"format": FORMAT, "store": name, "slots": slots}
    sealed = {**content, "checksum": _checksum(content)}
    write_atomically(path, json.dumps(sealed, indent=1).encode() + b"\n")


def _checksum(content: Mapping[str, Any]) -> str:
    return blake2b(_canonical(content), digest_size=16).hexdigest()


def _read(store: Path) -> tuple[str, list[dict[str, Any]]]:
    try:
        content = json.loads(keys_path(store).read_bytes())
        checksum = content.pop("checksum")
        found = (str(content["store"]), list(content["slots"]))
    except FileNotFoundError as error:
        path = keys_path(store)
        raise StillHereError("store/keys-missing", path=store, keys=path) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(store, "it is not the text it should be") from error
    if checksum != _checksum(content):
        raise _damaged(store, "its checksum does not agree")
    if content["format"] != FORMAT:
        raise _damaged(store, f"its format {content['format']} is unknown")
    return found


def _damaged(store: Path, reason: str) -> StillHereError:
    return StillHereError("store/keys-damaged", keys=keys_path(store), reason=reason)
