// The built site, through its JavaScript API. Evaluated in the page by the debugger, which the
// content security policy does not bind.
() => {
  const ask = ({ by, where }) => {
    const question = { measure: "rate", by, where, denominator: "person_years" };
    return window.utvandring.compute(question).rows.map((row) => ({
      key: by.map((name) => row.key[name]),
      emigrations: row.numerator,
      personYears: row.denominator,
    }));
  };
  window.product = {
    load: (file) => window.utvandring.open(file),
    ask: async (question) => ask(question),
    cold: async (file, question) => {
      await window.utvandring.open(file);
      return ask(question);
    },
  };
}
