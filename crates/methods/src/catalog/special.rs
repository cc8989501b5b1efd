//! Special functions: tails and quantiles.

use stats::Status;
use stats::special::{self, beta, gamma, normal, student};

use super::arguments::Arguments;
use super::method::{Answer, Field, Method, choice, number, ok, optional, out};

/// The method.
pub static METHOD: Method = Method {
    name: "special",
    title: "special functions: tails and quantiles",
    field: Field::Functions,
    inputs: &[
        choice(
            "fn",
            &[
                "norm_quantile_upper",
                "norm_sf",
                "ln_gamma",
                "gamma_p",
                "gamma_q",
                "gamma_p_inv",
                "gamma_q_inv",
                "beta_i",
                "beta_inv",
                "chi2_sf",
                "t_quantile_upper",
            ],
        ),
        optional("a"),
        optional("b"),
        number("p"),
    ],
    outputs: &[out("value")],
    run: Some(special_function),
    ..Method::NONE
};

fn special_function(a: &Arguments) -> Result<Answer, Status> {
    let (first, second, p) = (a.number("a"), a.number("b"), a.number("p")?);
    let value = match a.word("fn")? {
        "norm_quantile_upper" => normal::upper_quantile(p),
        "norm_sf" => Ok(normal::upper_tail(p)),
        "ln_gamma" => special::ln_gamma(p),
        "gamma_p" => gamma::lower_tail(first?, p),
        "gamma_q" => gamma::upper_tail(first?, p),
        "gamma_p_inv" => gamma::lower_quantile(first?, p),
        "gamma_q_inv" => gamma::upper_quantile(first?, p),
        "beta_i" => beta::lower_tail(first?, second?, p),
        "beta_inv" => beta::lower_quantile(first?, second?, p),
        "chi2_sf" => gamma::chi_square_upper_tail(first?, p),
        "t_quantile_upper" => student::upper_quantile(first?, p),
        _ => return Err(Status::Invalid),
    };
    ok([value?.into()])
}
