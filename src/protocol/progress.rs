//! How far the work on large files is.

/// What is being done with files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Their bytes are read.
    #[default]
    Reading,
    /// It is found out what they hold.
    Understanding,
    /// Tables are put together.
    Joining,
    /// A data package is written.
    Writing,
    /// It is tried to work out hidden cells, which are counted in place of bytes.
    Auditing,
}

/// How far it is with large files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// With which file; empty when it is all of them.
    pub file: String,
    /// Bytes read so far, or cells tried.
    pub done: f64,
    /// Of how many; zero when they are not what takes time.
    pub total: f64,
}

impl Stage {
    /// From its place among the stages.
    pub fn of_number(number: f64) -> Stage {
        let all = [
            Stage::Understanding,
            Stage::Joining,
            Stage::Writing,
            Stage::Auditing,
        ];
        let found = all
            .into_iter()
            .find(|stage| f64::from(*stage as u32) == number);
        found.unwrap_or_default()
    }
}

impl Progress {
    /// At a stage that is not counted in bytes.
    pub fn at(stage: Stage, file: &str) -> Progress {
        Progress {
            stage,
            file: file.to_owned(),
            ..Progress::default()
        }
    }
}
