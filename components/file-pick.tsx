interface Props {
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A file of the person's, chosen with the browser's own dialog. The same file may be chosen again. */
export const FilePick = ({ label, accept, onFile }: Props) => (
  <label class="button file-pick">
    {label}
    <input
      type="file"
      class="unseen"
      accept={accept}
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? [];
        event.currentTarget.value = '';
        if (file) onFile(file);
      }}
    />
  </label>
);
