// One resource a line in; for each, one line out: the validator's messages, as JSON.
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../package.json', import.meta.url));
const { Fhir } = require('fhir');
const fhir = new Fhir();

for await (const line of createInterface({ input: process.stdin })) {
  const result = fhir.validate(JSON.parse(line), { errorOnUnexpected: true });
  const messages = result.messages.map(({ location, resourceId, severity, message }) => ({ location, resourceId, severity, message }));
  console.log(JSON.stringify({ valid: result.valid, messages }));
}
