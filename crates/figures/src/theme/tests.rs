use super::*;

/// Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of
/// Color Vision Deficiency", severity 1.0, applied to linear RGB.
const VISION: [(&str, [[f64; 3]; 3]); 4] = [
    (
        "normal",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// CIE 1976 L*a*b* of linear RGB under D65.
fn lab(rgb: [f64; 3]) -> [f64; 3] {
    let mix = |weights: [f64; 3], white: f64| -> f64 {
        let sum: f64 = weights
            .iter()
            .zip(rgb)
            .map(|(weight, part)| weight * part)
            .sum();
        let share = sum / white;
        if share > 0.008856 {
            libm::cbrt(share)
        } else {
            7.787 * share + 16.0 / 116.0
        }
    };
    let x = mix([0.4124564, 0.3575761, 0.1804375], 0.95047);
    let y = mix([0.2126729, 0.7151522, 0.0721750], 1.0);
    let z = mix([0.0193339, 0.1191920, 0.9503041], 1.08883);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn seen(colour: Rgb, matrix: &[[f64; 3]; 3]) -> [f64; 3] {
    let linear = colour.linear();
    lab(matrix.map(|row| {
        let sum: f64 = row
            .iter()
            .zip(linear)
            .map(|(weight, part)| weight * part)
            .sum();
        sum.clamp(0.0, 1.0)
    }))
}

fn distance(one: [f64; 3], two: [f64; 3]) -> f64 {
    let squares: f64 = one.iter().zip(two).map(|(a, b)| (a - b) * (a - b)).sum();
    squares.sqrt()
}

fn numbered(count: u8) -> Vec<Hue> {
    (0..count).map(Hue::Numbered).collect()
}

fn together() -> Vec<Vec<Hue>> {
    use Hue::*;
    vec![
        vec![
            TwoImmigrantParents,
            ImmigratedAsChild,
            OneForeignParent,
            ImmigratedLater,
            Majority,
        ],
        vec![
            ToOrigin,
            ToNordic,
            ToUk,
            ToUsaCanada,
            ToGermany,
            ToOther,
            ToUnknown,
        ],
        vec![NoHigher, BachelorPlus],
        vec![Neutral, Muted],
        vec![More, Less, Majority],
        numbered(8),
    ]
}

#[test]
fn colours_used_together_are_told_apart_by_every_eye() {
    for theme in Theme::ALL {
        for set in together() {
            for (index, &one) in set.iter().enumerate() {
                for &two in &set[..index] {
                    for (vision, matrix) in VISION {
                        let apart =
                            distance(seen(theme.hue(one), &matrix), seen(theme.hue(two), &matrix));
                        assert!(
                            apart >= 20.0,
                            "{}: {one:?} and {two:?} are {apart:.1} apart with {vision}",
                            theme.name
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn ordered_colours_go_one_way_from_the_paper_in_one_hue() {
    for theme in Theme::ALL {
        for count in 2..=Hue::NUMBERED as u8 {
            // Names at the marks tell more of them apart.
            let least = match count {
                ..=4 => 12.0,
                5..=6 => 8.0,
                _ => 5.0,
            };
            let hues = (0..count).map(|place| Hue::Ordered {
                place,
                last: count - 1,
            });
            let colours: Vec<Rgb> = hues.map(|hue| theme.hue(hue)).collect();
            for colour in &colours {
                assert!(colour.contrast(theme.paper) >= 3.0, "{}", theme.name);
                assert!(theme.text_on(*colour).contrast(*colour) >= 4.5);
            }
            for pair in colours.windows(2) {
                assert!(pair[1].contrast(theme.paper) > pair[0].contrast(theme.paper));
                for (vision, matrix) in VISION {
                    let apart = distance(seen(pair[0], &matrix), seen(pair[1], &matrix));
                    assert!(
                        apart >= least,
                        "{} {count} {vision}: {apart:.1}",
                        theme.name
                    );
                }
            }
            // One hue: the channels keep their order, so blue never turns to red or green.
            assert!(
                colours
                    .iter()
                    .all(|colour| colour.0 <= colour.1 && colour.1 <= colour.2)
            );
        }
    }
}

#[test]
fn categories_with_an_order_have_ordered_colours_and_groups_keep_theirs() {
    let codes =
        |codes: &[&str]| -> Vec<String> { codes.iter().map(|&code| code.to_owned()).collect() };
    let among = |dimension: &str, codes: &[String], place: usize| {
        let own = Hue::own(dimension, codes, &codes[place]);
        Hue::among(dimension, codes, place, own)
    };
    let periods = codes(&["2000-2005", "2006-2011", "2012-2017"]);
    let second = Hue::Ordered { place: 1, last: 2 };
    assert_eq!(among("period", &periods, 1), second);
    assert_eq!(
        among("age_group", &codes(&["0-4", "5-9", "10+"]), 1),
        second
    );
    let many: Vec<String> = (2000..2020).map(|year| year.to_string()).collect();
    assert_eq!(among("year", &many, 9), Hue::Numbered(1));
    let groups = codes(&["majority", "nb_one_foreign_parent"]);
    assert_eq!(among("group", &groups, 0), Hue::Majority);
    assert_eq!(among("sex", &codes(&["f", "m"]), 1), Hue::Numbered(1));
    // A country among others is none of the destinations that have colours.
    assert_eq!(
        among("destination", &codes(&["origin", "uk", "other"]), 1),
        Hue::ToUk
    );
    assert_eq!(
        Hue::own("destination", &codes(&["se", "dk", "uk", "de"]), "uk"),
        None
    );
}

#[test]
fn known_colours_have_known_lab_values() {
    // Reference values of sRGB primaries under D65.
    let red = lab(Rgb(255, 0, 0).linear());
    assert!(distance(red, [53.24, 80.09, 67.20]) < 0.1, "{red:?}");
    let white = lab(Rgb(255, 255, 255).linear());
    assert!(distance(white, [100.0, 0.0, 0.0]) < 0.1, "{white:?}");
    assert!((Rgb(0, 0, 0).contrast(Rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
}

#[test]
fn marks_and_texts_stand_out_from_the_paper() {
    for theme in Theme::ALL {
        for hue in together().concat() {
            let mark = theme.hue(hue).contrast(theme.paper);
            assert!(mark >= 3.0, "{}: {hue:?} has {mark:.2}", theme.name);
            let text = theme.hue_text(hue).contrast(theme.paper);
            assert!(text >= 4.5, "{}: name of {hue:?} has {text:.2}", theme.name);
            let field = theme.hue(hue);
            let inside = theme.text_on(field).contrast(field);
            assert!(
                inside >= 4.5,
                "{}: text on {hue:?} has {inside:.2}",
                theme.name
            );
        }
        for (text, ground) in [
            (theme.ink, theme.paper),
            (theme.quiet, theme.paper),
            (theme.quiet, theme.shade),
            (theme.on_signal, theme.signal),
        ] {
            assert!(text.contrast(ground) >= 4.5, "{}: {text:?}", theme.name);
        }
        assert!(theme.axis.contrast(theme.paper) >= 3.0, "{}", theme.name);
    }
}

#[test]
fn classes_of_a_heat_map_are_told_apart_by_every_eye() {
    for theme in Theme::ALL {
        for diverging in [false, true] {
            let classes: Vec<Rgb> = (0..Theme::CLASSES)
                .map(|place| theme.class(place, Theme::CLASSES, diverging))
                .collect();
            for (vision, matrix) in VISION {
                let seen: Vec<[f64; 3]> =
                    classes.iter().map(|class| seen(*class, &matrix)).collect();
                for (index, one) in seen.iter().enumerate() {
                    for two in &seen[..index] {
                        let apart = distance(*one, *two);
                        assert!(apart >= 10.0, "{} {vision}: {apart:.1}", theme.name);
                    }
                }
                // More is always further from the paper, so that order needs no hue.
                let lightness: Vec<f64> = seen.iter().map(|class| class[0]).collect();
                let towards = lightness[6] - lightness[0];
                let rises = |pair: &[f64]| (pair[1] - pair[0]) * towards > 0.0;
                assert!(
                    diverging || lightness.windows(2).all(rises),
                    "{}",
                    theme.name
                );
            }
            for class in classes {
                assert!(theme.text_on(class).contrast(class) >= 4.5, "{class:?}");
            }
        }
    }
}

#[test]
fn high_contrast_means_seven_to_one_for_text_and_more_than_colour_for_marks() {
    let theme = Theme::CONTRAST;
    for text in [theme.ink, theme.quiet, theme.axis] {
        assert!(text.contrast(theme.paper) >= 7.0);
    }
    assert!(theme.on_signal.contrast(theme.signal) >= 7.0);
    for set in together() {
        for hue in &set {
            assert!(theme.hue(*hue).contrast(theme.paper) >= 4.5, "{hue:?}");
        }
        // Without its colour every mark has a pattern, a dash and a shape of its own.
        if !set.contains(&Hue::More) {
            let mut places: Vec<usize> = set.iter().map(|hue| hue.place()).collect();
            places.sort_unstable();
            places.dedup();
            assert_eq!(places.len(), set.len(), "{set:?}");
        }
    }
}

#[test]
fn forced_colours_use_the_two_colours_of_the_system_only() {
    for (ground, text) in [
        (Rgb(0, 0, 0), Rgb(255, 255, 0)),
        (Rgb(255, 255, 255), Rgb(0, 0, 0)),
    ] {
        let theme = Theme::forced(ground, text);
        assert!(theme.patterned);
        for hue in together().concat() {
            if hue != Hue::Muted {
                assert_eq!(theme.hue(hue), text);
            }
            assert!(theme.hue(hue).contrast(ground) >= 3.0);
        }
    }
}

#[test]
fn the_style_sheet_gets_every_fixed_colour_once() {
    let css = Theme::LIGHT.css();
    assert!(css.contains("--group-two-immigrant-parents: #1e6846;"));
    let mut names: Vec<&str> = css
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(names.len(), 24);
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 24);
}

#[test]
fn contract_codes_have_their_colour() {
    assert_eq!(Hue::of("group", "majority"), Some(Hue::Majority));
    assert_eq!(Hue::of("destination_kind", "unknown"), Some(Hue::ToUnknown));
    assert_eq!(Hue::of("sex", "1"), None);
}
