"""Makes the fonts in www/fonts from Arimo, as small as figures allow.

    pip install fonttools brotli
    python3 xtask/fonts/make.py <folder with Arimo-Regular.ttf and Arimo-Bold.ttf>

The folder is the one of Debian's package fonts-croscore, for example. Kept are the letters that
crates/figures/src/metrics.rs knows the widths of and the signs of formulas, without hints and ligatures.
Run again only when letters are added: the files are committed.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x218, 0x21C),
    *(0x394, 0x3BB, 0x3C3, 0x3C7),
    *(0x2009, 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E),
    *(0x2022, 0x2026, 0x202F, 0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
]
# Licence and its address stay in the file.
NAMES = [0, 1, 2, 13, 14]
MIDDLE_DOT = 0xB7

source = Path(sys.argv[1])
target = Path(__file__).parents[2] / "www/fonts"
for style, weight in [("Regular", 400), ("Bold", 700)]:
    font = TTFont(source / f"Arimo-{style}.ttf")
    options = subset.Options(
        hinting=False,
        layout_features=["kern"],
        name_IDs=NAMES,
        glyph_names=False,
        notdef_outline=True,
    )
    options.drop_tables += ["GDEF", "GSUB", "DSIG", "meta"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    # The one letter that is wider than in Arial.
    glyph = font.getBestCmap()[MIDDLE_DOT]
    _, bearing = font["hmtx"][glyph]
    font["hmtx"][glyph] = (569, bearing - 56)
    font.flavor = "woff2"
    path = target / f"arimo-{weight}.woff2"
    font.save(path)
    print(path, path.stat().st_size)
