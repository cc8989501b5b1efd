//! A line of a few numbers, without axes: how they went.

use yew::prelude::*;

use view_models::overview::spark;

/// Properties of [`Spark`].
#[derive(Properties, PartialEq)]
pub struct SparkProps {
    /// The years in their order with their values, absent where there is no number.
    pub values: Vec<(String, Option<f64>)>,
}

/// The line above zero, with the years at its ends. What it shows is said beside it.
#[component]
pub fn Spark(props: &SparkProps) -> Html {
    let values: Vec<Option<f64>> = props.values.iter().map(|(_, value)| *value).collect();
    let year = |end: Option<&(String, Option<f64>)>| end.map(|(year, _)| year.clone());
    html! {
        <>
            <svg class="spark" viewBox={spark::VIEW_BOX} preserveAspectRatio="none" aria-hidden="true">
                <path class="ground" d={spark::ground(&values)} />
                <path d={spark::path(&values)} />
            </svg>
            <p class="spark-ends" aria-hidden="true">
                <span>{ year(props.values.first()) }</span>
                <span>{ year(props.values.last()) }</span>
            </p>
        </>
    }
}
