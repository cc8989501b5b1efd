//! Counts what each input costs: instructions of a WebAssembly module by an interpreter, which are the same on any
//! machine, its memory, and the time that the same code takes on this one.
//!
//! `utvandring-hostile <module> [word ..]`: only the kinds whose name has one of the words. Fails when something grows
//! faster than the input does.

use std::process::ExitCode;
use std::time::Instant;

use utvandring_hostile::inputs::{KINDS, read};
use wasmi::{Caller, Config, Engine, ExternType, Linker, Module, Store, TypedFunc, Val};

/// The largest that twice the input may cost, in the costs of the input.
const LARGEST_GROWTH: f64 = 2.3;

/// Enough for anything here; what takes more does not come to an end.
const FUEL: u64 = 400_000_000_000;

/// Steps and the bytes of memory that reading the input of a kind at a size takes.
fn cost(
    engine: &Engine,
    module: &Module,
    kind: usize,
    size: usize,
) -> Result<(u64, usize), wasmi::Error> {
    let mut store = Store::new(engine, ());
    store.set_fuel(FUEL)?;
    let mut linker = Linker::new(engine);
    // A library names functions of a browser that reading never calls.
    for import in module.imports() {
        if let ExternType::Func(ty) = import.ty() {
            let absent = |_: Caller<()>, _: &[Val], _: &mut [Val]| Err(wasmi::Error::new("of a browser"));
            linker.func_new(import.module(), import.name(), ty.clone(), absent)?;
        }
    }
    let instance = linker.instantiate_and_start(&mut store, module)?;
    let prepare: TypedFunc<(u32, u32), ()> = instance.get_typed_func(&store, "prepare")?;
    let read: TypedFunc<(), u32> = instance.get_typed_func(&store, "read")?;
    prepare.call(&mut store, (kind as u32, size as u32))?;
    store.set_fuel(FUEL)?;
    read.call(&mut store, ())?;
    let steps = FUEL - store.get_fuel()?;
    let memory = instance.get_memory(&store, "memory");
    Ok((steps, memory.map_or(0, |memory| memory.data_size(&store))))
}

fn run(module: &str, words: &[String]) -> Result<bool, Box<dyn std::error::Error>> {
    let mut config = Config::default();
    config.consume_fuel(true);
    let engine = Engine::new(&config);
    let bytes = std::fs::read(module)?;
    let module = Module::new(&engine, &bytes)?;
    println!(
        "{:<36} {:>8} {:>13} {:>11} {:>9} {:>9}",
        "what grows", "to", "steps", "growth", "memory", "time"
    );
    let mut holds = true;
    for (place, kind) in KINDS.iter().enumerate() {
        if !words.is_empty() && !words.iter().any(|word| kind.name.contains(word.as_str())) {
            continue;
        }
        let sizes = [kind.size, 2 * kind.size, 4 * kind.size];
        let mut costs = Vec::new();
        for size in sizes {
            costs.push(cost(&engine, &module, place, size)?);
        }
        let growths: Vec<f64> = costs
            .windows(2)
            .map(|two| two[1].0 as f64 / two[0].0 as f64)
            .collect();
        let largest = growths.iter().copied().fold(0.0, f64::max);
        let input = (kind.make)(sizes[2]);
        let start = Instant::now();
        read(input);
        let took = start.elapsed().as_secs_f64() * 1000.0;
        let (steps, memory) = costs[2];
        let told = growths
            .iter()
            .map(|growth| format!("{growth:.2}"))
            .collect::<Vec<_>>()
            .join(" ");
        let verdict = if largest > LARGEST_GROWTH {
            "  GROWS TOO FAST"
        } else {
            ""
        };
        holds &= largest <= LARGEST_GROWTH;
        let megabytes = memory as f64 / 1e6;
        println!(
            "{:<36} {:>8} {steps:>13} {told:>11} {megabytes:>6.0} MB {took:>6.0} ms{verdict}",
            kind.name, sizes[2]
        );
    }
    Ok(holds)
}

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let Some((module, words)) = given.split_first() else {
        eprintln!("utvandring-hostile <module> [word ..]");
        return ExitCode::FAILURE;
    };
    match run(module, words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
