import { useState } from 'preact/hooks';
import { OfficialPages } from '../../components/official-pages.tsx';
import { OptionSection } from '../../components/option-section.tsx';
import { useSpeech } from '../../components/speech.tsx';
import type { PageBackend } from '../../lib/app/page-backend.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';

interface Props {
  readonly snapshot: Snapshot;
  readonly backend: PageBackend;
}

/** The official status pages, read by the extension itself where the person allows it. */
export const OfficialSection = ({ snapshot, backend }: Props) => {
  const { t } = useSpeech().texts;
  const [failure, setFailure] = useState<'refused' | 'kept' | null>(null);
  return (
    <OptionSection title={t('official.pages')} hint={t('official.pages.hint')}>
      <OfficialPages
        state={snapshot.officialPages}
        failure={failure}
        onAllow={() =>
          void backend.requestOfficialPages().then((given) => setFailure(given ? null : 'refused'))
        }
        onDrop={() => void backend.dropOfficialPages().then((gone) => setFailure(gone ? null : 'kept'))}
      />
    </OptionSection>
  );
};
