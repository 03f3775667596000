/** The feed server's command line: `npm run feed -- --help`. */
import { resolve } from 'node:path';
import { runKeyTask } from './keys/key-commands.ts';
import { HELP } from './settings/help-text.ts';
import { readCommandLine } from './settings/read-command-line.ts';
import type { Settings } from './settings/settings.ts';
import { StartRefused, systemRefusal } from './start/refusal.ts';
import { untilToldToStop } from './start/until-told-to-stop.ts';
import { welcome } from './start/welcome.ts';

const serve = async (settings: Settings): Promise<number> => {
  // Help and keys need none of the server.
  const [{ startFeed }, { destination, pino }] = await Promise.all([
    import('./start-feed.ts'),
    import('pino'),
  ]);
  const log = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ dest: 2, sync: true }),
  );
  try {
    const feed = await startFeed({ settings, log, processMetrics: true });
    const lines = await welcome(feed, { ...settings, data: resolve(settings.data) }, Date.now());
    // Whoever reads that it runs may stop it at once.
    const stopped = untilToldToStop(feed, process.env['npm_lifecycle_event'] !== undefined);
    console.log(lines.join('\n'));
    await stopped;
    return 0;
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(`The feed server does not start. ${error.message}`);
    return 1;
  }
};

const main = async (): Promise<number> => {
  const command = readCommandLine(process.argv.slice(2), process.env);
  switch (command.do) {
    case 'help':
      console.log(HELP);
      return 0;
    case 'refuse':
      console.error(`${command.why}\n--help lists what can be said.`);
      return 2;
    case 'keys': {
      const { ok, lines } = await runKeyTask(command, Date.now()).catch((error: unknown) => {
        const refusal = systemRefusal(error);
        if (!refusal) throw error;
        return { ok: false, lines: [refusal.message] };
      });
      (ok ? console.log : console.error)(lines.join('\n'));
      return ok ? 0 : 1;
    }
    case 'serve':
      return serve(command.settings);
  }
};

process.exitCode = await main();
