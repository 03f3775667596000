const WIDTH = 40;

export interface Progress {
  add(cases: number): void;
  end(): void;
}

/** A bar that grows on a terminal; silent elsewhere. */
export const createProgress = (label: string, total: number, stream: NodeJS.WriteStream): Progress => {
  let done = 0;
  const begun = performance.now();
  const draw = (): void => {
    const share = total === 0 ? 1 : done / total;
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    const seconds = Math.round((performance.now() - begun) / 1000);
    stream.write(`\r${label.padEnd(11)} ${bar} ${done}/${total} ${seconds} s`);
  };
  return {
    add(cases) {
      done += cases;
      if (stream.isTTY) draw();
    },
    end() {
      if (stream.isTTY) stream.write('\n');
    },
  };
};
