/** Offers a text to the person as a file to keep. */
export const saveFile = (name: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken its copy by then; what is not revoked stays in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
