// Runs the rules and systems of a file in json-rules-engine: compares what they find with what is expected, then times it.
//
//   node measure.mjs INPUT check
//   node measure.mjs INPUT time ROUNDS MILLISECONDS
//
// Writes a line for each set of systems: its name, and the microseconds per system of each round but the first.
import { readFileSync } from 'node:fs';
import { Engine } from 'json-rules-engine';

const [file, task, rounds = '0', milliseconds = '0'] = process.argv.slice(2);
const { rules, sets } = JSON.parse(readFileSync(file, 'utf8'));

const engine = new Engine();
rules.forEach((conditions, rule) => engine.addRule({ conditions, event: { type: 'finding', params: { rule } } }));

const CERTAIN = 2;
const POSSIBLE = 1;

async function evaluate({ low, high }) {
  const truths = new Uint8Array(rules.length);
  for (const { params } of (await engine.run(low)).events) truths[params.rule] |= CERTAIN;
  for (const { params } of (await engine.run(high)).events) truths[params.rule] |= POSSIBLE;
  return truths;
}

async function check(name, systems) {
  if (systems.length === 0) throw new Error(`There is no system in ${name}`);
  for (const system of systems) {
    const truths = await evaluate(system);
    const rule = system.expected.findIndex((truth, position) => truth !== truths[position]);
    if (rule >= 0) {
      throw new Error(`Rule ${rule} of ${system.id} is ${truths[rule]}, not ${system.expected[rule]}, in ${name}`);
    }
  }
}

async function time(systems) {
  const values = [];
  for (let round = 0; round < Number(rounds); round++) {
    const begin = performance.now();
    let evaluated = 0;
    do {
      for (const system of systems) await evaluate(system);
      evaluated += systems.length;
    } while (performance.now() - begin < Number(milliseconds));
    values.push(((performance.now() - begin) * 1000) / evaluated);
  }
  return values.slice(1);
}

for (const [name, systems] of Object.entries(sets)) {
  await check(name, systems);
  const values = task === 'time' ? await time(systems) : [];
  process.stdout.write(`${[name, ...values].join(' ')}\n`);
}
