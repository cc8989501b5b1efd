//! Which tables to fetch from the offices, and how: read from `recipes/index.json`, where a publisher may add
//! recipes of its own.

use data::dataset::Names;
use data::json::{FromJson, Json, Misfit};
use data::lang::Lang;

/// How a table is fetched.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// A name for links and files.
    pub id: String,
    /// Who publishes the table.
    pub agency: String,
    /// Its number or name there.
    pub table: String,
    /// What it is about.
    pub title: Names,
    /// What one gets of it here.
    pub gives: Names,
    /// What to do, in order.
    pub steps: Vec<Names>,
    /// A `mapping.csv` that answers what the file leaves open; may be empty.
    pub mapping: String,
}

/// The recipes in a file.
///
/// # Errors
///
/// The field that is not as expected, or that the text is no JSON.
pub fn parse(text: &str) -> Result<Vec<Recipe>, String> {
    let json = Json::parse(text).map_err(|error| error.to_string())?;
    json.required("recipes")
        .map_err(|misfit| misfit.to_string())
}

struct Said(Names);

impl FromJson for Said {
    fn from_json(json: &Json) -> Result<Said, Misfit> {
        let text = |lang: Lang| json.required(lang.tag());
        Ok(Said(Names {
            nb: text(Lang::Nb)?,
            nn: text(Lang::Nn)?,
            en: text(Lang::En)?,
        }))
    }
}

impl FromJson for Recipe {
    fn from_json(json: &Json) -> Result<Recipe, Misfit> {
        let steps: Vec<Said> = json.required("steps")?;
        Ok(Recipe {
            id: json.required("id")?,
            agency: json.required("agency")?,
            table: json.required("table")?,
            title: json.required::<Said>("title")?.0,
            gives: json.required::<Said>("gives")?.0,
            steps: steps.into_iter().map(|step| step.0).collect(),
            mapping: json.field("mapping")?,
        })
    }
}
