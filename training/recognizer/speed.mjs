// Milliseconds a line of 48x320 (here 40x267, padded to 268) on one thread of ONNX Runtime, and a check of the exported
// graph against logits written by parity.py. Usage: node speed.mjs ../../models/recognizer-v12.onnx [parity.json]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.env.ORT_NODE ? `${process.env.ORT_NODE}/` : import.meta.url);
const ort = require('onnxruntime-node');
const session = await ort.InferenceSession.create(process.argv[2], {
  intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential', graphOptimizationLevel: 'all', enableCpuMemArena: false,
});
const run = async (data, n, width) => (await session.run({ x: new ort.Tensor('float32', data, [n, 1, 40, width]) })).logits;

for (const [n, width] of [[1, 268], [8, 268], [1, 64], [1, 800]]) {
  const x = Float32Array.from({ length: n * 40 * width }, () => Math.random());
  for (let i = 0; i < 10; i++) await run(x, n, width);
  const times = [];
  for (let i = 0; i < 60; i++) {
    const began = process.hrtime.bigint();
    await run(x, n, width);
    times.push(Number(process.hrtime.bigint() - began) / 1e6 / n);
  }
  times.sort((a, b) => a - b);
  console.log(`${n} x 40x${width}: median ${times[30].toFixed(2)} ms a line, fastest ${times[0].toFixed(2)}`);
}
if (process.argv[3]) {
  let worst = 0, changed = 0, steps = 0;
  for (const { width, x, logits, classes } of JSON.parse(readFileSync(process.argv[3], 'utf8'))) {
    const y = await run(Float32Array.from(x), 1, width);
    for (let i = 0; i < logits.length; i++) worst = Math.max(worst, Math.abs(y.data[i] - logits[i]));
    for (let t = 0; t < logits.length / classes; t++, steps++) {
      const best = (d) => { let b = 0; for (let c = 1; c < classes; c++) if (d[t * classes + c] > d[t * classes + b]) b = c; return b; };
      changed += best(y.data) !== best(logits);
    }
  }
  console.log(`parity: largest difference of a logit ${worst.toExponential(2)}, ${changed} of ${steps} steps decided otherwise`);
}
