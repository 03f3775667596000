import type { ServiceId } from '../lib/model/service-id.ts';
import { useSpeech } from './speech.tsx';

const WIDTH = 340;
const HEIGHT = 44;
const INSET = 3;
/** The feed's curve has one point per ten minutes. */
const SECONDS_PER_POINT = 600;

const pointsOf = (curve: readonly number[]): string => {
  const high = Math.max(1, ...curve);
  const step = WIDTH / Math.max(1, curve.length - 1);
  return curve
    .map((count, index) => {
      const y = HEIGHT - INSET - (count / high) * (HEIGHT - 2 * INSET);
      return `${(index * step).toFixed(1)} ${y.toFixed(1)}`;
    })
    .join(' L');
};

interface Props {
  readonly service: ServiceId;
  /** Rounded reports per ten minutes, oldest first. */
  readonly curve: readonly number[];
}

/** Reports over the last hours as a small curve, with the same in words. Nothing for fewer than two points. */
export const SparkCurve = ({ service, curve }: Props) => {
  const { texts, nameOf } = useSpeech();
  const { t, format } = texts;
  if (curve.length < 2) return null;
  const duration = format.duration(curve.length * SECONDS_PER_POINT);
  const line = pointsOf(curve);
  return (
    <figure class="spark">
      <figcaption class="soft small">
        <span>{t('curve.title', { duration })}</span>
        <span>{format.number(curve.at(-1) ?? 0)}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('curve.label', {
          service: nameOf(service),
          duration,
          low: Math.min(...curve),
          high: Math.max(...curve),
          now: curve.at(-1) ?? 0,
        })}
      >
        <path class="spark-area" d={`M0 ${HEIGHT} L${line} L${WIDTH} ${HEIGHT}Z`} />
        <path class="spark-line" d={`M${line}`} />
      </svg>
    </figure>
  );
};
