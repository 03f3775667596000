import { spawn } from 'node:child_process';

/** Runs a command with its output shown here. Its exit code; 1 when it was killed. */
export const runCommand = (
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> =>
  new Promise((resolve, reject) => {
    const options = { stdio: 'inherit', env: { ...process.env, ...env } } as const;
    const child = spawn(command, args, options);
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
