interface Props<Value extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}

/** A choice of one of a few. */
export const SelectField = <Value extends string>({
  label,
  name,
  value,
  options,
  onChange,
}: Props<Value>) => (
  <label class="labelled">
    <span>{label}</span>
    <select
      class="field"
      name={name}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  </label>
);
