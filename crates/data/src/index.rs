//! `data/index.json`: the packages that a publisher lists.

use std::collections::BTreeMap;

use super::dataset::{Names, is_own_id, own_id};
use super::descriptor::TextByLanguage;
use super::json::{FromJson, Json, Misfit};

/// A visitor chooses among them from one list.
pub const MOST_PACKAGES: usize = 500;

/// The list.
#[derive(Debug)]
pub struct Index {
    /// The packages in the order in which they are offered; there may be none.
    pub packages: Vec<Listed>,
    /// What the publisher says of the site itself.
    pub site: Site,
}

/// What a publisher says of the site itself; what is not said is as it comes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// What it is called.
    pub name: Names,
    /// The address within the page that it opens at, from `#` on.
    pub start: String,
    /// The pages of the menu by their names in addresses; the front page is empty.
    pub menu: Vec<String>,
    /// The languages that can be chosen, by their tags.
    pub languages: Vec<String>,
    /// Path of its sign, an SVG file below `data/`.
    pub logo: String,
}

impl FromJson for Site {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Site {
            name: Names::from(&json.field::<TextByLanguage>("name")?),
            start: json.field("start")?,
            menu: json.field("menu")?,
            languages: json.field("languages")?,
            logo: json.field("logo")?,
        })
    }
}

impl Site {
    /// What is wrong with it; `pages` are the names that a menu can have.
    pub fn fault(&self, pages: &[&str]) -> Option<String> {
        let of = |field: &str, given: &[String], known: &[&str]| {
            let wrong = given
                .iter()
                .position(|name| !known.contains(&name.as_str()))?;
            let (found, known) = (&given[wrong], known.join("\", \""));
            Some(format!(
                "site.{field}[{wrong}]: found {found:?}, expected one of \"{known}\""
            ))
        };
        let is_address = self.start.is_empty() || self.start.starts_with("#/");
        let is_sign =
            self.logo.is_empty() || (self.logo.ends_with(".svg") && !self.logo.contains(':'));
        of("menu", &self.menu, pages)
            .or_else(|| of("languages", &self.languages, &["nb", "nn", "en"]))
            .or_else(|| {
                (!is_address).then(|| format!("site.start: found {:?}, expected #/...", self.start))
            })
            .or_else(|| {
                (!is_sign).then(|| {
                    format!(
                        "site.logo: found {:?}, expected the path of an .svg",
                        self.logo
                    )
                })
            })
    }
}

/// A package of the list.
#[derive(Debug)]
pub struct Listed {
    /// Its name, whatever the package calls itself.
    pub name: String,
    /// Path of its description, below `data/`.
    pub path: String,
    /// What it is called until it is there.
    pub titles: Names,
    /// Made-up data, whatever the package says.
    pub synthetic: bool,
    /// Opened first.
    pub default: bool,
    /// Fetched only when a visitor asks for it.
    pub lazy: bool,
    /// A table of printed claims that belongs to it, below `data/`.
    pub claims: Option<String>,
    /// The data that the report's figures are shown with where the open data lack its groups.
    pub report: bool,
    /// Somebody's own data, handed out inside the page.
    pub own: bool,
}

impl Listed {
    /// What addresses call it.
    pub fn id(&self) -> String {
        match self.own {
            true => own_id(&self.name),
            false => self.name.clone(),
        }
    }
}

impl FromJson for Listed {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Listed {
            name: json.required("name")?,
            path: json.required("path")?,
            titles: Names::from(&json.field::<TextByLanguage>("titles")?),
            synthetic: json.field("synthetic")?,
            default: json.field("default")?,
            lazy: json.field("lazy")?,
            claims: json.field("claims")?,
            report: json.field("report")?,
            own: json.field("own")?,
        })
    }
}

impl Index {
    /// Reads a list. A name leads to one package only, so two of the same name are refused.
    pub fn parse(text: &str) -> Result<Index, String> {
        let json = Json::parse(text).map_err(|error| error.to_string())?;
        let packages: Vec<Listed> = json
            .required("packages")
            .map_err(|misfit| misfit.to_string())?;
        if packages.len() > MOST_PACKAGES {
            let count = packages.len();
            return Err(format!(
                "packages: found {count}, expected {MOST_PACKAGES} at most; give the others a site of their own"
            ));
        }
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (place, listed) in packages.iter().enumerate() {
            let name = &listed.name;
            if name.is_empty() || (is_own_id(name) && !listed.own) {
                return Err(format!(
                    "packages[{place}].name: found {name:?}, expected a name that does not begin with ~"
                ));
            }
            let first = *known.entry(listed.id()).or_insert(place);
            if first < place {
                return Err(format!(
                    "packages[{place}].name: {name:?} is the name of packages[{first}] already"
                ));
            }
        }
        let site = json.field("site").map_err(|misfit| misfit.to_string())?;
        Ok(Index { packages, site })
    }

    /// The place of the package that is opened first.
    pub fn first(&self) -> Option<usize> {
        let marked = self.packages.iter().position(|listed| listed.default);
        marked.or((!self.packages.is_empty()).then_some(0))
    }
}
