import { useEffect, useRef, useState } from 'preact/hooks';
import { useSpeech } from '../../components/speech.tsx';
import { currentVerdict, type Incident } from '../../lib/model/incident.ts';
import { isFoundOver } from '../../lib/model/outage-over.ts';
import { verdictWords } from '../../lib/text/verdict-words.ts';

/** Tells screen readers when a verdict changes while the page is open: politely, but at once where one must act. */
export const Announcer = ({ incident }: { readonly incident: Incident | undefined }) => {
  const { texts, nameOf } = useSpeech();
  const before = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  const verdict = incident && currentVerdict(incident).verdict;
  const words =
    incident && verdict
      ? verdictWords(texts, verdict, incident.service, nameOf, isFoundOver(incident)).announcement
      : '';

  useEffect(() => {
    // What stands on the page when it opens is read with the page.
    if (before.current !== null && before.current !== words) setSaid(words);
    before.current = words;
  }, [words]);

  const isAct = verdict?.alarm === 'act';
  return (
    <div class="unseen">
      <div aria-live="polite">{isAct ? '' : said}</div>
      <div aria-live="assertive">{isAct ? said : ''}</div>
    </div>
  );
};
