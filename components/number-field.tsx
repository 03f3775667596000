import { useId, useState } from 'preact/hooks';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly onChange: (value: number) => void;
}

/** A whole number within limits. Anything else is said to be wrong, stays in the field, and changes nothing. */
export const NumberField = ({ label, name, value, low, high, onChange }: Props) => {
  const { t } = useSpeech().texts;
  const id = useId();
  const [text, setText] = useState(String(value));
  const [isWrong, setWrong] = useState(false);
  const settle = (entered: string) => {
    const number = Number(entered);
    const fits = entered.trim() !== '' && Number.isInteger(number) && number >= low && number <= high;
    setText(entered);
    setWrong(!fits);
    if (fits && number !== value) onChange(number);
  };
  return (
    <div class="labelled">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="field"
        type="text"
        inputMode="numeric"
        name={name}
        value={text}
        aria-invalid={isWrong}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => settle(event.currentTarget.value)}
      />
      <p id={`${id}-wrong`} class="warn small" role="alert">
        {isWrong && t('options.retention.invalid', { low, high })}
      </p>
    </div>
  );
};
