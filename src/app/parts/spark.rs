//! A line of a few numbers, without axes: how they went.

use yew::prelude::*;

use view_models::overview::spark;

/// Properties of [`Spark`].
#[derive(Properties, PartialEq)]
pub struct SparkProps {
    /// The values in their order, absent where there is no number.
    pub values: Vec<Option<f64>>,
}

/// The line. What it shows is said beside it.
#[component]
pub fn Spark(props: &SparkProps) -> Html {
    html! {
        <svg class="spark" viewBox={spark::VIEW_BOX} preserveAspectRatio="none" aria-hidden="true">
            <path d={spark::path(&props.values)} />
        </svg>
    }
}
