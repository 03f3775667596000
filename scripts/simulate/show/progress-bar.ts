const WIDTH = 30;

export interface ProgressBar {
  /** What is under way, and the share of it that is done, 0 to 1. */
  tell(what: string, share: number): void;
  end(): void;
}

/** A bar on one line of a terminal; where there is no terminal, a line for each new thing under way. */
export const createProgressBar = (
  out: { isTTY?: boolean; write(text: string): unknown },
  steps: number,
): ProgressBar => {
  let [current, done] = ['', -1];
  return {
    tell(what, share) {
      if (what !== current) {
        [current, done] = [what, done + 1];
        if (!out.isTTY) out.write(`${done + 1}/${steps} ${what}\n`);
      }
      if (!out.isTTY) return;
      const whole = Math.min(1, (done + share) / steps);
      const filled = Math.round(whole * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      out.write(`\r\u001b[K${bar} ${`${Math.round(whole * 100)}`.padStart(3)} %  ${what}`);
    },
    end() {
      if (out.isTTY) out.write('\r\u001b[K');
    },
  };
};
