//! The colours of each appearance.

use super::{Rgb, Theme};

/// A set of colours.
const fn colours<const COUNT: usize>(numbers: [u32; COUNT]) -> [Rgb; COUNT] {
    let mut colours = [Rgb(0, 0, 0); COUNT];
    let mut place = 0;
    while place < COUNT {
        colours[place] = Rgb::hex(numbers[place]);
        place += 1;
    }
    colours
}

impl Theme {
    /// White paper.
    pub const LIGHT: Theme = Theme {
        name: "light",
        paper: Rgb::hex(0xffffff),
        ink: Rgb::hex(0x171c22),
        quiet: Rgb::hex(0x5a636d),
        grid: Rgb::hex(0xe1e4e8),
        axis: Rgb::hex(0x6b747e),
        shade: Rgb::hex(0xf1f2f4),
        signal: Rgb::hex(0xffc83d),
        on_signal: Rgb::hex(0x2b2000),
        groups: colours([0x1e6846, 0x799b5b, 0x148fc6, 0xc1420e, 0x2e3545]),
        destinations: colours([
            0xe11845, 0x055bad, 0x61285c, 0x029bc3, 0xb68906, 0x384d0c, 0x919191,
        ]),
        ordered: colours([0x3d9ad1, 0x081c3a]),
        neutral: Rgb::hex(0x2f5f8f),
        muted: Rgb::hex(0x8c939b),
        steps: colours([0x2b6ca3, 0xc2621a]),
        numbered: colours([
            0x2750c1, 0xdc7a22, 0x6b176e, 0x469c9d, 0x831143, 0xa5815b, 0x4a4302, 0x9885d8,
        ]),
        sequential: colours([
            0xe6eef5, 0xb5d1e4, 0x81b2d2, 0x4a8fbd, 0x2d6c9e, 0x184a7a, 0x0a2a4f,
        ]),
        diverging: colours([
            0x0b4f8a, 0x5792be, 0xa2c7df, 0xececec, 0xebbc95, 0xcf8149, 0x9a3c06,
        ]),
        patterned: false,
    };

    /// A dark page.
    pub const DARK: Theme = Theme {
        name: "dark",
        paper: Rgb::hex(0x15191e),
        ink: Rgb::hex(0xeceef1),
        quiet: Rgb::hex(0xa6aeb7),
        grid: Rgb::hex(0x2b3138),
        axis: Rgb::hex(0x838c96),
        shade: Rgb::hex(0x1f252b),
        signal: Rgb::hex(0xffc83d),
        on_signal: Rgb::hex(0x2b2000),
        groups: colours([0x518858, 0xafeda2, 0x4dabfe, 0xf79044, 0xacacb0]),
        destinations: colours([
            0xeb654d, 0x6394f0, 0x965d9d, 0x7becf4, 0xeddb5f, 0x9ed498, 0x969696,
        ]),
        ordered: colours([0x2f73b0, 0xf2f9ff]),
        neutral: Rgb::hex(0x7fb2e5),
        muted: Rgb::hex(0x6d757e),
        steps: colours([0x6aa9dc, 0xf09752]),
        numbered: colours([
            0x607aee, 0xf0ae36, 0xb44b96, 0x8af2dd, 0xd64163, 0xf4e29d, 0x867001, 0xb8bffe,
        ]),
        sequential: colours([
            0x20303e, 0x274f71, 0x37719c, 0x4f96c0, 0x84bcd5, 0xbbdde3, 0xf3f8e8,
        ]),
        diverging: colours([
            0x8cc8f5, 0x5991c2, 0x3b6286, 0x343a41, 0x815433, 0xc57c46, 0xffb27a,
        ]),
        patterned: false,
    };

    /// A black page with bright marks, patterns, dashes and shapes, for those who see little.
    pub const CONTRAST: Theme = Theme {
        name: "contrast",
        paper: Rgb::hex(0x000000),
        ink: Rgb::hex(0xffffff),
        quiet: Rgb::hex(0xffffff),
        grid: Rgb::hex(0x5c5c5c),
        axis: Rgb::hex(0xffffff),
        shade: Rgb::hex(0x2a2a2a),
        signal: Rgb::hex(0xffe900),
        on_signal: Rgb::hex(0x000000),
        groups: colours([0x8af77c, 0x98b677, 0x4dabfe, 0xff8804, 0xffffff]),
        destinations: colours([
            0xdd6a4c, 0x6a79ff, 0xae7dbe, 0x40f9ff, 0xedcf17, 0x9ed498, 0xf2ff82,
        ]),
        ordered: colours([0x2f82e0, 0xffffff]),
        neutral: Rgb::hex(0x8fc4ff),
        muted: Rgb::hex(0x909090),
        steps: colours([0x5ab4ff, 0xffb03b]),
        numbered: colours([
            0x6aa0ff, 0xffcf0b, 0x895bff, 0x89efd1, 0xff368c, 0xffff8f, 0xa09030, 0xbecbff,
        ]),
        sequential: colours([
            0x202020, 0x1f4a75, 0x2f77b5, 0x4fa6e0, 0x8acdeb, 0xc5eaf5, 0xffffff,
        ]),
        diverging: colours([
            0x8cc8f5, 0x5991c2, 0x3b6286, 0x343a41, 0x815433, 0xc57c46, 0xffb27a,
        ]),
        patterned: true,
    };
}
