/**
 * Replays records through the diagnosis: `npm run --silent replay -- FILE…`. JSON Lines on standard output; exit
 * status 0 when all expectations are met, 1 when some are not, 2 when a file cannot be read or does not fit.
 */
import { readRecordFile } from './replay/read-record-file.ts';
import { replayRecord } from './replay/replay-record.ts';
import { createLineWriter } from './replay/line-writer.ts';

const files = process.argv.slice(2);
const writer = createLineWriter(process.stdout);
let status = 0;

if (files.length === 0) {
  process.stderr.write('usage: npm run --silent replay -- FILE…\n');
  status = 2;
}

for (const file of files) {
  const reading = await readRecordFile(file);
  if (!reading.ok) {
    process.stderr.write(
      `${file}: ${reading.path === '' ? '(whole file)' : reading.path}: ${reading.expected}\n`,
    );
    status = 2;
    continue;
  }
  for (const line of replayRecord(file, reading.record)) {
    if (line.met === false) status = Math.max(status, 1);
    await writer.write(line);
  }
}

await writer.end();
// The process ends by itself once everything is written, also into a slow pipe.
process.exitCode = status;
