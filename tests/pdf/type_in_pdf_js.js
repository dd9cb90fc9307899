// Types into the fields of a PDF as Firefox does, and returns the file that it saves. Both files are in base64.
async ([file, typed]) => {
  const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
  const pdf = await pdfjsLib.getDocument({ data: bytes }).promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    for (const field of await page.getAnnotations()) {
      if (field.fieldName in typed) {
        pdf.annotationStorage.setValue(field.id, { value: typed[field.fieldName] });
      }
    }
  }
  const saved = await pdf.saveDocument();
  return btoa(Array.from(saved, (byte) => String.fromCharCode(byte)).join(""));
};
