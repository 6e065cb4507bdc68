// Answers each line of standard input, a list of situations, by the results and the nanoseconds of each quote.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import Engine from "publicodes";
import { parse } from "yaml";

const RESULTS = ["première année", "années suivantes", "capital"];
const rules = readFileSync(new URL("nes.publicodes", import.meta.url), "utf8");
const engine = new Engine(parse(rules)); // once; a situation replaces the one before

function quote(situation) {
  engine.setSituation(situation);
  return RESULTS.map((name) => engine.evaluate(name).nodeValue);
}

for await (const line of createInterface({ input: process.stdin })) {
  const answers = JSON.parse(line).map((situation) => {
    const start = process.hrtime.bigint();
    const results = quote(situation);
    return [...results, Number(process.hrtime.bigint() - start)];
  });
  process.stdout.write(JSON.stringify(answers) + "\n");
}
