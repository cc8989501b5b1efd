//! Seeded random numbers. Only integer steps, additions and divisions: the same bits everywhere.

/// A SplitMix64 stream. Two streams with different names are unrelated, so that a change in one
/// part of the register does not reshuffle the others.
pub struct Dice(u64);

impl Dice {
    /// The stream of one part of the register.
    pub fn named(name: &str) -> Self {
        // FNV-1a spreads the name over 64 bits.
        let seed = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform in (0, 1): never 0, so that it can be divided by.
    pub fn uniform(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// A position among so many; 0 where there are none.
    pub fn below(&mut self, count: usize) -> usize {
        let pick = (self.uniform() * count as f64) as usize;
        pick.min(count.saturating_sub(1))
    }

    /// A factor around 1 with the given standard deviation, at least 0.05.
    pub fn factor(&mut self, deviation: f64) -> f64 {
        // Twelve uniforms have variance 1; unlike the exact normal this needs no logarithm.
        let normal: f64 = (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0;
        (1.0 + deviation * normal).max(0.05)
    }

    /// Fisher-Yates.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
