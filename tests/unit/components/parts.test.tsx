import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { FeedLine } from '../../../components/feed-line.tsx';
import { FeedNote } from '../../../components/feed-note.tsx';
import { NoteField } from '../../../components/note-field.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { OfficialQuote } from '../../../components/official-quote.tsx';
import { RecoveryGuide } from '../../../components/recovery-guide.tsx';
import { ServiceMatrix } from '../../../components/service-matrix.tsx';
import { SparkCurve } from '../../../components/spark-curve.tsx';
import { FEED_STATES } from '../../../lib/model/feed.ts';
import { sampleSnapshot } from '../../fixtures/ui/sample-data.ts';
import { all, one, openDocument, settle, show, textOf } from './show.tsx';

let close: () => void;
beforeEach(() => (close = openDocument()));
afterEach(() => close());

const type = (selector: string, value: string, event: string) =>
  settle(() => {
    (one(selector) as HTMLInputElement).value = value;
    one(selector).dispatchEvent(new Event(event, { bubbles: true }));
  });

describe('the service matrix', () => {
  it('marks each service with the word of the feed, and with "unknown" where nothing could be seen', async () => {
    await show(<ServiceMatrix rows={sampleSnapshot('outage').services} unfolded="facebook" />);
    const marks = all('[data-testid=service]').map(({ dataset }) => [dataset.service, dataset.status]);
    expect(marks).toEqual([
      ['facebook', 'outage'],
      ['instagram', 'outage'],
      ['messenger', 'unknown'],
      ['threads', 'degraded'],
      ['whatsapp', 'operational'],
    ]);
    expect(textOf('[data-service=facebook]')).toContain('down since 15:00');
    expect(textOf('[data-service=facebook]')).toContain('4,200 reports in 10 min, 350 × the usual');
    expect(textOf('[data-service=facebook]')).toContain('Most report that they were signed out.');
  });

  it('shows curve and official words of the one service, and folds those of the others', async () => {
    await show(<ServiceMatrix rows={sampleSnapshot('outage').services} unfolded="facebook" />);
    expect(all('[data-service=facebook] details')).toEqual([]);
    expect(textOf('[data-service=facebook] q')).toContain('Facebook Login');
    expect(one('[data-service=facebook] svg').getAttribute('aria-label')).toContain('now 4,150');
    expect(one('[data-service=instagram] details').hasAttribute('open')).toBe(false);
    expect(textOf('[data-service=instagram] summary')).toBe('Instagramdown since 15:02');
    // Of these nothing more is known than their state: there is nothing to unfold.
    expect(all('[data-service=whatsapp] details, [data-service=threads] details')).toEqual([]);
  });

  it('shows an official word that was read directly where the feed has none', async () => {
    const [facebook] = sampleSnapshot('outage').services;
    const rows = facebook ? [{ ...facebook, entry: null }] : [];
    await show(<ServiceMatrix rows={rows} unfolded="facebook" />);
    expect(one('[data-testid=service]').dataset.status).toBe('unknown');
    expect(textOf('q')).toContain('Facebook Login');
  });
});

describe('the line on the shared status', () => {
  it.each([...FEED_STATES, 'none'] as const)('%s is marked and explained', async (state) => {
    await show(<FeedLine feed={{ state, issuedAt: '2024-03-05T15:33:20.000Z' }} />);
    expect(one('[data-testid=feed]').dataset.state).toBe(state);
    expect(one('[data-testid=feed]').title).toMatch(/\.$/);
  });

  it('is explained in the popup, which leads to the choice of another', async () => {
    const onChoose = vi.fn();
    const feed = { state: 'verified', issuedAt: '2024-03-05T15:33:20.000Z' } as const;
    await show(<FeedNote feed={feed} onChoose={onChoose} />);
    expect(textOf('.feed-note')).toContain('signed and current. It says what was known at 15:33.');
    await settle(() => one('[data-do=choose-feed]').click());
    expect(onChoose).toHaveBeenCalledOnce();
  });
});

describe('an official statement', () => {
  it('is quoted as text, with source and time', async () => {
    const text = 'Login <b>is</b> slow';
    await show(
      <OfficialQuote
        official={{ source: 'Meta', status: 'outage', text, url: null, at: '2024-03-05T15:17:00Z' }}
      />,
    );
    expect(textOf('q')).toBe(text);
    expect(textOf('figcaption')).toBe('Official status page of Meta · 15:17');
  });

  it.each(['operational', 'unreachable'] as const)(
    'that is %s says nothing, since a green page proves nothing',
    async (status) => {
      await show(<OfficialQuote official={{ source: 'Meta', status, text: null, url: null, at: null }} />);
      expect(all('figure')).toEqual([]);
    },
  );
});

describe('the curve of reports', () => {
  it('says in words what it draws', async () => {
    await show(<SparkCurve service="facebook" curve={[3, 0, 4200]} />);
    expect(one('svg').getAttribute('aria-label')).toContain('between 0 and 4,200, now 4,200');
    expect(one('.spark-line').getAttribute('d')).not.toContain('NaN');
  });

  it('is left out for fewer than two points', async () => {
    await show(<SparkCurve service="facebook" curve={[3]} />);
    expect(all('svg')).toEqual([]);
  });
});

describe('the recovery guide', () => {
  it('remembers what is done and opens only the addresses it was given', async () => {
    const onToggle = vi.fn();
    const onOpenAddress = vi.fn();
    const links = { compromised: 'https://www.facebook.com/hacked' };
    await show(<RecoveryGuide service="facebook" {...{ links, onToggle, onOpenAddress }} done={['email']} />);
    expect(textOf('[role=status]')).toBe('1 of 8 done');
    expect(all('.step .button')).toHaveLength(1);
    await settle(() => one('.step .button').click());
    expect(onOpenAddress).toHaveBeenCalledWith(links.compromised);
    await settle(() => all('input')[1]?.click());
    expect(onToggle).toHaveBeenCalledWith('report', true);
  });
});

describe('a number', () => {
  it('outside its limits is refused in words, stays in the field and changes nothing', async () => {
    const onChange = vi.fn();
    await show(
      <NumberField label="Months" name="months" value={12} low={1} high={120} onChange={onChange} />,
    );
    for (const wrong of ['0', '121', '1.5', 'soon', '']) {
      await type('input', wrong, 'change');
      expect(textOf('[role=alert]')).toBe('A whole number from 1 to 120.');
      expect((one('input') as HTMLInputElement).value).toBe(wrong);
    }
    expect(onChange).not.toHaveBeenCalled();
    await type('input', '24', 'change');
    expect(onChange).toHaveBeenCalledExactlyOnceWith(24);
    expect(textOf('[role=alert]')).toBe('');
  });
});

describe('a note', () => {
  it('that could not be saved stays in the field and says so', async () => {
    await show(<NoteField note="" onSave={async () => false} />);
    await type('textarea', 'On the train', 'input');
    await settle(() => one('textarea').dispatchEvent(new Event('blur')));
    expect(textOf('[role=status]')).toContain('Not saved');
    expect((one('textarea') as HTMLTextAreaElement).value).toBe('On the train');
  });

  it('is saved once when one leaves it, and not when nothing changed', async () => {
    const onSave = vi.fn(async () => true);
    await show(<NoteField note="" onSave={onSave} />);
    await type('textarea', 'On the train', 'input');
    await settle(() => one('textarea').dispatchEvent(new Event('blur')));
    await settle(() => one('textarea').dispatchEvent(new Event('blur')));
    expect(onSave).toHaveBeenCalledExactlyOnceWith('On the train');
    expect(textOf('[role=status]')).toBe('Saved');
  });
});

describe('what cannot be undone', () => {
  it('gives the focus back when one keeps what was to be erased', async () => {
    await show(<ConfirmButton label="Erase" question="Erase it?" onConfirm={() => undefined} />);
    await settle(() => one('button').click());
    await settle(() => one('.confirm button').click());
    expect(document.activeElement).toBe(one('.button-danger'));
  });

  it('asks first, with the focus on the way back', async () => {
    const onConfirm = vi.fn();
    await show(<ConfirmButton label="Erase" question="Erase it?" onConfirm={onConfirm} />);
    await settle(() => one('button').click());
    expect(onConfirm).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe('Keep');
    await settle(() => (document.activeElement as HTMLElement).click());
    expect(all('button').map(({ textContent }) => textContent)).toEqual(['Erase']);
    await settle(() => one('button').click());
    await settle(() => one('[data-do=confirm]').click());
    expect(onConfirm).toHaveBeenCalledOnce();
  });
});
